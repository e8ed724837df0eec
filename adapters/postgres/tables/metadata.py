"""One metadata for all tables, and the columns that every tenant table shares."""

from sqlalchemy import Column, MetaData, Table
from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP, UUID
from sqlalchemy.schema import SchemaItem

PLATFORM = "platform"
"""The schema of what must be found before the tenant is known."""

metadata = MetaData()


def time(name: str, *, nullable: bool = False) -> Column[object]:
    """Make a `timestamptz` column."""
    return Column(name, TIMESTAMP(timezone=True), nullable=nullable)


def uuid(name: str, *, nullable: bool = False) -> Column[object]:
    """Make a `uuid` column."""
    return Column(name, UUID(as_uuid=True), nullable=nullable)


def jsonb(name: str, *, nullable: bool = False) -> Column[object]:
    """Make a `jsonb` column; the codec of `database.py` encodes and decodes it."""
    return Column(name, JSONB, nullable=nullable)


def tenant_table(name: str, *items: SchemaItem) -> Table:
    """Make a table of a tenant's rows: `tenant_id` first, then its own columns."""
    return Table(name, metadata, uuid("tenant_id"), *items)


def platform_table(name: str, *items: SchemaItem) -> Table:
    """Make a table of the platform schema."""
    return Table(name, metadata, *items, schema=PLATFORM)
