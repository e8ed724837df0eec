"""E-mails from their texts: one file a kind and language, from which both the plain and the HTML form are made.

A text's first line is the subject. Paragraphs follow, parted by empty lines; `[label]($link)` alone in a paragraph is a
button. `$name` is filled in last, so that nothing in a value can become a paragraph, a link, a header or a tag.
"""

import re
from functools import cache
from html import escape
from importlib.resources import files
from string import Template

from application.ports.emails import Email

LANGUAGES = ("pt-BR", "en")
"""An unknown language is written in the first."""
LONGEST_VALUE = 200
"""Names are shorter; what somebody calls themselves must not become a message of its own."""

_BUTTON = re.compile(r"\[([^\]]+)\]\((\$\w+)\)")
_KIND = re.compile(r"[a-z_]+")
_PARAGRAPH_HTML = "<p>{text}</p>"
_BUTTON_HTML = (
    '<p><a href="{link}" style="display:inline-block;padding:10px 20px;background:#0b7a53;color:#fff;'
    'border-radius:6px;text-decoration:none">{label}</a></p>\n<p style="font-size:12px;color:#616e7c">{link}</p>'
)


class TextTemplates:
    """Writes e-mails in `pt-BR` or `en`."""

    def write(self, kind: str, *, to: str, language: str, values: dict[str, str]) -> Email:
        """Fill in a template. Raises KeyError for an unknown kind or a missing value."""
        spoken = language if language in LANGUAGES else LANGUAGES[0]
        subject, *paragraphs = _text_of(kind, spoken)
        plain = {name: _on_one_line(value) for name, value in values.items()}
        safe = {name: escape(value) for name, value in plain.items()}
        layout = Template(_read("layout.html"))
        subject_line = Template(subject).substitute(plain)
        body = "\n".join(Template(_in_html(paragraph)).substitute(safe) for paragraph in paragraphs)
        return Email(
            kind=kind,
            to=to,
            subject=subject_line,
            text="\n\n".join(Template(_in_text(paragraph)).substitute(plain) for paragraph in paragraphs) + "\n",
            html=layout.substitute(language=spoken, subject=escape(subject_line), body=body),
        )


def _in_text(paragraph: str) -> str:
    return _BUTTON.sub(r"\1: \2", paragraph)


def _in_html(paragraph: str) -> str:
    if button := _BUTTON.fullmatch(paragraph):
        return _BUTTON_HTML.format(label=escape(button[1]), link=button[2])
    return _PARAGRAPH_HTML.format(text=escape(paragraph, quote=False))


def _on_one_line(value: str) -> str:
    """Leave no line break, no control character, and no more than a name needs; links are ours and may be longer."""
    line = " ".join("".join(mark if mark.isprintable() else " " for mark in value).split())
    return line if line.startswith(("http://", "https://")) else line[:LONGEST_VALUE]


@cache
def _text_of(kind: str, language: str) -> tuple[str, ...]:
    """Read a text's subject and paragraphs. Raises KeyError."""
    if not _KIND.fullmatch(kind):
        raise KeyError(kind)
    try:
        text = _read(f"{language}/{kind}.txt")
    except FileNotFoundError as error:
        raise KeyError(kind) from error
    return tuple(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


@cache
def _read(name: str) -> str:
    return (files("adapters.email") / "texts" / name).read_text(encoding="utf-8")
