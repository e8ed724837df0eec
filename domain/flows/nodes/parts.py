"""What several nodes say and check alike."""

from collections import Counter
from collections.abc import Iterator

import msgspec

from domain.flows.choices import Menu
from domain.flows.limits import (
    MAX_BUTTON_TITLE,
    MAX_BUTTONS,
    MAX_HEADER,
    MAX_INTERACTIVE_TEXT,
    MAX_NESTING,
    MAX_ROW_DESCRIPTION,
    MAX_ROW_TITLE,
    MAX_ROWS,
    MAX_TEXT,
)
from domain.flows.nodes.base import Problem, Snippet
from domain.flows.text import cut
from domain.flows.turn import NodeFailedError, Turn
from domain.shared.content import Audio, Choice, Document, Image, Sticker, Template, Text, Video, Voice

Media = Image | Video | Audio | Voice | Document | Sticker
"""A file to send."""


class TemplateSpec(msgspec.Struct, frozen=True, kw_only=True):
    """A template with its components as Meta spells them; every text inside may name variables."""

    name: str
    language: str = "pt_BR"
    components: tuple[dict[str, object], ...] = ()
    preview: str = ""


def variable_name(save_as: str) -> str:
    """Give the variable's name, also where people write `vars.name`."""
    return save_as.strip().removeprefix("vars.")


def plain(text: str, turn: Turn) -> Text:
    """Make a text message, or fail the node when there is nothing in it."""
    body = turn.render(text).strip()
    if not body:
        raise NodeFailedError("empty_message", "the text is empty once it is rendered")
    return Text(body=cut(body, MAX_TEXT))


def shown_media(media: Media, *, caption: str, turn: Turn) -> Media:
    """Make a media message; `caption` is used where the file has none of its own."""
    link = turn.render(media.link) if media.link else None
    if not isinstance(media, Image | Video | Document):
        return msgspec.structs.replace(media, link=link)
    text = cut(turn.render(media.caption or caption), MAX_INTERACTIVE_TEXT)
    return msgspec.structs.replace(media, link=link, caption=text or None)


def send_template(spec: TemplateSpec, turn: Turn) -> str:
    """Send a template."""
    components = tuple(msgspec.Raw(msgspec.json.encode(filled(part, turn))) for part in spec.components)
    preview = turn.render(spec.preview) or None
    return turn.send(Template(name=spec.name, language=spec.language, components=components, preview=preview))


def filled(part: object, turn: Turn, depth: int = 0) -> object:
    """Render every text inside a value."""
    if depth > MAX_NESTING:
        return None
    match part:
        case str():
            return turn.render(part)
        case list():
            return [filled(item, turn, depth + 1) for item in part]
        case dict():
            return {name: filled(item, turn, depth + 1) for name, item in part.items()}
        case _:
            return part


def text_snippets(part: object, place: str, depth: int = 0) -> Iterator[Snippet]:
    """Give every text inside a value, with its place."""
    match part:
        case str():
            yield Snippet("template", place, part)
        case list() | tuple() if depth < MAX_NESTING:
            for number, item in enumerate(part):
                yield from text_snippets(item, f"{place}[{number}]", depth + 1)
        case dict() if depth < MAX_NESTING:
            for name, item in part.items():
                yield from text_snippets(item, f"{place}.{name}", depth + 1)
        case _:
            pass


def menu_snippets(menu: Menu) -> Iterator[Snippet]:
    """Give the templates around choices."""
    yield Snippet("template", "data.header", menu.header)
    yield Snippet("template", "data.footer", menu.footer)
    yield Snippet("template", "data.list.button", menu.button)


def text_problems(text: str, *, has_menu: bool) -> Iterator[Problem]:
    """Check the length of a text as it is written."""
    limit = MAX_INTERACTIVE_TEXT if has_menu else MAX_TEXT
    if len(text) > limit:
        yield Problem("text_too_long", f"the text has {len(text)} characters; WhatsApp takes {limit}")


def menu_problems(menu: Menu) -> Iterator[Problem]:
    """Check the number and the lengths of choices."""
    choices = menu.choices
    if not menu.as_list and len(choices) > MAX_BUTTONS:
        yield Problem("too_many_buttons", f"{len(choices)} buttons; WhatsApp shows {MAX_BUTTONS}")
    if menu.as_list and len(choices) > MAX_ROWS:
        yield Problem("too_many_rows", f"{len(choices)} rows; WhatsApp shows {MAX_ROWS}")
    if choices and len(menu.button) > MAX_BUTTON_TITLE:
        yield Problem("title_too_long", f"'{menu.button}' is over {MAX_BUTTON_TITLE} characters")
    if max(len(menu.header), len(menu.footer)) > MAX_HEADER:
        yield Problem("text_too_long", f"header or footer is over {MAX_HEADER} characters")
    for choice in choices:
        yield from _choice_problems(choice, MAX_ROW_TITLE if menu.as_list else MAX_BUTTON_TITLE)
    for repeated, times in Counter(choice.id for choice in choices).items():
        if times > 1:
            yield Problem("same_choice_twice", f"two choices have the id '{repeated}'")


def _choice_problems(choice: Choice, limit: int) -> Iterator[Problem]:
    if not choice.title.strip():
        yield Problem("empty_title", "a choice has no title")
    if len(choice.title) > limit:
        yield Problem("title_too_long", f"'{choice.title}' is over {limit} characters")
    if len(choice.description or "") > MAX_ROW_DESCRIPTION:
        yield Problem("description_too_long", f"the description of '{choice.title}' is over {MAX_ROW_DESCRIPTION}")
