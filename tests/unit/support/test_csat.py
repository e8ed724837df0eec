"""What counts as a score."""

import pytest

from domain.shared.content import Image, Interactive, Text
from domain.support.csat import Score, question, score_in
from domain.whatsapp.menus import answer_to


@pytest.mark.parametrize(
    ("said", "score"),
    [
        ("5", Score(value=5)),
        (" 1 \n", Score(value=1)),
        ("4/5", Score(value=4)),
        ("Nota 3", Score(value=3)),
        ("5️⃣", Score(value=5)),
        ("5, ótimo atendimento!", Score(value=5, comment="ótimo atendimento!")),
        ("2\ndemorou", Score(value=2, comment="demorou")),
        ("5 - muito bom", Score(value=5, comment="muito bom")),
        ("⭐⭐⭐⭐⭐", Score(value=5)),
        ("⭐️⭐️ lento", Score(value=2, comment="lento")),
        ("0", None),
        ("6", None),
        ("10", None),
        ("4,5", None),
        ("5.4", None),
        ("2 boletos, por favor", None),
        ("⭐⭐⭐⭐⭐⭐", None),
        ("oi", None),
        ("", None),
    ],
)
def test_a_text_is_a_score_when_it_is_nothing_else(said: str, score: Score | None) -> None:
    assert score_in(Text(body=said)) == score


@pytest.mark.parametrize("score", range(1, 6))
def test_a_row_of_the_question_is_its_score_also_where_rows_are_numbers(score: int) -> None:
    asked = question("Como foi?", "pt-BR")
    row = asked.sections[0].rows[score - 1]

    pressed = Interactive(kind="list_reply", id=row.id, title=row.title)
    typed = answer_to(asked, str(score))

    assert score_in(pressed) == Score(value=score)
    assert typed is not None
    assert score_in(typed) == Score(value=score)


@pytest.mark.parametrize(
    "content", [Image(caption="5"), Interactive(kind="list_reply", id="csat:9"), Interactive(kind="button_reply")]
)
def test_nothing_else_is_one(content: Image | Interactive) -> None:
    assert score_in(content) is None
