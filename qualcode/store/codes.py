"""The codebook, read."""

from sqlalchemy import Connection, func, select

from qualcode.model.values import Code
from qualcode.store.schema import code, coding
from qualcode.store.transaction import Row


def rows(connection: Connection) -> list[Row]:
    """Every code's row, siblings in their order."""
    query = select(code).order_by(code.c.position, code.c.name_key, code.c.id)
    return [dict(row) for row in connection.execute(query).mappings()]


def one(connection: Connection, code_id: str) -> Row | None:
    """One code's row."""
    found = connection.execute(select(code).where(code.c.id == code_id)).mappings().first()
    return dict(found) if found else None


def counts(connection: Connection) -> dict[str, int]:
    """Number of codings of each code that has any, subcodes apart."""
    query = select(coding.c.code_id, func.count()).group_by(coding.c.code_id)
    return dict(connection.execute(query).tuples().all())


def value(row: Row, path: str, codings: int) -> Code:
    """A row as the value that the project gives out."""
    return Code(
        id=row["id"],
        name=row["name"],
        path=path,
        parent_id=row["parent_id"],
        position=row["position"],
        definition=row["definition"],
        when=row["when_to_use"],
        when_not=row["when_not"],
        example=row["example"],
        colour=row["colour"],
        codings=codings,
    )
