"""What each provider can do: the one table that validation, the bot and the screens read."""

from enum import StrEnum

import msgspec

from domain.shared.content import (
    Audio,
    Buttons,
    Contacts,
    Content,
    CtaUrl,
    Document,
    Image,
    ListMenu,
    Location,
    LocationRequest,
    Reaction,
    Sticker,
    Template,
    Text,
    Video,
    Voice,
    type_of,
)
from domain.whatsapp.config import ApiType


class Menus(StrEnum):
    """How choices reach the customer."""

    PRESSED = "pressed"
    """As buttons and lists that are pressed."""
    NUMBERED = "numbered"
    """As numbered lines of text; the answer is read back into the choice."""


class Capabilities(msgspec.Struct, frozen=True, kw_only=True):
    """What may be sent over a provider, and what else it does.

    `has_window` says whether only templates may be sent a day after the customer last wrote. `has_own_ids` says
    whether statuses repeat our own id, so that a send of unknown outcome is settled by them.
    """

    sends: frozenset[str]
    menus: Menus
    has_window: bool
    has_own_ids: bool
    has_typing: bool
    has_read_marks: bool
    has_qr: bool
    can_edit: bool
    can_revoke: bool

    def can_send(self, content: Content) -> bool:
        """Whether this kind of content goes out at all; a menu does also where it goes out as text."""
        return type_of(content) in self.sends


def _words(*kinds: type[msgspec.Struct]) -> frozenset[str]:
    return frozenset(str(kind.__struct_config__.tag) for kind in kinds)


_BOTH = _words(
    Text,
    Image,
    Video,
    Audio,
    Voice,
    Document,
    Sticker,
    Location,
    Contacts,
    Buttons,
    ListMenu,
    CtaUrl,
    LocationRequest,
    Reaction,
)

CAPABILITIES = {
    ApiType.OFFICIAL: Capabilities(
        sends=_BOTH | _words(Template),
        menus=Menus.PRESSED,
        has_window=True,
        has_own_ids=True,
        has_typing=True,
        has_read_marks=True,
        has_qr=False,
        can_edit=False,
        can_revoke=False,
    ),
    ApiType.EVOLUTION: Capabilities(
        sends=_BOTH,
        menus=Menus.NUMBERED,
        has_window=False,
        has_own_ids=False,
        has_typing=True,
        has_read_marks=True,
        has_qr=True,
        can_edit=True,
        can_revoke=True,
    ),
}
"""By provider. Evolution (Baileys) answers 201 to buttons and lists and WhatsApp delivers none (its issue 2404), and
it has no templates; a link or a request for a place becomes text."""


def capabilities_of(api_type: ApiType) -> Capabilities:
    """Give what the provider of a number can do."""
    return CAPABILITIES[api_type]
