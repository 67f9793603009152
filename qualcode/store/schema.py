"""The tables. Ids are UUIDs as text, times ISO 8601 in UTC, positions code points.

`content` holds bytes by their hash and only grows: texts, sources and structures are never written twice and never
changed. `coder` only grows too. Every other change of a row leaves its image before and after in `change`.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    func,
    text,
)

metadata = MetaData()


def _id() -> Column[str]:
    return Column("id", String(36), primary_key=True)


def _to(name: str, target: str, *, nullable: bool = False) -> Column[str]:
    """A reference checked at commit, so that undo may put rows back in any order."""
    key = ForeignKey(target, deferrable=True, initially="DEFERRED")
    return Column(name, String(64), key, nullable=nullable)


head = Table(
    "head",
    metadata,
    Column("one", Integer, primary_key=True),
    Column("revision", Integer, nullable=False),
    CheckConstraint("one = 1", name="head_is_one_row"),
)

project = Table(
    "project",
    metadata,
    _id(),
    Column("name", Text, nullable=False),
    Column("language", String(8), nullable=False),
    Column("created", String(40), nullable=False),
)

content = Table(
    "content",
    metadata,
    Column("sha", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

coder = Table(
    "coder",
    metadata,
    _id(),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False, unique=True),
)

document = Table(
    "document",
    metadata,
    _id(),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False, unique=True),
    Column("format", String(16), nullable=False),
    Column("language", String(8), nullable=False),
    Column("characters", Integer, nullable=False),
    _to("source_sha", "content.sha"),
    _to("read_sha", "content.sha"),
    _to("cleaning_sha", "content.sha"),
    _to("text_sha", "content.sha"),
    _to("structure_sha", "content.sha"),
    Column("position", Integer, nullable=False),
    Column("excluded", Text, nullable=False, server_default="[]"),
)
"""`excluded` is a JSON list of `[start, end)` of the text that is coded: the parts that are not counted."""

attribute = Table(
    "attribute",
    metadata,
    _id(),
    _to("document_id", "document.id"),
    Column("name", Text, nullable=False),
    Column("value", Text, nullable=False),
    UniqueConstraint("document_id", "name", name="one_value_per_attribute"),
)

case = Table(
    "case",
    metadata,
    _id(),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("position", Integer, nullable=False),
)

case_value = Table(
    "case_value",
    metadata,
    _id(),
    _to("case_id", "case.id"),
    Column("name", Text, nullable=False),
    Column("value", Text, nullable=False),
    UniqueConstraint("case_id", "name", name="one_value_per_case"),
)

attribute_type = Table(
    "attribute_type",
    metadata,
    _id(),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False, unique=True),
    Column("type", String(16), nullable=False),
    Column("choices", Text, nullable=False),
)
"""`choices` is a JSON list of the values that an attribute of the type `choice` can have."""

tie = Table(
    "tie",
    metadata,
    _id(),
    _to("case_id", "case.id"),
    _to("document_id", "document.id"),
    Column("speaker", Text, nullable=False),
    UniqueConstraint("case_id", "document_id", "speaker", name="one_tie_each"),
)
"""`speaker` is empty where the whole document is about the case."""
Index("tie_by_document", tie.c.document_id)

code = Table(
    "code",
    metadata,
    _id(),
    _to("parent_id", "code.id", nullable=True),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("definition", Text, nullable=False),
    Column("when_to_use", Text, nullable=False),
    Column("when_not", Text, nullable=False),
    Column("example", Text, nullable=False),
    Column("colour", String(16), nullable=False),
)
Index("one_code_per_path", func.coalesce(code.c.parent_id, ""), code.c.name_key, unique=True)

coding = Table(
    "coding",
    metadata,
    _id(),
    _to("document_id", "document.id"),
    _to("code_id", "code.id"),
    _to("coder_id", "coder.id"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("at", String(40), nullable=False),
    Column("review", String(16), nullable=False),
    Column("weight", Text, nullable=False, server_default=text("''")),
    Column("starred", Integer, nullable=False, server_default="0"),
    Column("condensation", Text, nullable=False, server_default=text("''")),
    CheckConstraint('start >= 0 AND "end" > start', name="coding_holds_text"),
    UniqueConstraint("document_id", "start", "end", "code_id", "coder_id", name="one_coding_per_words"),
)
Index("coding_by_code", coding.c.code_id, coding.c.document_id, coding.c.start)
Index("coding_by_coder", coding.c.code_id, coding.c.coder_id)

"""`weight` is `promotes`, `inhibits` or empty, `starred` 0 or 1; `condensation` says the words briefly, beside them."""

coding_link = Table(
    "coding_link",
    metadata,
    _id(),
    _to("from_id", "coding.id"),
    _to("to_id", "coding.id"),
    Column("kind", Text, nullable=False),
    _to("coder_id", "coder.id"),
    Column("at", String(40), nullable=False),
    CheckConstraint("from_id <> to_id", name="link_joins_two"),
    UniqueConstraint("from_id", "to_id", "kind", name="one_link_each"),
)
Index("link_by_end", coding_link.c.to_id)

comment = Table(
    "comment",
    metadata,
    _id(),
    _to("coding_id", "coding.id"),
    _to("coder_id", "coder.id"),
    Column("text", Text, nullable=False),
    Column("at", String(40), nullable=False),
)
Index("comment_by_coding", comment.c.coding_id)

memo = Table(
    "memo",
    metadata,
    _id(),
    Column("about", String(16), nullable=False),
    Column("about_id", String(36), nullable=False),
    _to("coder_id", "coder.id"),
    Column("text", Text, nullable=False),
    Column("at", String(40), nullable=False),
    Column("type", String(16), nullable=False, server_default=text("''")),
    Column("title", Text, nullable=False, server_default=text("''")),
    _to("document_id", "document.id", nullable=True),
    Column("start", Integer, nullable=True),
    Column("end", Integer, nullable=True),
)
"""Only a memo about a `segment` has `document_id`, `start` and `end`. The one of a coding without `type` is its plain note."""
Index("memo_by_thing", memo.c.about, memo.c.about_id)
Index("memo_by_document", memo.c.document_id)
_NOTE = text("about = 'coding' AND type = ''")
Index("one_note_per_coding", memo.c.about_id, unique=True, sqlite_where=_NOTE, postgresql_where=_NOTE)

journal = Table(
    "journal",
    metadata,
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("verb", String(64), nullable=False),
    _to("coder_id", "coder.id"),
    Column("at", String(40), nullable=False),
    Column("what", Text, nullable=False),
    Column("details", Text, nullable=False),
    Column("kind", String(8), nullable=False),
    Column("target", Integer, nullable=True),
    Column("uid", String(64), nullable=True, unique=True),
)
Index("journal_by_coder", journal.c.coder_id, journal.c.kind, journal.c.revision)
Index("journal_by_target", journal.c.target, journal.c.revision)

change = Table(
    "change",
    metadata,
    Column("revision", Integer, ForeignKey("journal.revision"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("row_id", String(36), nullable=False),
    Column("document_id", String(36), nullable=True),
    Column("before", Text, nullable=True),
    Column("after", Text, nullable=True),
)
Index("change_by_row", change.c.row_id, change.c.revision)
Index("change_by_document", change.c.document_id, change.c.revision)

CONTENTS = ("source_sha", "read_sha", "cleaning_sha", "text_sha", "structure_sha")
"""Columns of `document` that name bytes in `content`."""

JOURNALED = {
    table.name: table
    for table in (
        project,
        document,
        attribute,
        case,
        case_value,
        attribute_type,
        tie,
        code,
        coding,
        coding_link,
        comment,
        memo,
    )
}
"""Tables whose rows change only inside a verb, with an image before and after in `change`."""
