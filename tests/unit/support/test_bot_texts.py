"""What is said by itself, in which words."""

import pytest

from adapters.expressions.liquid import Liquid
from domain.support.bot_texts import DEFAULTS, LANGUAGES, MAX_TEXT, BotText, BotTextKey, wrong_in_texts

EVERYTHING = {
    "contact": {"name": "Ana Lima", "first_name": "Ana"},
    "agent": {"name": "Bia"},
    "department": {"name": "Suporte"},
    "company": {"name": "Aurora"},
    "position": 3,
    "next_opening": "amanhã às 08:00",
}


@pytest.mark.parametrize("key", BotTextKey)
@pytest.mark.parametrize("language", LANGUAGES)
def test_ours_render_with_all_names_and_with_none(key: BotTextKey, language: str) -> None:
    full, bare = (Liquid().render(DEFAULTS[key][language], names) for names in (EVERYTHING, {}))

    assert (full.error, bare.error) == (None, None)
    assert full.text.strip()
    assert bare.text.strip()
    assert len(DEFAULTS[key][language]) <= MAX_TEXT


def test_a_company_says_it_in_its_own_words_and_language() -> None:
    text = BotText.default(BotTextKey.AWAY, language="en")
    text.write("pt-BR", "Fechado.")

    assert text.template == DEFAULTS[BotTextKey.AWAY]["en"]
    assert text.text_in("pt-BR") == "Fechado."

    text.write("pt-BR", None)
    text.is_enabled = False

    assert text.text_in("pt-BR") == DEFAULTS[BotTextKey.AWAY]["pt-BR"]
    assert text.template is None


def test_other_languages_and_too_much_text_are_named() -> None:
    wrong = wrong_in_texts({"fr": "Fermé.", "en": "x" * (MAX_TEXT + 1), "pt-BR": None})

    assert [error.field for error in wrong] == ["texts.fr", "texts.en"]
