"""`message`: says something; with buttons or a list it also waits for the choice.

{"id": "n2", "type": "message", "data": {"text": "Olá {{contact.name}}!",
 "buttons": ["Suporte", "Vendas"], "timeout_minutes": 30}}
"""

from collections.abc import Iterator

import msgspec

from domain.flows.choices import ListSpec, Menu, Option, as_pressed, chosen, offer, read_menu
from domain.flows.durations import minutes
from domain.flows.limits import DEFAULT_RETRIES
from domain.flows.moves import Ask, Fail, Leave, Move
from domain.flows.nodes.base import Minutes, Node, Problem, Retries, Snippet
from domain.flows.nodes.parts import (
    Media,
    TemplateSpec,
    menu_problems,
    menu_snippets,
    plain,
    send_template,
    shown_media,
    text_problems,
    variable_name,
)
from domain.flows.session import Reply
from domain.flows.turn import NodeFailedError, Turn
from domain.shared.content import ContactCard, Contacts, Location


class MessageData(msgspec.Struct, frozen=True, kw_only=True):
    """One of text, media, template, location and contacts; text may go with media and with choices."""

    text: str = ""
    media: Media | None = None
    template: TemplateSpec | None = None
    location: Location | None = None
    contacts: tuple[ContactCard, ...] = ()
    buttons: tuple[str | Option, ...] = ()
    list: tuple[str | Option, ...] | ListSpec | None = None
    header: str = ""
    footer: str = ""
    save_as: str = ""
    retries: Retries = DEFAULT_RETRIES
    retry_text: str = ""
    timeout_minutes: Minutes | None = None


class Message(Node, frozen=True, tag="message"):
    """Leaves by default; with choices by the choice's id or title, `timeout`, `invalid`, default."""

    data: MessageData = MessageData()

    @property
    def menu(self) -> Menu:
        """What it offers."""
        return read_menu(self.data.buttons, self.data.list, header=self.data.header, footer=self.data.footer)

    @property
    def pauses(self) -> bool:
        """With choices it waits for one."""
        return bool(self.menu.choices)

    @property
    def choices(self) -> tuple[tuple[str, ...], ...]:
        """Each choice by id and title."""
        return tuple((choice.id, choice.title) for choice in self.menu.choices)

    def enter(self, turn: Turn) -> Move:
        """Send it."""
        if self.pauses:
            return self._ask(turn, self.data.text)
        self._tell(turn)
        return Leave(event="sent")

    def listens(self, turn: Turn) -> bool:
        """Say yes: it waits for the answer."""
        del turn
        return True

    def hear(self, turn: Turn, reply: Reply) -> Move:
        """Take the choice; anything else may still meet a condition, `invalid` or the default edge."""
        choice = chosen(self.menu.choices, reply)
        if choice is None:
            turn.change(reply=reply)
            return Leave(event="invalid", fallback=("invalid",), again=True)
        turn.remember(self.data.text, choice.title)
        turn.change(reply=as_pressed(reply, choice))
        turn.note("choice", choice.id)
        if self.data.save_as:
            turn.set_variables({variable_name(self.data.save_as): choice.title})
        return Leave(event="answered", handles=(choice.id, choice.title))

    def again(self, turn: Turn) -> Move:
        """Offer the choices again, so many times."""
        if turn.session.attempts >= self.data.retries:
            return Fail(event="failed", code="invalid_answer", handles=("invalid", "error"))
        turn.change(attempts=turn.session.attempts + 1)
        return self._ask(turn, self.data.retry_text or self.data.text)

    def _ask(self, turn: Turn, text: str) -> Ask:
        if self.data.media is not None:
            turn.send(shown_media(self.data.media, caption="", turn=turn))
        asked = turn.send(offer(self.menu, body=plain(text, turn).body, turn=turn))
        limit = self.data.timeout_minutes
        return Ask(event="asked", asked=asked, timeout=minutes(limit) if limit else None)

    def _tell(self, turn: Turn) -> None:
        data = self.data
        if data.template is not None:
            send_template(data.template, turn)
        elif data.media is not None:
            turn.send(shown_media(data.media, caption=data.text, turn=turn))
        elif data.text:
            turn.send(plain(data.text, turn))
        if data.location is not None:
            turn.send(data.location)
        if data.contacts:
            turn.send(Contacts(cards=data.contacts))
        if not self._has_something:
            raise NodeFailedError("empty_message", "there is nothing to send")

    @property
    def _has_something(self) -> bool:
        data = self.data
        return bool(data.text or data.media or data.template or data.location or data.contacts)

    def snippets(self) -> Iterator[Snippet]:
        """Give its texts."""
        yield Snippet("template", "data.text", self.data.text)
        yield Snippet("template", "data.retry_text", self.data.retry_text)
        yield from menu_snippets(self.menu)

    def problems(self) -> Iterator[Problem]:
        """Check what WhatsApp would refuse."""
        if not self._has_something or (self.pauses and not self.data.text):
            yield Problem("empty_message", "there is nothing to send")
        yield from text_problems(self.data.text, has_menu=self.pauses or self.data.media is not None)
        yield from menu_problems(self.menu)
