"""The first layout of the tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates every table as version 0.1 has them."""
    _content()
    _project()
    _documents()
    _codes()
    _codings()
    _journal()


def _reference(name: str, target: str, *, nullable: bool = False) -> sa.Column[str]:
    key = sa.ForeignKey(target, deferrable=True, initially="DEFERRED")
    return sa.Column(name, sa.String(64), key, nullable=nullable)


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _id() -> sa.Column[str]:
    return sa.Column("id", sa.String(36), primary_key=True)


def _content() -> None:
    op.create_table(
        "content",
        sa.Column("sha", sa.String(64), primary_key=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )


def _project() -> None:
    op.create_table(
        "head",
        sa.Column("one", sa.Integer, primary_key=True),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.CheckConstraint("one = 1", name="head_is_one_row"),
    )
    op.create_table(
        "project",
        _id(),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("created", sa.String(40), nullable=False),
    )
    op.create_table(
        "coder",
        _id(),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("name_key", sa.Text, nullable=False, unique=True),
    )


def _documents() -> None:
    op.create_table(
        "document",
        _id(),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("name_key", sa.Text, nullable=False, unique=True),
        sa.Column("format", sa.String(16), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("characters", sa.Integer, nullable=False),
        _reference("source_sha", "content.sha"),
        _reference("read_sha", "content.sha"),
        _reference("cleaning_sha", "content.sha"),
        _reference("text_sha", "content.sha"),
        _reference("structure_sha", "content.sha"),
        sa.Column("position", sa.Integer, nullable=False),
    )
    op.create_table(
        "attribute",
        _id(),
        _reference("document_id", "document.id"),
        *_text("name", "value"),
        sa.UniqueConstraint("document_id", "name", name="one_value_per_attribute"),
    )


def _codes() -> None:
    op.create_table(
        "code",
        _id(),
        _reference("parent_id", "code.id", nullable=True),
        *_text("name", "name_key"),
        sa.Column("position", sa.Integer, nullable=False),
        *_text("definition", "when_to_use", "when_not", "example"),
        sa.Column("colour", sa.String(16), nullable=False),
    )
    top = sa.text("coalesce(parent_id, '')")
    op.create_index("one_code_per_path", "code", [top, "name_key"], unique=True)


def _codings() -> None:
    op.create_table(
        "coding",
        _id(),
        _reference("document_id", "document.id"),
        _reference("code_id", "code.id"),
        _reference("coder_id", "coder.id"),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("review", sa.String(16), nullable=False),
        sa.CheckConstraint('start >= 0 AND "end" > start', name="coding_holds_text"),
        sa.UniqueConstraint(
            "document_id", "start", "end", "code_id", "coder_id", name="one_coding_per_words"
        ),
    )
    op.create_index("coding_by_code", "coding", ["code_id", "document_id", "start"])
    op.create_index("coding_by_coder", "coding", ["code_id", "coder_id"])
    op.create_table(
        "memo",
        _id(),
        sa.Column("about", sa.String(16), nullable=False),
        sa.Column("about_id", sa.String(36), nullable=False),
        _reference("coder_id", "coder.id"),
        *_text("text"),
        sa.Column("at", sa.String(40), nullable=False),
        sa.UniqueConstraint("about", "about_id", name="one_memo_each"),
    )


def _journal() -> None:
    op.create_table(
        "journal",
        sa.Column("revision", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("verb", sa.String(64), nullable=False),
        _reference("coder_id", "coder.id"),
        sa.Column("at", sa.String(40), nullable=False),
        *_text("what", "details"),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("target", sa.Integer, nullable=True),
        sa.Column("uid", sa.String(64), nullable=True, unique=True),
    )
    op.create_index("journal_by_coder", "journal", ["coder_id", "kind", "revision"])
    op.create_index("journal_by_target", "journal", ["target", "revision"])
    op.create_table(
        "change",
        sa.Column("revision", sa.Integer, sa.ForeignKey("journal.revision"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("row_id", sa.String(36), nullable=False),
        sa.Column("document_id", sa.String(36), nullable=True),
        sa.Column("before", sa.Text, nullable=True),
        sa.Column("after", sa.Text, nullable=True),
    )
    op.create_index("change_by_row", "change", ["row_id", "revision"])
    op.create_index("change_by_document", "change", ["document_id", "revision"])
