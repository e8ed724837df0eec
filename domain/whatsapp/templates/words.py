"""The words for a template's state, in ours: Meta's in lower case (reference 6.2, 6.3)."""

from enum import StrEnum
from typing import TypeVar


class TemplateStatus(StrEnum):
    """Whether a template may be sent, and why not. `other` is a word of Meta's that nobody here knows."""

    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"
    PAUSED = "paused"
    DISABLED = "disabled"
    IN_APPEAL = "in_appeal"
    PENDING_DELETION = "pending_deletion"
    DELETED = "deleted"
    LIMIT_EXCEEDED = "limit_exceeded"
    ARCHIVED = "archived"
    OTHER = "other"


class TemplateCategory(StrEnum):
    """What a template is for, which decides its price. `other` is a word of Meta's that nobody here knows."""

    MARKETING = "marketing"
    UTILITY = "utility"
    AUTHENTICATION = "authentication"
    OTHER = "other"


class ParameterFormat(StrEnum):
    """How the gaps of a template's text are called: `{{1}}` or `{{name}}`."""

    POSITIONAL = "positional"
    NAMED = "named"


class TemplateQuality(StrEnum):
    """How customers take it."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    UNKNOWN = "unknown"


def status_of(word: str) -> TemplateStatus:
    """Read Meta's word."""
    return _among(TemplateStatus, word, TemplateStatus.OTHER)


def category_of(word: str) -> TemplateCategory:
    """Read Meta's word."""
    return _among(TemplateCategory, word, TemplateCategory.OTHER)


def quality_of(word: str | None) -> TemplateQuality:
    """Read Meta's word."""
    return _among(TemplateQuality, word or "", TemplateQuality.UNKNOWN)


def format_of(word: str | None) -> ParameterFormat:
    """Read Meta's word; it did not always say it, and then it is by numbers."""
    return _among(ParameterFormat, word or "", ParameterFormat.POSITIONAL)


_Word = TypeVar("_Word", bound=StrEnum)


def _among(kind: type[_Word], word: str, otherwise: _Word) -> _Word:
    found = word.strip().lower()
    return kind(found) if found in set(kind) else otherwise
