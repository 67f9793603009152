"""Alembic's entry: runs the steps on the connection that `qualcode.store.migrate` hands over."""

from alembic import context

from qualcode.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table="layout",
    transactional_ddl=True,
    render_as_batch=True,
)
context.run_migrations()
