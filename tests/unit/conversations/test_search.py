"""What somebody looks for, the words of a text, and where they are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.conversations.search import MOST_TERMS, Fragment, Term, highlights, terms_of
from domain.shared.words import LONGEST_WORD, composed, stem, words_in


def marked(text: str, typed: str) -> str:
    """Show the finds in brackets."""
    fragments = highlights(text, terms_of(typed))
    return "".join(f"[{part.text}]" if part.is_match else part.text for part in fragments)


class TestStems:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("boleto", "boletos"),
            ("fatura", "faturas"),
            ("cartao", "cartoes"),
            ("mensal", "mensais"),
            ("papel", "papeis"),
            ("valor", "valores"),
            ("arvore", "arvores"),
            ("mes", "meses"),
            ("vez", "vezes"),
            ("jovem", "jovens"),
            ("azul", "azuis"),
            ("pago", "paga"),
            ("instalado", "instaladas"),
        ],
    )
    def test_are_the_same_in_every_number_and_gender(self, one: str, other: str) -> None:
        assert stem(one) == stem(other)

    @pytest.mark.parametrize("word", ["12345", "ab1s", "pix", "mes", "nao", "sim", "os", "東京s"])
    def test_leave_what_has_no_ending(self, word: str) -> None:
        assert stem(word) in {word, word.removesuffix("s")}

    @given(st.from_regex(r"[a-z]{1,20}", fullmatch=True))
    def test_keep_enough_to_tell_words_apart(self, word: str) -> None:
        assert len(stem(word)) >= min(len(word), 3)


class TestWords:
    def test_are_folded_and_keep_their_places(self) -> None:
        text = "Olá, NÃO-pago! nº 12.34"

        words = list(words_in(text))

        assert [word.folded for word in words] == ["ola", "nao", "pago", "no", "12", "34"]
        assert [text[word.start : word.end] for word in words] == ["Olá", "NÃO", "pago", "nº", "12", "34"]

    def test_are_the_same_however_an_accent_is_written(self) -> None:
        assert [word.folded for word in words_in(composed("não"))] == ["nao"]

    @given(st.text())
    def test_hold_nothing_but_letters_and_digits(self, text: str) -> None:
        for word in words_in(composed(text)):
            assert word.folded.isalnum()
            assert len(word.folded) <= LONGEST_WORD


class TestTerms:
    def test_are_words_and_phrases(self) -> None:
        assert terms_of('bol "não pago" PIX') == (Term(("bol",)), Term(("nao", "pago")), Term(("pix",)))

    def test_are_phrases_where_they_are_written_as_one(self) -> None:
        assert terms_of("529.982.247-25") == (Term(("529", "982", "247", "25")),)

    @pytest.mark.parametrize("typed", ["", " ", '"', '""', "& | ! <-> () :*", "'", "\\", "🙂"])
    def test_are_none_without_a_word(self, typed: str) -> None:
        assert terms_of(typed) == ()

    @pytest.mark.parametrize("typed", ["a & b", "a | !b", "a <-> b", "a:* b", "(a) b", "'a' b", "a\\ b", '"a" "b'])
    def test_take_operators_for_nothing(self, typed: str) -> None:
        assert terms_of(typed) == (Term(("a",)), Term(("b",)))

    def test_are_few(self) -> None:
        assert len(terms_of(" ".join(f"w{number}" for number in range(100)))) == MOST_TERMS

    @given(st.text(max_size=200))
    def test_can_be_read_of_anything(self, typed: str) -> None:
        assert all(word.isalnum() for term in terms_of(typed) for word in term.words)


class TestHighlights:
    @pytest.mark.parametrize(
        ("text", "typed", "shown"),
        [
            ("O BOLETO chegou", "boletos", "O [BOLETO] chegou"),
            ("Segunda via do boleto", "bol", "Segunda via do [boleto]"),
            ("Não foi pago, não pago", '"nao pago"', "Não foi pago, [não] [pago]"),
            ("nada", "boleto", "nada"),
            ("Cartões e cartão", "cartao", "[Cartões] e [cartão]"),
        ],
    )
    def test_mark_what_was_looked_for(self, text: str, typed: str, shown: str) -> None:
        assert marked(text, typed) == shown

    def test_show_what_is_around_the_first_find(self) -> None:
        text = f"{'antes ' * 100}boleto {'depois ' * 100}"

        shown = "".join(part.text for part in highlights(text, terms_of("boleto")))

        assert "boleto" in shown
        assert shown.startswith("antes ")
        assert len(shown) < 200

    def test_hold_text_as_it_is(self) -> None:
        assert highlights("<b>oi</b>", terms_of("oi")) == [
            Fragment(text="<b>", is_match=False),
            Fragment(text="oi", is_match=True),
            Fragment(text="</b>", is_match=False),
        ]

    @given(st.text(max_size=400), st.text(max_size=40))
    def test_are_a_piece_of_the_text(self, text: str, typed: str) -> None:
        shown = "".join(part.text for part in highlights(text, terms_of(typed)))

        assert shown in composed(text)
