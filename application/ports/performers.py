"""Who does what flows ask of the world: one performer a kind of call."""

from datetime import timedelta
from typing import Protocol, TypeVar

import msgspec

from domain.flows.effects import Call
from domain.flows.session import Value
from domain.shared.ids import ContactId, ConversationId, FlowCallId, FlowId, FlowSessionId, TenantId

Call_contra = TypeVar("Call_contra", bound=Call, contravariant=True)


class CallContext(msgspec.Struct, frozen=True, kw_only=True):
    """For whom a call is made; `tries` were made before. The call's id is what makes a repeated one known."""

    tenant_id: TenantId
    call_id: FlowCallId
    flow_id: FlowId
    session_id: FlowSessionId
    contact_id: ContactId
    conversation_id: ConversationId
    tries: int = 0


class Answered(msgspec.Struct, frozen=True):
    """It answered; the session hears EffectDone with this."""

    result: Value


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """It did not, and asking again would not help; the session hears EffectFailed. Neither says what is private."""

    code: str
    detail: str = ""


class AskAgain(msgspec.Struct, frozen=True, kw_only=True):
    """Something passing: ask again after a while; if it is given up, this is why."""

    after: timedelta
    code: str
    detail: str = ""


Outcome = Answered | Refused | AskAgain


class Performer(Protocol[Call_contra]):
    """Makes one kind of call, outside of every transaction."""

    async def __call__(self, call: Call_contra, context: CallContext) -> Outcome:
        """Make it. What it raises counts as something passing."""
        ...
