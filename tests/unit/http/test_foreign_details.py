"""What msgspec really says of wrong values is said in Portuguese."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
import pytest

from entrypoints.http.texts.details.foreign import foreign_text


class Colour(StrEnum):
    RED = "red"


class Thing(msgspec.Struct, forbid_unknown_fields=True, tag="thing"):
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=3, pattern="^[a-z]+$")]


class Other(msgspec.Struct, tag="other"):
    pass


def of(kind: Any, **limits: Any) -> Any:  # noqa: ANN401  # any type with any limits
    return Annotated[kind, msgspec.Meta(**limits)]


@pytest.mark.parametrize(
    ("kind", "given", "portuguese"),
    [
        (int, b'"1"', "Aqui vai um número inteiro, não um texto."),
        (str | None, b"1", "Aqui vai um texto ou nada (null), não um número inteiro."),
        (list[int], b"{}", "Aqui vai uma lista, não um objeto."),
        (Thing, b'{"type":"thing"}', "Falta o campo obrigatório name."),
        (Thing, b'{"type":"thing","name":"a","x":1}', "O campo x não existe aqui."),
        (Thing, b'{"type":"thing","name":""}', "No mínimo 1 caractere em `$.name`."),
        (Thing, b'{"type":"thing","name":"abcd"}', "No máximo 3 caracteres em `$.name`."),
        (Thing, b'{"type":"thing","name":"A"}', "O texto precisa seguir o padrão '^[a-z]+$' em `$.name`."),
        (Thing | Other, b'{"type":"none"}', "O valor 'none' não existe aqui em `$.type`."),
        (Thing | Other, b"{}", "Falta o campo obrigatório type."),
        (of(list[int], min_length=2), b"[1]", "No mínimo 2 itens."),
        (of(dict[str, int], max_length=1), b'{"a":1,"b":2}', "No máximo 1 campo."),
        (of(int, ge=1), b"0", "O valor precisa ser no mínimo 1."),
        (of(int, le=5), b"6", "O valor precisa ser no máximo 5."),
        (of(float, gt=0), b"0.0", "O valor precisa ser mais que 0.0."),
        (of(int, multiple_of=5), b"6", "O valor precisa ser múltiplo de 5."),
        (tuple[int, int], b"[1]", "O número de itens da lista precisa ser 2."),
        (of(datetime, tz=True), b'"2026-08-12T12:00:00"', "A data com hora precisa de fuso horário."),
        (of(datetime, tz=False), b'"2026-08-12T12:00:00Z"', "A data com hora não leva fuso horário."),
        (datetime, b'"x"', "Uma data com hora, como 2026-08-12T12:00:00Z."),
        (date, b'"x"', "Uma data, como 2026-08-12."),
        (time, b'"x"', "Uma hora, como 12:00:00Z."),
        (timedelta, b'"x"', "Uma duração, como PT30M."),
        (timedelta, b'"P1Y"', "Uma duração só tem dias, horas, minutos e segundos, como PT30M."),
        (UUID, b'"x"', "Isto não é um identificador (UUID)."),
        (Decimal, b'"x"', "Isto não é um número decimal."),
        (bytes, b'"\\u00e9"', "Isto não é um texto em base64."),
        (Colour, b'"blue"', "O valor 'blue' não existe aqui."),
        (Literal["a", "b"], b'"c"', "O valor 'c' não existe aqui."),
        (bool, b"1", "Aqui vai verdadeiro ou falso, não um número inteiro."),
    ],
)
def test_a_library_speaks_portuguese(kind: type, given: bytes, portuguese: str) -> None:
    with pytest.raises(msgspec.ValidationError) as refused:
        msgspec.json.decode(given, type=kind)

    assert foreign_text(str(refused.value)) == portuguese


@pytest.mark.parametrize("english", ["", "JSON is malformed: invalid character (byte 0)", "in use already"])
def test_what_it_does_not_say_of_values_is_not_translated(english: str) -> None:
    assert foreign_text(english) is None
