"""Phone numbers as WhatsApp spells them: digits with the country code, and Brazil's two spellings of a mobile.

A Brazilian mobile is `55 DD 9XXXXXXXX` (13 digits) and, for older accounts, `55 DD XXXXXXXX` (12). Meta may
answer with either, whichever it was sent. `phone_key` is the one form that both share; it is for matching only:
messages go to the spelling that was received.
"""

import re

_NOT_DIGITS = re.compile(r"[^0-9]+")
_BRAZIL = "55"
_MOBILE_STARTS = "6789"
"""First digit of a Brazilian mobile's eight-digit form; landlines start with 2 to 5 and never get a ninth digit."""

MIN_DIGITS = 6
"""Shorter than any international number; below it, it is a typing error."""
MAX_DIGITS = 15
"""E.164: at most fifteen digits."""


def digits(text: str) -> str:
    """Keep the digits of `text`, whatever dots, spaces and plus signs people type."""
    return _NOT_DIGITS.sub("", text)


def is_phone(text: str) -> bool:
    """Whether `text` has as many digits as an international phone number can have."""
    return MIN_DIGITS <= len(digits(text)) <= MAX_DIGITS and not re.search(r"[^0-9\s().+/-]", text)


def phone_key(text: str) -> str:
    """Give the matching form: for a Brazilian mobile the 13-digit spelling, for everything else its digits."""
    number = digits(text)
    if not number.startswith(_BRAZIL) or len(number) != len("55DDXXXXXXXX"):
        return number
    area, subscriber = number[2:4], number[4:]
    if subscriber[0] in _MOBILE_STARTS:
        return f"{_BRAZIL}{area}9{subscriber}"
    return number


def spellings(text: str) -> frozenset[str]:
    """Give every spelling under which the same person may have been stored."""
    key = phone_key(text)
    is_brazilian_mobile = (
        key.startswith(_BRAZIL) and len(key) == len("55DD9XXXXXXXX") and key[4] == "9" and key[5] in _MOBILE_STARTS
    )
    if not is_brazilian_mobile:
        return frozenset({key})
    return frozenset({key, key[:4] + key[5:]})


def international(text: str) -> str:
    """Give the digits with a country code: what looks like a Brazilian number typed without one gets Brazil's.

    That is an area code (11 to 99, no zero in it) and eight or nine digits, without a plus sign before them.
    """
    number = digits(text)
    is_without_country = (
        not text.strip().startswith("+")
        and len(number) in (10, 11)
        and "0" not in number[:2]
        and (len(number) == len("DDXXXXXXXX") or number[2] == "9")
    )
    return f"{_BRAZIL}{number}" if is_without_country else number
