"""Alembic migrations of the user's database."""
