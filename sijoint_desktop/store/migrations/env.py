"""Runs the migrations on the connection that the program hands over; Alembic loads this file."""

from alembic import context

from sijoint_desktop.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
context.run_migrations()
