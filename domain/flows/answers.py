"""What counts as an answer to each kind of question, and what is kept of it."""

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum

import msgspec

from domain.flows.session import Reply, Value
from domain.shared.content import MEDIA, Location
from domain.shared.document import read_cnpj, read_cpf
from domain.shared.phone import digits, is_phone, phone_key

_MAX_EMAIL = 254
"""RFC 5321: the longest address that can be delivered to."""
_EMAIL = re.compile(r"[^\s@<>,;]{1,64}@[^\s@<>,;.]+(?:\.[^\s@<>,;.]+)+")
_NUMBER = re.compile(r"[+-]?\d{1,15}(?:\.\d{1,15})?")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_MONEY = re.compile(r"^r\$|\s+|%$", re.IGNORECASE)
_BRAZILIAN_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_LOCAL_PHONE = re.compile(r"[1-9][1-9](?:9\d{8}|[2-9]\d{7})")
"""A Brazilian number as people type it at home: area code, then a mobile or a landline."""


class Kind(StrEnum):
    """What a question asks for."""

    TEXT = "text"
    NUMBER = "number"
    EMAIL = "email"
    PHONE = "phone"
    CPF = "cpf"
    CNPJ = "cnpj"
    DATE = "date"
    CHOICE = "choice"
    REGEX = "regex"
    MEDIA = "media"
    LOCATION = "location"


def read_number(text: str) -> int | float | None:
    """Read `1.234,56`, `1234.56`, `R$ 10`; a lone point before three digits groups thousands, as in Brazil."""
    bare = _MONEY.sub("", text.strip())
    if _THOUSANDS.fullmatch(bare):
        bare = bare.replace(".", "")
    bare = bare.replace(",", ".")
    if _NUMBER.fullmatch(bare) is None:
        return None
    return float(bare) if "." in bare else int(bare)


def read_email(text: str) -> str | None:
    """Read an address; letters become small."""
    address = text.strip().lower()
    return address if len(address) <= _MAX_EMAIL and _EMAIL.fullmatch(address) else None


def read_phone(text: str) -> str | None:
    """Read a number; a Brazilian one without its country code gets it."""
    if not is_phone(text):
        return None
    number = digits(text)
    is_local = "+" not in text and _LOCAL_PHONE.fullmatch(number) is not None
    return phone_key(f"55{number}" if is_local else number)


def read_date(text: str) -> str | None:
    """Read `31/12/2026` or `2026-12-31`; gives the latter."""
    bare = text.strip()
    brazilian, iso = _BRAZILIAN_DATE.fullmatch(bare), _ISO_DATE.fullmatch(bare)
    parts = brazilian.groups()[::-1] if brazilian else iso.groups() if iso else None
    if parts is None:
        return None
    try:
        return date(int(parts[0]), int(parts[1]), int(parts[2])).isoformat()
    except ValueError:
        return None


_TEXTS: dict[Kind, Callable[[str], Value]] = {
    Kind.TEXT: lambda text: text.strip() or None,
    Kind.NUMBER: read_number,
    Kind.EMAIL: read_email,
    Kind.PHONE: read_phone,
    Kind.CPF: read_cpf,
    Kind.CNPJ: read_cnpj,
    Kind.DATE: read_date,
}


def read_answer(kind: Kind, reply: Reply) -> Value:
    """Give what is kept of the answer, or None when it is not one (choice and regex need their node to tell)."""
    content = reply.content
    match kind:
        case Kind.MEDIA:
            return msgspec.to_builtins(content) if isinstance(content, MEDIA) else None
        case Kind.LOCATION:
            return msgspec.to_builtins(content) if isinstance(content, Location) else None
        case _:
            return _TEXTS[kind](reply.text) if kind in _TEXTS else None
