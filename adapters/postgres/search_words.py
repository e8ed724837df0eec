"""How messages are searched: what is kept of each, and the question that finds it.

Every word is written with its company before it, so that one company's search never reads another's part of the index,
however common the word is. A message also carries the day it was written on, so that the newest days are asked first.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from uuid import UUID

from domain.conversations.message import Message
from domain.conversations.search import Term
from domain.shared.content import Content, Document, Edit, Reaction, Revoke, System, Unsupported, plain_text
from domain.shared.ids import TenantId
from domain.shared.words import composed, stem, words_in

MOST_WORDS = 1_500
"""Words of a message that are found; WhatsApp's longest text has some 800."""

MOST_PLACES = 255
"""PostgreSQL keeps no more of one word."""

NOT_SEARCHED = (Reaction, Edit, Revoke, System, Unsupported)
"""What is no message to look for: it changes another, or is nobody's words."""


def search_vector(message: Message, *, tenant_id: TenantId) -> str | None:
    """Give the words of a message as PostgreSQL keeps them; None where it has none."""
    content = message.content
    if isinstance(content, NOT_SEARCHED) or message.revoked_at is not None:
        return None
    return vector_of(text_of(content), tenant_id=tenant_id, message_id=message.id)


def text_of(content: Content) -> str:
    """Give what is searched of a message: what a person would read of it, and the name of its file."""
    filename = content.filename if isinstance(content, Document) else None
    return " ".join(part for part in (plain_text(content), filename) if part)


def vector_of(text: str, *, tenant_id: TenantId, message_id: UUID) -> str | None:
    """Give a text's words, each with its places, and the day of its message."""
    places: dict[str, list[str]] = {}
    for place, word in zip(range(1, MOST_WORDS + 1), words_in(composed(text)), strict=False):
        places.setdefault(stem(word.folded), []).append(str(place))
    if not places:
        return None
    company = company_of(tenant_id)
    words = (f"'{company}{word}':{','.join(at[:MOST_PLACES])}" for word, at in places.items())
    return f"'{company}{_day(day_of(message_id))}' {' '.join(words)}"


def query_of(terms: Sequence[Term], *, tenant_id: TenantId, days: Iterable[date] = ()) -> str:
    """Give the question: all of these terms, on one of these days where there are any."""
    company = company_of(tenant_id)
    parts = [_term(term, company) for term in terms]
    if any_of := " | ".join(f"'{company}{_day(day)}'" for day in days):
        parts.append(f"({any_of})")
    return " & ".join(parts)


def day_of(message_id: UUID) -> date:
    """Give the day on which a message got its id, which is a UUIDv7, in UTC."""
    return datetime.fromtimestamp((message_id.int >> 80) / 1000, tz=UTC).date()


def _term(term: Term, company: str) -> str:
    whole = " <-> ".join(f"'{company}{stem(word)}'" for word in term.words)
    return f"({whole})" if term.beginning is None else f"({whole} | '{company}{term.beginning}':*)"


def company_of(tenant_id: TenantId) -> str:
    """Name a company in six signs: two that share them only share a part of the index."""
    return f"{UUID(str(tenant_id)).int & 0xFFFFFF:06x}_"


def _day(day: date) -> str:
    return f"@{day.toordinal()}"
