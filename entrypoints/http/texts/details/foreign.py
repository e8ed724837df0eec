"""What msgspec says of values, whose words are its own: a pattern for each sentence, and its Portuguese."""

import re
from collections.abc import Callable

_KINDS = {
    "array": "uma lista",
    "bool": "verdadeiro ou falso",
    "bytes": "bytes em base64",
    "date": "uma data",
    "datetime": "uma data com hora",
    "decimal": "um número decimal",
    "float": "um número",
    "int": "um número inteiro",
    "null": "nada (null)",
    "object": "um objeto",
    "str": "um texto",
    "time": "uma hora",
    "uuid": "um identificador (UUID)",
}
"""Its names of types; one that is not here stays as it is."""
_UNITS = {"str": "caractere", "array": "item", "object": "campo", "bytes": "byte"}
_MANY = {"caractere": "caracteres", "item": "itens", "campo": "campos", "byte": "bytes"}
_BOUNDS = {">=": "no mínimo", "<=": "no máximo", ">": "mais que", "<": "menos que", "==": "exatamente"}

Said = Callable[[re.Match[str]], str]


def _kind(names: str) -> str:
    """Name `int | null` as people do."""
    return " ou ".join(_KINDS.get(name, name) for name in names.split(" | "))


def _expected(found: re.Match[str]) -> str:
    return f"Aqui vai {_kind(found['kind'])}, não {_kind(found['got'])}."


def _alone(found: re.Match[str]) -> str:
    return f"Aqui vai {_kind(found['kind'])}."


def _length(found: re.Match[str]) -> str:
    bound, count = _BOUNDS[found["bound"]].capitalize(), found["count"]
    unit = _UNITS.get(found["kind"].partition(" | ")[0], "item")
    return f"{bound} {count} {unit if count == '1' else _MANY[unit]}."


def _range(found: re.Match[str]) -> str:
    return f"O valor precisa ser {_BOUNDS[found['bound']]} {found['count']}."


def _words(text: str) -> Said:
    """Fill the gaps of a sentence by the pattern's groups."""
    return lambda found: text.format_map(found.groupdict())


_SENTENCES: tuple[tuple[str, Said], ...] = (
    (r"Expected `(?P<kind>[^`]*)`, got `(?P<got>[^`]*)`", _expected),
    (r"Expected `(?P<kind>[^`]*)`", _alone),
    (r"Expected `(?P<kind>[^`]*)` of length (?P<bound>[<>=]=) (?P<count>\d+)", _length),
    (r"Expected `(?P<kind>[^`]*)` (?P<bound>[<>]=?) (?P<count>\S+)", _range),
    (r"Expected `[^`]*` that's a multiple of (?P<of>\S+)", _words("O valor precisa ser múltiplo de {of}.")),
    (r"Expected `[^`]*` matching regex (?P<pattern>.*)", _words("O texto precisa seguir o padrão {pattern}.")),
    (
        r"Expected `array` of length (?P<least>\d+) to (?P<most>\d+).*",
        _words("A lista precisa de {least} a {most} itens."),
    ),
    (r"Expected `array` of length (?P<count>\d+).*", _words("O número de itens da lista precisa ser {count}.")),
    (r"Expected `array` of at least length (?P<count>\d+).*", _words("O número mínimo de itens da lista é {count}.")),
    (r"Expected `array` of at most length (?P<count>\d+).*", _words("O número máximo de itens da lista é {count}.")),
    (r"Expected `datetime` with a timezone component", _words("A data com hora precisa de fuso horário.")),
    (r"Expected `datetime` with no timezone component", _words("A data com hora não leva fuso horário.")),
    (r"Object missing required field `(?P<field>[^`]*)`", _words("Falta o campo obrigatório {field}.")),
    (r"Object contains unknown field `(?P<field>[^`]*)`", _words("O campo {field} não existe aqui.")),
    (r"Invalid enum value (?P<value>.*)", _words("O valor {value} não existe aqui.")),
    (r"Invalid value (?P<value>.*)", _words("O valor {value} não existe aqui.")),
    (r"Invalid UUID(?: bytes)?", _words("Isto não é um identificador (UUID).")),
    (r"Invalid RFC3339 encoded datetime", _words("Uma data com hora, como 2026-08-12T12:00:00Z.")),
    (r"Invalid RFC3339 encoded date", _words("Uma data, como 2026-08-12.")),
    (r"Invalid RFC3339 encoded time", _words("Uma hora, como 12:00:00Z.")),
    (r"Invalid ISO8601 duration", _words("Uma duração, como PT30M.")),
    (r"Invalid base64 encoded string", _words("Isto não é um texto em base64.")),
    (
        r"Only units 'D', 'H', 'M', and 'S' are supported when parsing ISO8601 durations",
        _words("Uma duração só tem dias, horas, minutos e segundos, como PT30M."),
    ),
    (r"Invalid decimal string", _words("Isto não é um número decimal.")),
    (r"Invalid epoch timestamp", _words("Isto não é um momento válido.")),
    (r"(?:Integer value|Number|Timestamp|Duration)(?: is)? out of range ?", _words("O valor está fora do que cabe.")),
    (r"Object keys must be strings", _words("Os nomes dos campos são textos.")),
)
_COMPILED = tuple((re.compile(pattern, re.DOTALL), said) for pattern, said in _SENTENCES)
_PLACE = re.compile(r"(?P<sentence>.*?)(?P<place> - at `[^`]*`)?", re.DOTALL)
"""msgspec ends with where it is, where whoever caught it did not take that off."""


def foreign_text(english: str) -> str | None:
    """Say in Portuguese what the library says; None for what it never says."""
    parts = _PLACE.fullmatch(english)
    if parts is None:
        return None
    for pattern, said in _COMPILED:
        if found := pattern.fullmatch(parts["sentence"]):
            place = parts["place"].replace(" - at ", " em ") if parts["place"] else ""
            text = said(found)
            return f"{text.removesuffix('.')}{place}." if place else text
    return None
