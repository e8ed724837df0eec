"""One message of a webhook, a customer's or an echo of our own people's (reference 2 and 3.7)."""

import msgspec

from adapters.whatsapp.cloud.contents import content_of
from adapters.whatsapp.cloud.fields import (
    ABSENT,
    Fields,
    Id,
    Moment,
    errors_of,
    fields_of,
    moment_of,
    optional,
    required,
    text_of,
)
from adapters.whatsapp.cloud.people import Directory, Names
from domain.shared.content import System
from domain.shared.ids import ProviderMessageId
from domain.shared.referral import Referral
from domain.whatsapp.inbound import EchoReceived, MessageReceived, ProviderError, ReplyContext, Sender


class _Message(msgspec.Struct, rename={"sender": "from", "kind": "type"}):
    id: Id = None
    timestamp: Moment = None
    kind: str | None = None
    sender: Id = None
    from_user_id: Id = None
    from_parent_user_id: Id = None
    to: Id = None
    to_user_id: Id = None
    to_parent_user_id: Id = None
    group_id: Id = None
    context: msgspec.Raw = ABSENT
    referral: msgspec.Raw = ABSENT
    errors: msgspec.Raw = ABSENT


class _Product(msgspec.Struct):
    product_retailer_id: Id = None


class _Context(msgspec.Struct):
    id: Id = None
    forwarded: bool | None = None
    frequently_forwarded: bool | None = None
    referred_product: _Product | None = None


class _Referral(msgspec.Struct):
    source_type: str | None = None
    source_id: Id = None
    source_url: str | None = None
    headline: str | None = None
    body: str | None = None
    ctwa_clid: str | None = None
    media_type: str | None = None
    image_url: str | None = None
    video_url: str | None = None
    ref: Id = None
    welcome_message: msgspec.Raw = ABSENT


class _Greeting(msgspec.Struct):
    text: str | None = None


_MESSAGE = msgspec.json.Decoder(_Message)
_CONTEXT = msgspec.json.Decoder(_Context)
_REFERRAL = msgspec.json.Decoder(_Referral)
_GREETING = msgspec.json.Decoder(_Greeting)


def message_received(
    raw: msgspec.Raw, *, people: Directory, change_errors: tuple[ProviderError, ...]
) -> MessageReceived:
    """Read a customer's message. Raises ValueError without an id, a time or a sender.

    `change_errors` are the change's own: they say why an interactive message came without its object
    (reference 2.9), so they explain an unsupported message that brings no errors itself.
    """
    message = _MESSAGE.decode(raw)
    errors = errors_of(message.errors)
    content = content_of(_fields(raw), kind=message.kind, errors=errors or change_errors, raw=raw)
    return MessageReceived(
        provider_message_id=ProviderMessageId(required(message.id, name="id")),
        sender=_sender(message, people=people, notice=content if isinstance(content, System) else None),
        sent_at=moment_of(message.timestamp),
        content=content,
        context=_context(message.context),
        referral=_referral(message.referral),
        group_id=text_of(message.group_id),
        errors=errors,
    )


def echo_received(raw: msgspec.Raw, *, people: Directory) -> EchoReceived:
    """Read what a person sent from the app on the business's phone. Raises ValueError as above."""
    message = _MESSAGE.decode(raw)
    names = Names(address=message.to, user_id=message.to_user_id, parent_user_id=message.to_parent_user_id)
    return EchoReceived(
        provider_message_id=ProviderMessageId(required(message.id, name="id")),
        recipient=people.person(names),
        sent_at=moment_of(message.timestamp),
        content=content_of(_fields(raw), kind=message.kind, errors=errors_of(message.errors), raw=raw),
        context=_context(message.context),
    )


def _fields(raw: msgspec.Raw) -> Fields:
    return fields_of(raw) or {}


def _sender(message: _Message, *, people: Directory, notice: System | None) -> Sender:
    """Give the sender; a notice of a changed user id may name only the old id and the new (reference 2.12)."""
    user_id = message.from_user_id
    if notice is not None and text_of(message.sender) is None and text_of(user_id) is None:
        user_id = notice.previous_user_id or notice.new_user_id
    return people.person(Names(address=message.sender, user_id=user_id, parent_user_id=message.from_parent_user_id))


def _context(raw: msgspec.Raw) -> ReplyContext | None:
    """Read what is answered; a forwarded message has a context without an id (reference 2.13)."""
    context = optional(_CONTEXT, raw)
    if context is None:
        return None
    message_id = text_of(context.id)
    product = context.referred_product or _Product()
    found = ReplyContext(
        message_id=ProviderMessageId(message_id) if message_id else None,
        forwarded=bool(context.forwarded or context.frequently_forwarded),
        product_id=text_of(product.product_retailer_id),
    )
    return None if found == ReplyContext() else found


def _referral(raw: msgspec.Raw) -> Referral | None:
    referral = optional(_REFERRAL, raw)
    if referral is None:
        return None
    return Referral(
        source_type=referral.source_type,
        source_id=text_of(referral.source_id),
        source_url=referral.source_url,
        headline=referral.headline,
        body=referral.body,
        click_id=referral.ctwa_clid,
        media_type=referral.media_type,
        media_url=referral.image_url or referral.video_url,
        ref=text_of(referral.ref),
        greeting=(optional(_GREETING, referral.welcome_message) or _Greeting()).text,
    )
