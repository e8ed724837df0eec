"""What WhatsApp would refuse or not show of a message, beyond what nodes say of themselves (reference 4.1–4.18)."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from domain.flows.choices import Menu
from domain.flows.inspection.finding import Finding, doubt, fault
from domain.flows.limits import (
    MAX_BUTTON_ID,
    MAX_CARDS,
    MAX_INTERACTIVE_TEXT,
    MAX_ROW_ID,
    MAX_ROW_TITLE,
    MAX_SECTIONS,
    MAX_TEMPLATE_NAME,
    MAX_TEMPLATE_SPACES,
    MAX_TEXT,
)
from domain.flows.nodes import AnyNode
from domain.flows.nodes.message import Message
from domain.flows.nodes.parts import Media, TemplateSpec
from domain.flows.nodes.question import Question
from domain.shared.content import ContactCard, Document, Image, Location, Video

_NAME = re.compile(rf"[a-z0-9_]{{1,{MAX_TEMPLATE_NAME}}}", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:_[A-Z]{2,3})?")
_BROKEN = re.compile(rf"[\n\r\t]| {{{MAX_TEMPLATE_SPACES + 1},}}")
_PARTS = frozenset({"header", "body", "button", "carousel", "limited_time_offer"})
_LATITUDE, _LONGITUDE = 90, 180


def contents(node: AnyNode) -> Iterator[Finding]:
    """Check everything that a node may send."""
    if not isinstance(node, Message | Question):
        return
    yield from _menu(node.menu, node.id)
    limit = MAX_INTERACTIVE_TEXT if node.menu.choices else MAX_TEXT
    if isinstance(node, Message) and len(node.data.retry_text) > limit:
        yield _too_long(node.id, "data.retry_text", len(node.data.retry_text), limit)
    if isinstance(node, Message):
        yield from _message(node)


def _message(node: Message) -> Iterator[Finding]:
    data = node.data
    if data.media is not None:
        yield from _media(data.media, node)
    if data.template is not None:
        yield from _template(data.template, node)
    if data.location is not None:
        yield from _location(data.location, node.id)
    yield from _cards(data.contacts, node.id)
    parts = {"template": data.template, "media": data.media, "text": data.text}
    if data.template is not None:
        shadowed = [name for name in ("media", "text") if parts[name]] if not node.menu.choices else ["template"]
        yield from (_not_sent(node.id, name) for name in shadowed)
    if node.menu.choices:
        yield from (_not_sent(node.id, name) for name in ("location", "contacts") if getattr(data, name))


def _not_sent(node: str, part: str) -> Finding:
    return doubt("part_not_sent", f"the {part} is not sent beside what else the node holds", node=node, part=part)


def _menu(menu: Menu, node: str) -> Iterator[Finding]:
    longest = MAX_ROW_ID if menu.as_list else MAX_BUTTON_ID
    for choice in menu.choices:
        if len(choice.id) > longest:
            yield fault("id_too_long", f"an id has at most {longest} characters", node=node, limit=longest)
    if len(menu.sections) > MAX_SECTIONS:
        yield fault("too_many_sections", f"at most {MAX_SECTIONS} sections", node=node, limit=MAX_SECTIONS)
    for section in menu.sections if menu.as_list else ():
        if len(section.title) > MAX_ROW_TITLE:
            message = f"'{section.title}' is over {MAX_ROW_TITLE} characters"
            yield fault("title_too_long", message, node=node, title=section.title, limit=MAX_ROW_TITLE)
        if not section.title.strip() and len(menu.sections) > 1:
            yield fault("section_without_title", "with several sections each needs a title", node=node)
    if menu.as_list:
        return
    for title, times in Counter(choice.title for choice in menu.choices).items():
        if times > 1:
            yield fault("same_title_twice", f"two buttons are called '{title}'", node=node, title=title)


def _media(media: Media, node: Message) -> Iterator[Finding]:
    given = [one for one in (media.media_id, media.provider_media_id, media.link) if one]
    if len(given) != 1:
        yield fault("media_source", "a file comes from one place: an id or a link", node=node.id)
    link = (media.link or "").strip().lower()
    if link and not link.startswith(("https://", "{{", "{%")):
        yield fault("media_link", "WhatsApp fetches files from https addresses only", node=node.id)
    shows = isinstance(media, Image | Video | Document)
    caption = media.caption or "" if shows else ""  # type: ignore[union-attr]  # `shows` says which kinds have one
    if len(caption) > MAX_INTERACTIVE_TEXT:
        yield _too_long(node.id, "data.media.caption", len(caption), MAX_INTERACTIVE_TEXT)
    if node.data.text and not shows and not node.menu.choices:
        yield _not_sent(node.id, "text")


def _template(spec: TemplateSpec, node: Message) -> Iterator[Finding]:
    if not _NAME.fullmatch(spec.name):
        message = f"a template's name has 1 to {MAX_TEMPLATE_NAME} of a-z, 0-9 and _"
        yield fault("template_name", message, node=node.id, name=spec.name)
    if not _LANGUAGE.fullmatch(spec.language):
        yield fault("template_language", "a language is one of Meta's codes, such as pt_BR", node=node.id)
    for number, part in enumerate(spec.components):
        kind = str(part.get("type", "")).lower()
        parameters = part.get("parameters", [])
        if kind not in _PARTS or not isinstance(parameters, list):
            message = f"components[{number}] is no header, body or button with parameters"
            yield fault("template_shape", message, node=node.id, number=number)
        if kind == "button" and not str(part.get("index", "")).isdigit():
            yield fault("template_shape", f"components[{number}] needs an index", node=node.id, number=number)
        for parameter in parameters if isinstance(parameters, list) else ():
            text = parameter.get("text") if isinstance(parameter, Mapping) else None
            if not isinstance(parameter, Mapping) or (isinstance(text, str) and _BROKEN.search(text)):
                message = f"a parameter of components[{number}] holds a line break, a tab or many spaces"
                yield fault("template_parameter", message, node=node.id, number=number)


def _location(location: Location, node: str) -> Iterator[Finding]:
    if abs(location.latitude) > _LATITUDE or abs(location.longitude) > _LONGITUDE:
        yield fault("location_nowhere", "latitude lies within 90 degrees, longitude within 180", node=node)


def _cards(cards: tuple[ContactCard, ...], node: str) -> Iterator[Finding]:
    if len(cards) > MAX_CARDS:
        yield fault("too_many_contacts", f"at most {MAX_CARDS} contacts", node=node, limit=MAX_CARDS)
    if any(not card.formatted_name.strip() for card in cards):
        yield fault("contact_without_name", "every contact needs a name", node=node)


def _too_long(node: str, place: str, length: int, limit: int) -> Finding:
    message = f"the text has {length} characters; WhatsApp takes {limit}"
    found = fault("text_too_long", message, node=node, length=length, limit=limit)
    return Finding(code=found.code, message=message, node=node, place=place, params=found.params)
