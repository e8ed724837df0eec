"""What the details of an error say to people: the English of the code is the key, Portuguese stands beside it."""

import re
from collections.abc import Mapping
from string import Formatter

from domain.flows.inspection import Finding
from domain.flows.unmet import UNMET
from domain.shared.phrases import Phrase, filled
from entrypoints.http.texts.details.contacts import CONTACTS
from entrypoints.http.texts.details.contents import CONTENTS
from entrypoints.http.texts.details.conversations import CONVERSATIONS
from entrypoints.http.texts.details.flows import FLOWS
from entrypoints.http.texts.details.foreign import foreign_text
from entrypoints.http.texts.details.imports import IMPORTS
from entrypoints.http.texts.details.limits import LIMITS
from entrypoints.http.texts.details.messages import MESSAGES
from entrypoints.http.texts.details.numbers import NUMBERS
from entrypoints.http.texts.details.people import PEOPLE
from entrypoints.http.texts.details.requests import REQUESTS
from entrypoints.http.texts.details.support import SUPPORT
from entrypoints.http.texts.details.templates import TEMPLATES
from entrypoints.http.texts.details.tenants import TENANTS
from entrypoints.http.texts.findings import finding_text
from entrypoints.http.texts.flow_tests import FAILURES
from entrypoints.http.texts.message import ENGLISH, PORTUGUESE
from entrypoints.http.texts.reasons import reason_text

DETAILS: dict[str, str] = {
    **LIMITS,
    **REQUESTS,
    **PEOPLE,
    **TENANTS,
    **CONTACTS,
    **IMPORTS,
    **CONVERSATIONS,
    **MESSAGES,
    **CONTENTS,
    **TEMPLATES,
    **NUMBERS,
    **SUPPORT,
    **FLOWS,
}
"""By template; `tests/unit/http/test_details.py` holds it complete."""

_FAILURES = {UNMET[code]: text for code, text in FAILURES.items()}


def phrase_text(said: Phrase, *, language: str) -> str:
    """Say a phrase in a language."""
    portuguese = _portuguese(said)
    return str(said) if language == ENGLISH else portuguese


def kept_text(english: str, *, language: str) -> str:
    """Say in a language what was kept in English with its gaps filled, or what a library said."""
    portuguese = known_text(english) or untold(english)
    return english if language == ENGLISH else portuguese


def known_text(english: str) -> str | None:
    """Say in Portuguese what has its gaps filled; None for what is no text of ours, nor of a library we know."""
    text = DETAILS.get(english) or foreign_text(english)
    if text is not None:
        return text
    for pattern, template in _PATTERNS:
        if found := pattern.fullmatch(english):
            return filled(template, found.groupdict())
    return None


def _portuguese(said: Phrase) -> str:
    text = DETAILS.get(said.template) or _FAILURES.get(said.template)
    if text is None:
        return known_text(str(said)) or untold(str(said))
    return filled(text, {name: _value(name, value) for name, value in said.values.items()})


def _value(name: str, value: object) -> object:
    """Say in Portuguese what is itself a text: a finding, a phrase, why something cannot be read."""
    match value:
        case Finding():
            return finding_text(value, language=PORTUGUESE)
        case Phrase():
            return _portuguese(value)
        case str() if name == "reason":
            return reason_text(value)
    return value


def untold(english: str) -> str:
    """Leave in English what nobody has translated; no test of the API lets that pass."""
    return english


def _pattern(template: str) -> tuple[int, str]:
    """Write a template as a pattern, and count the letters that are not in gaps."""
    words, pattern, named = 0, "", set[str]()
    for text, name, _, _ in Formatter().parse(template):
        words += sum(map(str.isalpha, text))
        pattern += re.escape(text)
        if name is not None:
            pattern += f"(?P={name})" if name in named else f"(?P<{name}>.+?)"
            named.add(name)
    return (words, pattern) if named else (0, "")


def _patterns(texts: Mapping[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Give those with gaps and words, the most particular first; nothing but gaps would fit everything."""
    found = {_pattern(template): text.replace("!r}", "}") for template, text in texts.items() if "{" in template}
    ordered = sorted(((key, text) for key, text in found.items() if key[0] > 0), reverse=True)
    return tuple((re.compile(pattern, re.DOTALL), text) for (_, pattern), text in ordered)


_PATTERNS = _patterns(DETAILS)
