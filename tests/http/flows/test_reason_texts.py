"""Why something cannot be read is said in Portuguese, whoever says it."""

import pytest

from adapters.expressions.cel import Cel
from adapters.expressions.liquid import Liquid
from adapters.expressions.regex import Re2
from domain.flows.inspection import Finding
from entrypoints.http.texts.findings import finding_text
from entrypoints.http.texts.message import PORTUGUESE
from entrypoints.http.texts.reasons import reason_text


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        ("vars.x ==", "o fim da expressão não cabe aqui"),
        ("vars.x = 1", "'=' não é da linguagem"),
        ("(vars.x", "falta ')', veio o fim da expressão"),
        ("vars.x == 1)", "')' não cabe aqui"),
        ("vars..x", "'..' não cabe aqui"),
        ("[1].map(x, [2].map(y, y))", "uma função de lista dentro de outra"),
        ("(a).map(x, x)", "map() percorre um nome ou uma lista escrita por extenso"),
        ("a" * 3000, "uma expressão tem no máximo 1000 caracteres"),
    ],
)
def test_of_an_expression(expression: str, told: str) -> None:
    mistake = Cel().mistake(expression)

    assert mistake is not None
    assert reason_text(mistake.message) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{ x", "esperava '}}', encontrou o fim do texto"),
        ("{% if x %}", "falta fechar com 'endif'"),
        ("{{ x | nada }}", "o filtro 'nada' não existe"),
        ("{% nada %}", "'nada' não existe ou não cabe aqui"),
        ("{{ }}", "esperava um valor, encontrou o fim da expressão"),
        ("{% for %}", "falta a expressão"),
    ],
)
def test_of_a_text(text: str, told: str) -> None:
    assert reason_text(Liquid().check(text) or "") == told


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("(", "falta fechar com ')'"),
        ("[a", "falta fechar com ']'"),
        ("*a", "'*' não tem o que repetir"),
        ("\\", "uma barra invertida sozinha no fim"),
        ("(?=a)", "'(?=' não é aceito aqui"),
        ("[z-a]", "'z-a' não é um intervalo de caracteres"),
    ],
)
def test_of_a_pattern(pattern: str, told: str) -> None:
    assert reason_text(Re2().check(pattern) or "") == told


def test_what_nobody_knows_stays_as_it_is_said() -> None:
    assert reason_text("sheer nonsense") == "sheer nonsense"


def test_a_finding_tells_the_reason_and_the_part() -> None:
    wrong = Finding(code="bad_expression", message="x", params={"reason": "missing expression"})
    left = Finding(code="part_not_sent", message="x", params={"part": "media"})

    assert finding_text(wrong, language=PORTUGUESE) == "A expressão não pode ser lida: falta a expressão"
    assert finding_text(left, language=PORTUGUESE).endswith("junto com o resto dele: o arquivo.")
