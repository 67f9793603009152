"""Cases, typed attributes, and the parts of a document that are not counted."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_NOTHING = "[]"
_AT_A_TIME = 500


def upgrade() -> None:
    """Adds four tables and a column, and the column to every image of a document, so that old acts can be undone."""
    _cases()
    _types()
    op.add_column("document", sa.Column("excluded", sa.Text, nullable=False, server_default=_NOTHING))
    _complete_images(op.get_bind())


def _reference(name: str, target: str) -> sa.Column[str]:
    key = sa.ForeignKey(target, deferrable=True, initially="DEFERRED")
    return sa.Column(name, sa.String(64), key, nullable=False)


def _id() -> sa.Column[str]:
    return sa.Column("id", sa.String(36), primary_key=True)


def _cases() -> None:
    op.create_table(
        "case",
        _id(),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("name_key", sa.Text, nullable=False, unique=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
    )
    op.create_table(
        "case_value",
        _id(),
        _reference("case_id", "case.id"),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.UniqueConstraint("case_id", "name", name="one_value_per_case"),
    )
    op.create_table(
        "tie",
        _id(),
        _reference("case_id", "case.id"),
        _reference("document_id", "document.id"),
        sa.Column("speaker", sa.Text, nullable=False),
        sa.UniqueConstraint("case_id", "document_id", "speaker", name="one_tie_each"),
    )
    op.create_index("tie_by_document", "tie", ["document_id"])


def _types() -> None:
    op.create_table(
        "attribute_type",
        _id(),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("name_key", sa.Text, nullable=False, unique=True),
        sa.Column("type", sa.String(16), nullable=False),
        sa.Column("choices", sa.Text, nullable=False),
    )


def _complete_images(connection: sa.Connection) -> None:
    change = sa.table(
        "change", *(sa.column(name) for name in ("revision", "number", "kind", "before", "after"))
    )
    query = sa.select(change.c.revision, change.c.number, change.c.before, change.c.after)
    found = connection.execute(query.where(change.c.kind == "document")).all()
    rows = [
        {"at": revision, "place": number, "old": _completed(before), "new": _completed(after)}
        for revision, number, before, after in found
    ]
    same = (change.c.revision == sa.bindparam("at"), change.c.number == sa.bindparam("place"))
    wished: dict[str, sa.BindParameter[str | None]] = {
        "before": sa.bindparam("old"),
        "after": sa.bindparam("new"),
    }
    for first in range(0, len(rows), _AT_A_TIME):
        connection.execute(sa.update(change).where(*same).values(wished), rows[first : first + _AT_A_TIME])


def _completed(image: str | None) -> str | None:
    if image is None:
        return None
    return json.dumps({"excluded": _NOTHING, **json.loads(image)}, ensure_ascii=False, sort_keys=True)
