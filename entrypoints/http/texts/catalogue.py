"""What an error's code says to people, in the languages we speak."""

from typing import Annotated

from litestar.params import HeaderParameter

from entrypoints.http.texts.ai import AI
from entrypoints.http.texts.audit import AUDIT
from entrypoints.http.texts.calls import CALLS
from entrypoints.http.texts.contacts import CONTACTS
from entrypoints.http.texts.conversations import CONVERSATIONS
from entrypoints.http.texts.flow_editing import FLOW_EDITING
from entrypoints.http.texts.flow_sessions import FLOW_SESSIONS
from entrypoints.http.texts.flow_starts import FLOW_STARTS
from entrypoints.http.texts.general import GENERAL
from entrypoints.http.texts.guards import GUARDS
from entrypoints.http.texts.identity import IDENTITY
from entrypoints.http.texts.linked_phones import LINKED_PHONES
from entrypoints.http.texts.media import MEDIA
from entrypoints.http.texts.message import ENGLISH, PORTUGUESE, Message
from entrypoints.http.texts.messages import MESSAGE_TEXTS
from entrypoints.http.texts.people import PEOPLE
from entrypoints.http.texts.support import SUPPORT
from entrypoints.http.texts.templates import TEMPLATES
from entrypoints.http.texts.tenants import TENANTS

AcceptLanguage = Annotated[
    str | None, HeaderParameter(name="Accept-Language", description="In which language to say it: pt-BR or en.")
]
DEFAULT_LANGUAGE = PORTUGUESE
"""Our customers are Brazilian; a program that wants English says so."""

MAX_HEADER_CHARS = 256
"""Browsers send some 40; a longer list of languages is not worth reading."""


MESSAGES: dict[str, Message] = {
    **GENERAL,
    **IDENTITY,
    **TENANTS,
    **PEOPLE,
    **SUPPORT,
    **AI,
    **CALLS,
    **FLOW_SESSIONS,
    **FLOW_STARTS,
    **CONTACTS,
    **AUDIT,
    **GUARDS,
    **LINKED_PHONES,
    **CONVERSATIONS,
    **MEDIA,
    **MESSAGE_TEXTS,
    **TEMPLATES,
    **FLOW_EDITING,
}
"""By code; `tests/http/test_messages.py` holds it complete."""


def language_of(accept_language: str | None) -> str:
    """Choose between our languages by the caller's weights; the default for whoever wants neither."""
    if not accept_language or len(accept_language) > MAX_HEADER_CHARS:
        return DEFAULT_LANGUAGE
    weights = {PORTUGUESE: 0.0, ENGLISH: 0.0}
    for item in accept_language.split(","):
        name, _, weight = item.partition(";")
        language = {"pt": PORTUGUESE, "en": ENGLISH}.get(name.strip().lower().partition("-")[0])
        if language is not None:
            weights[language] = max(weights[language], _weight(weight))
    return ENGLISH if weights[ENGLISH] > weights[PORTUGUESE] else DEFAULT_LANGUAGE


def _weight(text: str) -> float:
    """Read `q=0.8`; none is 1, and what cannot be read is nothing."""
    name, _, value = text.strip().partition("=")
    if not name:
        return 1.0
    try:
        return float(value) if name.strip() == "q" else 0.0
    except ValueError:
        return 0.0


def message_of(code: str, *, language: str) -> str:
    """Say what a code means."""
    return MESSAGES.get(code, MESSAGES["ERROR"]).text(language)
