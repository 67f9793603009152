"""All SQL: tables, connections, queries, the journal and its images, migrations. SQLite and PostgreSQL."""
