"""A document's text in passages."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.ai.chunking import LONGEST, MAX_HEADING, Chunk, chunks_of

MANUAL = """Bem-vindo.

# Boletos
A segunda via fica
no aplicativo.

## Prazos
Três dias.

# Central
```
# não é título
```
"""


def test_headings_are_carried_by_what_is_under_them() -> None:
    assert chunks_of(MANUAL) == [
        Chunk(heading="", body="Bem-vindo."),
        Chunk(heading="Boletos", body="A segunda via fica\nno aplicativo."),
        Chunk(heading="Boletos › Prazos", body="Três dias."),
        Chunk(heading="Central", body="```\n# não é título\n```"),
    ]


def test_a_passage_repeats_the_last_sentence_of_the_one_before() -> None:
    sentences = [f"Esta é a frase de número {number}, e ela diz alguma coisa." for number in range(60)]

    chunks = chunks_of(" ".join(sentences))

    assert len(chunks) > 2
    for one, other in pairwise(chunks):
        tail = other.body.split("\n\n")[0]
        assert one.body.endswith(tail)
        assert tail.startswith("Esta é a frase")


def test_what_has_no_spaces_is_cut_all_the_same() -> None:
    assert "".join(chunk.body for chunk in chunks_of("x" * (3 * LONGEST))) == "x" * (3 * LONGEST)


paragraphs = st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=400), max_size=12)


@given(parts=paragraphs, joint=st.sampled_from(["\n\n", "\n", " ", ". "]))
@settings(max_examples=50)
def test_nothing_is_lost_or_too_long_and_the_same_comes_of_the_same(parts: list[str], joint: str) -> None:
    text = joint.join(parts)

    chunks = chunks_of(text)

    assert chunks == chunks_of(text)
    assert all(0 < len(chunk.body) <= LONGEST and len(chunk.heading) <= MAX_HEADING for chunk in chunks)
    kept = {word for chunk in chunks for word in f"{chunk.heading} {chunk.body}".split()}
    whole = {word for word in text.split() if len(word) < LONGEST // 3 and set(word) != {"#"}}
    assert {word.strip("#") for word in whole} - {word.strip("#") for word in kept} - {""} == set()
