"""The steps from each layout of the tables to the next; run by Alembic."""
