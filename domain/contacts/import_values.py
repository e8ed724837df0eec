"""Cells of a table read as what they mean: numbers, days, yes and no, as they are typed in Brazil and elsewhere."""

import re
from datetime import date

from domain.contacts.contact import LifecycleStage
from domain.contacts.fields import ContactField, FieldType, MisfitError, fitted
from domain.shared.text import fold

_YES = frozenset({"sim", "s", "yes", "y", "true", "verdadeiro", "v", "1", "x", "ok", "aceito", "optin", "opt-in"})
_NO = frozenset({"nao", "n", "no", "false", "falso", "f", "0", "recusado", "optout", "opt-out"})
_STAGES = {
    LifecycleStage.LEAD: ("lead", "novo", "contato"),
    LifecycleStage.PROSPECT: ("prospect", "prospecto", "oportunidade", "negociacao"),
    LifecycleStage.CUSTOMER: ("customer", "cliente", "ativo"),
    LifecycleStage.CHURNED: ("churned", "perdido", "cancelado", "ex cliente", "ex-cliente", "inativo"),
}
_STAGE_OF = {word: stage for stage, words in _STAGES.items() for word in words}
_BRAZILIAN_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})([T ].*)?")
_NUMBER = re.compile(r"-?\d{1,18}(\.\d{1,18})?")
_BETWEEN = re.compile(r"[,;|]")


def yes_or_no(text: str) -> bool | None:
    """Read a yes or a no; None for anything else."""
    word = fold(text)
    return True if word in _YES else False if word in _NO else None


def stage_of(text: str) -> LifecycleStage | None:
    """Read a lifecycle stage; None for no word for one."""
    return _STAGE_OF.get(fold(text))


def many(text: str) -> list[str]:
    """Read several words in one cell, between commas, semicolons or bars; each once."""
    return list(dict.fromkeys(part.strip() for part in _BETWEEN.split(text) if part.strip()))


def value_of(field: ContactField, text: str) -> object:
    """Read a cell as a custom field's value. Raises MisfitError, which says what would be right."""
    match field.type:
        case FieldType.NUMBER:
            return fitted(field, _number(text))
        case FieldType.BOOLEAN:
            return fitted(field, yes_or_no(text))
        case FieldType.DATE:
            return fitted(field, _day(text))
        case FieldType.CHOICE:
            return fitted(field, _option(field, text))
        case FieldType.CHOICES:
            return fitted(field, [_option(field, part) for part in many(text)])
        case _:
            return fitted(field, text)


def _option(field: ContactField, text: str) -> str:
    return next((option for option in field.options if fold(option) == fold(text)), text)


def _number(text: str) -> int | float:
    """Read `1.234,56`, `1,234.56`, `1234.56`, `R$ 10`: the last of both signs is the decimal one."""
    bare = re.sub(r"[\sR$]", "", text)
    if "," in bare and "." in bare:
        thousands = "." if bare.rfind(",") > bare.rfind(".") else ","
        bare = bare.replace(thousands, "")
    elif bare.count(".") > 1:
        bare = bare.replace(".", "")
    bare = bare.replace(",", ".")
    if not _NUMBER.fullmatch(bare):
        raise MisfitError("a number")
    number = float(bare)
    return int(bare) if "." not in bare else number


def _day(text: str) -> str:
    if found := _ISO_DAY.fullmatch(text.strip()):
        return found[1]
    if found := _BRAZILIAN_DAY.fullmatch(text.strip()):
        try:
            return date(int(found[3]), int(found[2]), int(found[1])).isoformat()
        except ValueError:
            return text
    return text
