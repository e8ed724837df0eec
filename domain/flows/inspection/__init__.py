"""The check before publishing: what would go wrong, and where."""

from domain.flows.inspection.check import inspect
from domain.flows.inspection.finding import Finding, Severity
from domain.flows.inspection.references import references
from domain.flows.inspection.world import Named, World, name_key

__all__ = ["Finding", "Named", "Severity", "World", "inspect", "name_key", "references"]
