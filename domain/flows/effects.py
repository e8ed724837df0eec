"""What the engine wants of the world. Each effect has an id that repeats when the same sprint is run again."""

from datetime import datetime, timedelta

import msgspec

from domain.flows.session import Answer, Value
from domain.shared.content import Content
from domain.shared.erp import ErpOperation
from domain.shared.ids import FlowId


class SecretRef(msgspec.Struct, frozen=True, tag_field="kind", tag="secret"):
    """A secret of the company, by its name."""

    name: str


class CallHeader(msgspec.Struct, frozen=True, kw_only=True):
    """A header of a call; its value is put together from texts and secrets."""

    name: str
    value: tuple[str | SecretRef, ...]


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


class CallApi(_Effect, frozen=True, tag="call_api"):
    """Ask a web service, and tell the session: EffectDone with {status, headers, body}, or EffectFailed.

    Every text is rendered already; what is secret is only named, and put in by whoever sends it.
    """

    method: str
    url: str
    timeout_seconds: float
    headers: tuple[CallHeader, ...] = ()
    body: str | None = None
    retries: int = 0


class CallErp(_Effect, frozen=True, tag="call_erp"):
    """Ask the company's ERP: EffectDone with {found, data}, or EffectFailed. No connection is the only one there is."""

    operation: ErpOperation
    arguments: dict[str, Value] = {}
    connection: str | None = None


class AskAi(_Effect, frozen=True, tag="ask_ai"):
    """Ask a language model: EffectDone with {answer, sure, sources, hand_over, usage}, or EffectFailed.

    `prompt` is the company's instruction, `question` what the contact said; `history` how many earlier messages the
    model sees; `knowledge_base` names what it may look things up in, and with `only_sources` it may say nothing else.
    """

    prompt: str
    question: str
    max_tokens: int
    model: str | None = None
    knowledge_base: str | None = None
    only_sources: bool = False
    can_hand_over: bool = False
    history: int = 0


class ChangeContact(_Effect, frozen=True, tag="change_contact"):
    """Change what is known of the contact; None and nothing leave it. `lead_score` is added."""

    attributes: dict[str, Value] = {}
    name: str | None = None
    email: str | None = None
    lifecycle_stage: str | None = None
    lead_score: int = 0
    add_tags: tuple[str, ...] = ()
    remove_tags: tuple[str, ...] = ()
    block: bool = False


class RecordConsent(_Effect, frozen=True, tag="record_consent"):
    """Write down that the contact agreed to a purpose (LGPD art. 8), or took it back."""

    purpose: str
    granted: bool
    text: str = ""


class ChangeConversation(_Effect, frozen=True, tag="change_conversation"):
    """Change the conversation, or resolve it; None and nothing leave it."""

    metadata: dict[str, Value] = {}
    priority: str | None = None
    department: str | None = None
    add_tags: tuple[str, ...] = ()
    remove_tags: tuple[str, ...] = ()
    resolve: bool = False


class AddNote(_Effect, frozen=True, tag="add_note"):
    """Write a note for whoever serves the contact."""

    text: str


class Notify(_Effect, frozen=True, tag="notify"):
    """Tell people of the company something: a person by id or e-mail, or a department by name or id.

    Nobody named: whoever looks after the conversation.
    """

    text: str
    user: str | None = None
    department: str | None = None


class StartCampaign(_Effect, frozen=True, tag="start_campaign"):
    """Take the contact into a campaign, by name or id."""

    campaign: str


class Transfer(_Effect, frozen=True, tag="transfer"):
    """Hand the conversation to people: to a department (by name or id) or the default queue.

    `summary` is what was asked and answered in the session.
    """

    department: str | None = None
    user: str | None = None
    reason: str | None = None
    summary: tuple[Answer, ...] = ()


class StartFlow(_Effect, frozen=True, tag="start_flow"):
    """Start another flow in place of this one, without return."""

    flow_id: FlowId
    variables: dict[str, Value] = {}


Call = CallApi | CallErp | AskAi
"""What the session waits for: somebody else does it, outside of every transaction, and tells the session."""

Effect = (
    SendMessage
    | SetTimer
    | CancelTimer
    | CallApi
    | CallErp
    | AskAi
    | ChangeContact
    | RecordConsent
    | ChangeConversation
    | AddNote
    | Notify
    | StartCampaign
    | Transfer
    | StartFlow
)
