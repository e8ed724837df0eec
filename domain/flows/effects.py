"""What the engine wants of the world. Each effect has an id that repeats when the same sprint is run again."""

from datetime import datetime, timedelta

import msgspec

from domain.flows.session import Value
from domain.shared.content import Content
from domain.shared.ids import FlowId


class _Effect(msgspec.Struct, frozen=True, kw_only=True, tag_field="effect"):
    """Common base; `id` is `<sprint>.<number>`, unique within the session."""

    id: str


class SendMessage(_Effect, frozen=True, tag="send_message"):
    """Send this to the contact. When it is given up, the session hears EffectFailed with this id."""

    content: Content


class SetTimer(_Effect, frozen=True, tag="set_timer"):
    """Wake the session. Either at `due_at`, or `after` the message of effect `sent_by` was accepted by the provider."""

    due_at: datetime | None = None
    after: timedelta | None = None
    sent_by: str | None = None


class CancelTimer(_Effect, frozen=True, tag="cancel_timer"):
    """Forget the timer that effect `timer_id` set."""

    timer_id: str


class ChangeContact(_Effect, frozen=True, tag="change_contact"):
    """Set attributes of the contact."""

    attributes: dict[str, Value]


class ChangeConversation(_Effect, frozen=True, tag="change_conversation"):
    """Set metadata of the conversation, or resolve it."""

    metadata: dict[str, Value] = {}
    resolve: bool = False


class Transfer(_Effect, frozen=True, tag="transfer"):
    """Hand the conversation to people: to a department (by name or id) or the default queue."""

    department: str | None = None
    user: str | None = None
    reason: str | None = None


class StartFlow(_Effect, frozen=True, tag="start_flow"):
    """Start another flow in place of this one, without return."""

    flow_id: FlowId
    variables: dict[str, Value] = {}


Effect = SendMessage | SetTimer | CancelTimer | ChangeContact | ChangeConversation | Transfer | StartFlow
