"""What a provider's webhook says, in our words: normalised items, each about one contact or about the number.

Anything that a provider may leave out may be left out: a sender may have a phone, a business-scoped user id
(BSUID), or both; a message may have a type that nobody has heard of.
"""

from datetime import datetime

import msgspec

from domain.shared.content import Content
from domain.shared.ids import (
    ContactId,
    ConversationId,
    FlowCallId,
    FlowId,
    FlowRunId,
    FlowSessionId,
    MessageId,
    ProviderMessageId,
    WhatsAppConfigId,
)
from domain.shared.message_status import MessageStatus
from domain.shared.phone import phone_key
from domain.shared.referral import Referral
from domain.whatsapp.account_facts import AccountFact
from domain.whatsapp.config import ConnectionState
from domain.whatsapp.template_facts import TemplateFact


class Sender(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The customer's side of an item, as the provider named it. At least one of the ids is there."""

    wa_id: str | None = None
    user_id: str | None = None
    parent_user_id: str | None = None
    username: str | None = None
    name: str | None = None
    lid: str | None = None
    """WhatsApp's own hidden id of a person (`…@lid`), which Evolution API gives, at times instead of the phone."""

    @property
    def address(self) -> str:
        """The one spelling that orders this person's items: the BSUID where there is one, else the phone's key.

        Since April 2026 each webhook carries the BSUID, while the phone may be missing (reference 2.17).
        """
        return self.user_id or phone_key(self.wa_id or "") or self.lid or ""


class ProviderError(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An error as the provider reports it; decisions rest on `code`, people read `detail`."""

    code: int
    title: str = ""
    detail: str = ""


class ReplyContext(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a message answers; `message_id` may point at something we never stored."""

    message_id: ProviderMessageId | None = None
    forwarded: bool = False
    product_id: str | None = None


class _Item(msgspec.Struct, frozen=True, kw_only=True, tag_field="item", omit_defaults=True):
    """Common base of the items."""


class MessageReceived(_Item, frozen=True, tag="message"):
    """A customer wrote; `sent_at` is the customer's phone's time, to the second."""

    provider_message_id: ProviderMessageId
    sender: Sender
    sent_at: datetime
    content: Content
    context: ReplyContext | None = None
    referral: Referral | None = None
    group_id: str | None = None
    errors: tuple[ProviderError, ...] = ()


class StatusChanged(_Item, frozen=True, tag="status"):
    """What became of a message of ours. `message_id` is our own id, echoed, where the provider echoes it."""

    provider_message_id: ProviderMessageId
    status: MessageStatus
    at: datetime
    recipient: Sender
    message_id: MessageId | None = None
    errors: tuple[ProviderError, ...] = ()
    pricing_category: str | None = None
    pricing_type: str | None = None


class EchoReceived(_Item, frozen=True, tag="echo"):
    """A person answered the customer from the WhatsApp Business app on a phone."""

    provider_message_id: ProviderMessageId
    recipient: Sender
    sent_at: datetime
    content: Content
    context: ReplyContext | None = None


class SendSeen(_Item, frozen=True, tag="send_seen"):
    """A message went out through the provider's API, which shows it: one of ours, or another program's.

    `text` is what the customer reads, where it is text alone. It tells of a send whose answer never came.
    """

    provider_message_id: ProviderMessageId
    recipient: Sender
    sent_at: datetime
    text: str | None = None


class PreferenceTold(_Item, frozen=True, tag="preference"):
    """A customer said in WhatsApp's own settings whether they take marketing."""

    sender: Sender
    takes_marketing: bool
    at: datetime


class SendFailed(_Item, frozen=True, tag="send_failed"):
    """A message of ours that a flow waits on was given up; written by the sending lane, not by a provider."""

    message_id: MessageId
    recipient: Sender
    code: str
    detail: str = ""


class CallSettled(_Item, frozen=True, tag="call_settled"):
    """What a flow asked of the world was answered, or given up; the answer lies with the call."""

    call_id: FlowCallId
    session_id: FlowSessionId
    effect_id: str
    recipient: Sender


class FlowWanted(_Item, frozen=True, tag="flow_wanted"):
    """A flow is to begin with a contact who wrote nothing; `cause` says who wants it, `variables` is JSON.

    Nothing begins while a person has the conversation, or another flow waits in it, unless `replaces`. `session_id`
    names the session that begins, so that it begins once; `contact_id` the contact where it is known, `conversation_id`
    the conversation that it is about, `run_id` the schedule's run, `depth` how many rules and events led here.
    """

    flow_id: FlowId
    recipient: Sender
    cause: str
    variables: msgspec.Raw = msgspec.Raw(b"{}")
    replaces: bool = False
    session_id: FlowSessionId | None = None
    contact_id: ContactId | None = None
    conversation_id: ConversationId | None = None
    run_id: FlowRunId | None = None
    depth: int = 0


ContactItem = (
    MessageReceived | StatusChanged | EchoReceived | SendSeen | SendFailed | PreferenceTold | CallSettled | FlowWanted
)
"""Anything that is handled in a contact's lane."""


class NoticeReceived(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something about the account, the number or a template, or a field nobody knows: kept as it came.

    `fact` is what it says of the account or a number, `template` what of a template, where that is understood;
    `told_at` is when it was said.
    """

    field: str
    payload: msgspec.Raw
    fact: AccountFact | None = None
    template: TemplateFact | None = None
    told_at: datetime | None = None


class ConnectionChanged(msgspec.Struct, frozen=True, kw_only=True):
    """A linked phone was connected or lost; `reason` says why it was lost, `phone_number` whose it is by now."""

    state: ConnectionState
    reason: str | None = None
    phone_number: str | None = None
    profile_name: str | None = None


class ParsedChange(msgspec.Struct, frozen=True, kw_only=True):
    """One change of a webhook: the number it is for (`phone_number_id` or, where none, `account_id`), its items.

    `unreadable` holds (reason, raw bytes) of items that could not be understood; their neighbours are not harmed.
    """

    phone_number_id: str | None
    account_id: str | None
    items: tuple[ContactItem, ...] = ()
    notices: tuple[NoticeReceived, ...] = ()
    connection: ConnectionChanged | None = None
    unreadable: tuple[tuple[str, bytes], ...] = ()


def lane_key(config_id: WhatsAppConfigId, address: str) -> str:
    """Name the lane of one contact on one number."""
    return f"{config_id}:{address}"


def counterpart(item: ContactItem) -> Sender:
    """Give the customer that the item is about."""
    match item:
        case MessageReceived(sender=sender) | PreferenceTold(sender=sender):
            return sender
        case (
            StatusChanged(recipient=sender)
            | EchoReceived(recipient=sender)
            | SendSeen(recipient=sender)
            | SendFailed(recipient=sender)
            | CallSettled(recipient=sender)
            | FlowWanted(recipient=sender)
        ):
            return sender
