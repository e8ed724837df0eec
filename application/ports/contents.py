"""What a provider lets through."""

from typing import Protocol

from domain.shared.content import Content
from domain.shared.errors import ErrorDetail


class ContentRules(Protocol):
    """Checks a content against the provider's limits before it is queued."""

    def check(self, content: Content) -> tuple[ErrorDetail, ...]:
        """Name every field that the provider would refuse, with its limit."""
        ...
