"""What a column seems to hold, told by its heading: Portuguese and English, as spreadsheets name things."""

import re

from domain.contacts.consent import Purpose
from domain.contacts.fields import ContactField
from domain.contacts.import_plan import ATTRIBUTE, CONSENT, LIFECYCLE, TAGS
from domain.shared.text import fold

_WORDS = {
    "name": ("nome", "nome completo", "name", "full name", "contato", "contact", "cliente", "customer", "razao social"),
    "phone": (
        "telefone", "celular", "fone", "whatsapp", "whats", "zap", "numero", "tel", "phone", "phone number", "mobile",
        "cell", "cell phone", "mobile phone", "telefone celular", "numero de telefone", "number", "phone 1 value",
    ),
    "email": ("email", "e mail", "correio eletronico", "mail", "email address", "e mail address", "e mail 1 value"),
    "language": ("idioma", "lingua", "language", "locale"),
    "time_zone": ("fuso", "fuso horario", "time zone", "timezone"),
    LIFECYCLE: (
        "estagio", "etapa", "fase", "status do cliente", "ciclo de vida", "lifecycle", "lifecycle stage", "stage",
    ),
    TAGS: ("etiquetas", "etiqueta", "tags", "tag", "marcadores", "labels", "grupos", "groups"),
    CONSENT + Purpose.MARKETING: (
        "consentimento", "opt in", "optin", "aceita marketing", "marketing", "consent", "aceite", "marketing consent",
    ),
    CONSENT + Purpose.SUPPORT: ("aceita suporte", "consentimento suporte", "support consent"),
    CONSENT + Purpose.BILLING: ("aceita cobranca", "consentimento cobranca", "billing consent"),
}  # fmt: skip
_TARGETS = {word: target for target, words in _WORDS.items() for word in words}
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


def suggest_mapping(headings: tuple[str, ...], *, fields: tuple[ContactField, ...]) -> dict[str, str]:
    """Suggest what each column holds; the company's own fields are known by key and by label. Each target once."""
    own = {_plainly(name): ATTRIBUTE + field.key for field in fields for name in (field.label, field.key)}
    suggested: dict[str, str] = {}
    for heading in headings:
        word = _plainly(heading)
        target = _TARGETS.get(word) if heading in _WORDS else own.get(word) or _TARGETS.get(word)
        if target is not None and heading not in suggested and target not in suggested.values():
            suggested[heading] = target
    return suggested


def _plainly(heading: str) -> str:
    return _NOT_LETTERS.sub(" ", fold(heading)).strip()
