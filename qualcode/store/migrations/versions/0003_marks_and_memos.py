"""Weight, star and condensation of codings; links between them, comments on them; memos about anything."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_NEW = {
    "coding": '"weight": "", "starred": 0, "condensation": ""',
    "memo": '"type": "", "title": "", "document_id": null, "start": null, "end": null',
}
"""What is put into each image of a row, so that old acts can be undone."""


def upgrade() -> None:
    """Adds two tables and the new columns, and those to every image of a coding or a memo."""
    _codings()
    _links()
    _comments()
    _memos()
    _complete_images(op.get_bind())


def _reference(name: str, target: str, *, nullable: bool = False) -> sa.Column[str]:
    key = sa.ForeignKey(target, deferrable=True, initially="DEFERRED")
    return sa.Column(name, sa.String(64), key, nullable=nullable)


def _id() -> sa.Column[str]:
    return sa.Column("id", sa.String(36), primary_key=True)


def _codings() -> None:
    op.add_column("coding", sa.Column("weight", sa.Text, nullable=False, server_default=sa.text("''")))
    op.add_column("coding", sa.Column("starred", sa.Integer, nullable=False, server_default="0"))
    op.add_column("coding", sa.Column("condensation", sa.Text, nullable=False, server_default=sa.text("''")))


def _links() -> None:
    op.create_table(
        "coding_link",
        _id(),
        _reference("from_id", "coding.id"),
        _reference("to_id", "coding.id"),
        sa.Column("kind", sa.Text, nullable=False),
        _reference("coder_id", "coder.id"),
        sa.Column("at", sa.String(40), nullable=False),
        sa.CheckConstraint("from_id <> to_id", name="link_joins_two"),
        sa.UniqueConstraint("from_id", "to_id", "kind", name="one_link_each"),
    )
    op.create_index("link_by_end", "coding_link", ["to_id"])


def _comments() -> None:
    op.create_table(
        "comment",
        _id(),
        _reference("coding_id", "coding.id"),
        _reference("coder_id", "coder.id"),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("at", sa.String(40), nullable=False),
    )
    op.create_index("comment_by_coding", "comment", ["coding_id"])


def _memos() -> None:
    """SQLite takes no constraint off a table, so the memos move into a new one there."""
    if op.get_bind().dialect.name == "sqlite":
        op.rename_table("memo", "memo_before")
        op.create_table("memo", *_memo_columns(), *_memo_additions())
        old = ", ".join(column.name for column in _memo_columns())
        op.execute(f"INSERT INTO memo ({old}) SELECT {old} FROM memo_before")
        op.drop_table("memo_before")
    else:
        op.drop_constraint("one_memo_each", "memo", type_="unique")
        for column in _memo_additions():
            op.add_column("memo", column)
    op.create_index("memo_by_thing", "memo", ["about", "about_id"])
    op.create_index("memo_by_document", "memo", ["document_id"])
    only = sa.text("about = 'coding' AND type = ''")
    op.create_index(
        "one_note_per_coding", "memo", ["about_id"], unique=True, sqlite_where=only, postgresql_where=only
    )


def _memo_columns() -> list[sa.Column[str]]:
    return [
        _id(),
        sa.Column("about", sa.String(16), nullable=False),
        sa.Column("about_id", sa.String(36), nullable=False),
        _reference("coder_id", "coder.id"),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("at", sa.String(40), nullable=False),
    ]


def _memo_additions() -> list[sa.Column[str] | sa.Column[int]]:
    return [
        sa.Column("type", sa.String(16), nullable=False, server_default=sa.text("''")),
        sa.Column("title", sa.Text, nullable=False, server_default=sa.text("''")),
        _reference("document_id", "document.id", nullable=True),
        sa.Column("start", sa.Integer, nullable=True),
        sa.Column("end", sa.Integer, nullable=True),
    ]


def _complete_images(connection: sa.Connection) -> None:
    """An image is a JSON object, so what is new goes in behind its first brace; where there is none, none is made."""
    change = sa.table("change", *(sa.column(name) for name in ("kind", "before", "after")))
    for kind, added in _NEW.items():
        grown = {
            name: sa.literal(f"{{{added}, ") + sa.func.substr(change.c[name], 2, type_=sa.Text)
            for name in ("before", "after")
        }
        connection.execute(sa.update(change).where(change.c.kind == kind).values(grown))
