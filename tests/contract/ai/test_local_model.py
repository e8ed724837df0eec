"""The model's twin: the same answer to the same question, out of the sources."""

import msgspec
import pytest

from adapters.ai.local import DIMENSIONS, LocalModel
from application.ports.ai import ModelAccess
from domain.ai.question import Passage, Question
from domain.ai.settings import Provider

ACCESS = ModelAccess(provider=Provider.LOCAL, model="local")
QUESTION = Question(
    prompt="Responda sobre a loja.",
    question="Como pego a SEGUNDA VIA do boleto?",
    passages=(
        Passage(number=1, title="Horários", text="Abre às 8h.\nFecha às 18h."),
        Passage(
            number=2, title="Cobrança", text="Há multa. A segunda via dos boletos fica no aplicativo. Vale 3 dias."
        ),
    ),
    max_tokens=100,
)


async def test_it_answers_with_the_sentence_that_says_most_of_what_is_asked() -> None:
    answer = await LocalModel().ask(ACCESS, QUESTION)

    assert (answer.text, answer.used, answer.sure) == ("A segunda via dos boletos fica no aplicativo.", (2,), True)
    assert answer == await LocalModel().ask(ACCESS, QUESTION)
    assert answer.input_tokens > 100
    assert answer.output_tokens == 8


@pytest.mark.parametrize(
    ("question", "can_hand_over", "sure", "hand_over"),
    [
        ("Vai chover?", True, False, False),
        ("Quero falar com um atendente", True, False, True),
        ("Quero falar com um atendente", False, False, False),
        ("", True, False, False),
    ],
)
async def test_it_says_what_it_does_not_know(
    question: str, *, can_hand_over: bool, sure: bool, hand_over: bool
) -> None:
    asked = msgspec.structs.replace(QUESTION, question=question, can_hand_over=can_hand_over)

    answer = await LocalModel().ask(ACCESS, asked)

    assert (answer.text, answer.sure, answer.hand_over) == ("", sure, hand_over)


async def test_it_says_no_more_than_it_may() -> None:
    answer = await LocalModel().ask(ACCESS, msgspec.structs.replace(QUESTION, max_tokens=3))

    assert answer.text == "A segunda via"


async def test_texts_with_the_same_words_lie_at_the_same_place() -> None:
    placed = (await LocalModel().embed(ACCESS, ["Boletos e cartão", "cartões, boleto", "visita", ""])).vectors

    assert placed[0] == placed[1] != placed[2]
    assert {len(vector) for vector in placed} == {DIMENSIONS}
