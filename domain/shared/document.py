"""Brazil's tax numbers: the CPF of a person and the CNPJ of a company, with their two check digits.

Since July 2026 a CNPJ may hold letters in its first twelve places (Receita Federal, IN 2.229/2024): a letter
counts as its ASCII code minus 48, which for a digit is the digit itself.
"""

import re

_PUNCTUATION = re.compile(r"[\s./-]+")
_CPF = re.compile(r"[0-9]{11}")
_CNPJ = re.compile(r"[0-9A-Z]{12}[0-9]{2}")
_CPF_WEIGHTS = (11, 10, 9, 8, 7, 6, 5, 4, 3, 2)
_CNPJ_WEIGHTS = (6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)


def bare(text: str) -> str:
    """Take the dots, dashes, slashes and spaces out, and write letters large."""
    return _PUNCTUATION.sub("", text).upper()


def _check_digit(body: str, weights: tuple[int, ...]) -> str:
    total = sum((ord(sign) - ord("0")) * weight for sign, weight in zip(body, weights[-len(body) :], strict=True))
    rest = total % 11
    return "0" if rest < 2 else str(11 - rest)  # noqa: PLR2004  # the rule: a rest of 0 or 1 gives the digit 0


def _with_digits(body: str, weights: tuple[int, ...]) -> str:
    first = _check_digit(body, weights)
    return body + first + _check_digit(body + first, weights)


def complete_cpf(body: str) -> str:
    """Append the two check digits to the nine digits of `body`."""
    return _with_digits(body, _CPF_WEIGHTS)


def complete_cnpj(body: str) -> str:
    """Append the two check digits to the twelve digits or large letters of `body`."""
    return _with_digits(body, _CNPJ_WEIGHTS)


def read_cpf(text: str) -> str | None:
    """Give the eleven digits of a valid CPF, however it is punctuated; None for anything else."""
    number = bare(text)
    is_well_formed = _CPF.fullmatch(number) is not None and len(set(number)) > 1
    return number if is_well_formed and complete_cpf(number[:9]) == number else None


def read_cnpj(text: str) -> str | None:
    """Give the fourteen characters of a valid CNPJ, however it is punctuated; None for anything else."""
    number = bare(text)
    is_well_formed = _CNPJ.fullmatch(number) is not None and len(set(number)) > 1
    return number if is_well_formed and complete_cnpj(number[:12]) == number else None
