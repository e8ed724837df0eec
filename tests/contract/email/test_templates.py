from html.parser import HTMLParser

import pytest

from adapters.email.templates import LANGUAGES, LONGEST_VALUE, TextTemplates
from application.ports.mails import MailKind

VALUES = {
    "name": "Ana Souza",
    "company": "Padaria Aurora",
    "inviter": "Bia Lima",
    "when": "12/08/2026 09:00 (America/Sao_Paulo)",
    "until": "26/08/2026",
    "link": "https://pytake.example/reset-password#token=abc",
}
OTHER_KINDS = ("invitation",)
"""Written by their own use cases."""
KINDS = sorted({*MailKind, *OTHER_KINDS})


class Links(HTMLParser):
    """Collects where a reader could be led."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.found: list[str | None] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.found.extend(value for name, value in attrs if name in {"href", "src", "action"})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_text_is_complete_in_both_forms(kind: str, language: str) -> None:
    email = TextTemplates().write(kind, to="ana@aurora.example", language=language, values=VALUES)

    assert (email.kind, email.to) == (kind, "ana@aurora.example")
    assert "$" not in email.subject + email.text + email.html
    assert VALUES["link"] in email.text
    assert Links(email.html).found == [VALUES["link"]]
    assert f'lang="{language}"' in email.html
    assert email.subject
    assert "\n" not in email.subject


def test_the_languages_differ() -> None:
    written = {language: TextTemplates().write("welcome", to="a@b.c", language=language, values=VALUES).text
               for language in LANGUAGES}  # fmt: skip

    assert "Olá, Ana Souza!" in written["pt-BR"]
    assert "Hello, Ana Souza!" in written["en"]


def test_an_unknown_language_is_portuguese() -> None:
    assert "Olá" in TextTemplates().write("welcome", to="a@b.c", language="xx", values=VALUES).text


@pytest.mark.parametrize("kind", ["unknown", "../layout", "", "pt-BR/welcome"])
def test_an_unknown_kind_is_an_error(kind: str) -> None:
    with pytest.raises(KeyError):
        TextTemplates().write(kind, to="a@b.c", language="en", values=VALUES)


def test_a_missing_value_is_an_error() -> None:
    with pytest.raises(KeyError, match="link"):
        TextTemplates().write("verify_email", to="a@b.c", language="en", values={})


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        '"><a href="https://evil.example">click',
        "[click](https://evil.example)",
        "[click]($link)",
        "$link",
        "Ana\r\nBcc: eve@evil.example",
        "Ana\n\n[Open](https://evil.example)\n\n",
        "Ana\u2028\u2029\x00\x1b[31m",
    ],
)
def test_nothing_in_a_name_becomes_anything_else(name: str) -> None:
    values = {**VALUES, "name": name, "company": name}

    email = TextTemplates().write("welcome", to="a@b.c", language="en", values=values)
    harmless = TextTemplates().write("welcome", to="a@b.c", language="en", values=VALUES)

    assert Links(email.html).found == [VALUES["link"]]
    assert Links(email.html).tags == Links(harmless.html).tags
    assert email.text.count("\n") == harmless.text.count("\n")
    assert email.subject.isprintable()
    assert "\x1b" not in email.text


def test_a_name_is_not_a_letter() -> None:
    email = TextTemplates().write("welcome", to="a@b.c", language="en", values={**VALUES, "name": "x" * 10_000})

    assert email.text.count("x") < LONGEST_VALUE + 10
