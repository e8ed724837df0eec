"""Why an expression, a text or a pattern cannot be read: our own words and the libraries', and their Portuguese."""

import re

_EXPECTED = {
    "<EOF>": "o fim da expressão",
    "end of expression": "o fim da expressão",
    "end of file": "o fim do texto",
    "a primitive expression": "um valor",
    "word": "uma palavra",
    "a list function": "uma função de lista",
}
"""What a library expects or finds; anything else is a sign, which stays as it is."""

_SENTENCES: tuple[tuple[str, str], ...] = (
    (r"an expression has at most (?P<limit>\d+) characters", "uma expressão tem no máximo {limit} caracteres"),
    (r"a text has at most (?P<limit>\d+) characters", "um texto tem no máximo {limit} caracteres"),
    (r"a pattern has at most (?P<limit>\d+) characters", "um padrão tem no máximo {limit} caracteres"),
    (r"a date format has at most (?P<limit>\d+) characters", "um formato de data tem no máximo {limit} caracteres"),
    (r"no such name: (?P<name>.*)", "nada se chama {name}"),
    (r"a list function inside another list function", "uma função de lista dentro de outra"),
    (r"matches\(\) inside a list function", "matches() dentro de uma função de lista"),
    (r"too many list functions or patterns", "funções de lista ou padrões demais"),
    (r"(?P<name>\w+)\(\) belongs behind a list", "{name}() vem depois de uma lista"),
    (
        r"(?P<name>\w+\(\)|a list function) walks over a name or a list that is written out",
        "{name} percorre um nome ou uma lista escrita por extenso",
    ),
    (r"unknown filter '(?P<name>.*)'", "o filtro '{name}' não existe"),
    (r"unexpected tag '(?P<name>.*)'", "'{name}' não existe ou não cabe aqui"),
    (r"missing expression", "falta a expressão"),
    (r"expected tag (?P<name>\w+), found .*", "falta fechar com '{name}'"),
    (r"expected (?P<wanted>.+), found (?P<found>.+)", "esperava {wanted}, encontrou {found}"),
    (r"unexpected (?P<found>.+)", "{found} não cabe aqui"),
    (r"Syntax error: token recognition error at: '(?P<found>.*)'", "{found} não é da linguagem"),
    (r"Syntax error: missing (?P<wanted>.+) at '(?P<found>.*)'", "falta {wanted}, veio {found}"),
    (r"Syntax error: (?:extraneous|mismatched) input '(?P<found>.*)' expecting .*", "{found} não cabe aqui"),
    (r"Syntax error: no viable alternative at input '(?P<found>.*)'", "{found} não cabe aqui"),
    (r"missing (?P<wanted>[\])]): .*", "falta fechar com {wanted}"),
    (r"no argument for repetition operator: (?P<found>.*)", "{found} não tem o que repetir"),
    (r"(?:invalid repetition size|bad repetition operator): (?P<found>.*)", "{found} não é uma repetição válida"),
    (r"trailing \\", "uma barra invertida sozinha no fim"),
    (r"invalid named capture group: (?P<found>.*)", "{found} não é um grupo com nome válido"),
    (r"invalid perl operator: (?P<found>.*)", "{found} não é aceito aqui"),
    (r"invalid escape sequence: (?P<found>.*)", "{found} não é um escape conhecido"),
    (r"invalid character class range: (?P<found>.*)", "{found} não é um intervalo de caracteres"),
)
_COMPILED = tuple((re.compile(pattern, re.DOTALL), text) for pattern, text in _SENTENCES)


def reason_text(english: str) -> str:
    """Say in Portuguese why it cannot be read; what no pattern knows stays as the library says it."""
    for pattern, text in _COMPILED:
        if found := pattern.fullmatch(english):
            return text.format_map({name: _named(name, part) for name, part in found.groupdict().items()})
    return english


def _named(gap: str, part: str) -> str:
    """Name what a library expects or finds; a sign stands in quotes, where the library has not put it there."""
    if part in _EXPECTED:
        return _EXPECTED[part]
    is_sign = gap in {"wanted", "found"} and not part.startswith(("'", '"'))
    return f"'{part.strip()}'" if is_sign else part
