"""What can happen to a session that waits."""

import msgspec

from domain.flows.session import Reply, Value


class _Stimulus(msgspec.Struct, frozen=True, kw_only=True, tag_field="stimulus"):
    """Common base of the stimuli."""


class EffectDone(_Stimulus, frozen=True, tag="effect_done"):
    """The world did what effect `effect_id` asked, with this answer."""

    effect_id: str
    result: Value = None


class EffectFailed(_Stimulus, frozen=True, tag="effect_failed"):
    """The world could not do what effect `effect_id` asked."""

    effect_id: str
    code: str
    detail: str = ""


class TimerFired(_Stimulus, frozen=True, tag="timer_fired"):
    """The time that effect `timer_id` set has come (it may be long past: late, once)."""

    timer_id: str


class Cancelled(_Stimulus, frozen=True, tag="cancelled"):
    """A person took the conversation over, or somebody ended the session."""

    reason: str


Stimulus = Reply | EffectDone | EffectFailed | TimerFired | Cancelled
