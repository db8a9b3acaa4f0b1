"""The article's names: who and what is mentioned, where, and in which variants."""

from copydesk.entities.table import Entity, EntityTable, Variant, entity_table

__all__ = ["Entity", "EntityTable", "Variant", "entity_table"]
