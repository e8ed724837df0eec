"""What a company promises its customers: by when somebody answers, and by when it is settled."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from domain.shared.aggregate import Aggregate
from domain.shared.errors import ErrorDetail
from domain.shared.ids import ConversationId, DepartmentId, SlaPolicyId, TagId, WhatsAppConfigId
from domain.shared.phrases import phrase
from domain.support.hours import Hours

MAX_POLICIES = 50
"""All are looked through whenever a conversation changes."""
MAX_NAME = 100
MAX_MINUTES = 60 * 24 * 365
"""A year of promised time, within what hours look ahead in any sensible week."""
MAX_NAMED = 50
"""Departments, numbers or tags that a policy names."""
MAX_PLACE = 1_000
PRIORITIES = ("low", "medium", "high", "urgent")
DEFAULT_WARNING = 80


class SlaKind(StrEnum):
    """What is promised."""

    FIRST_RESPONSE = "first_response"
    RESOLUTION = "resolution"


class SlaScope(msgspec.Struct, frozen=True, kw_only=True):
    """To what a policy applies; what names nothing applies to all. Of tags, any one does."""

    priorities: tuple[str, ...] = ()
    department_ids: tuple[DepartmentId, ...] = ()
    config_ids: tuple[WhatsAppConfigId, ...] = ()
    tag_ids: tuple[TagId, ...] = ()


class Served(msgspec.Struct, frozen=True, kw_only=True):
    """What of a conversation counts for promises. `people_since` is None while no person is to answer."""

    conversation_id: ConversationId
    priority: str
    department_id: DepartmentId | None
    config_id: WhatsAppConfigId
    tag_ids: frozenset[TagId]
    people_since: datetime | None
    first_response_at: datetime | None
    reopened_at: datetime | None
    resolved_at: datetime | None


class SlaPolicy(Aggregate, kw_only=True, eq=False):
    """A promise. Of those that apply, the one with the lowest place counts, of two the older."""

    id: SlaPolicyId
    name: str
    created_at: datetime
    first_response: timedelta | None = None
    resolution: timedelta | None = None
    is_business_time: bool = True
    warn_at_percent: int = DEFAULT_WARNING
    applies_to: SlaScope = SlaScope()
    place: int = 0
    is_active: bool = True

    @property
    def promised(self) -> dict[SlaKind, timedelta]:
        """Give what it promises, and how long it takes."""
        given = {SlaKind.FIRST_RESPONSE: self.first_response, SlaKind.RESOLUTION: self.resolution}
        return {kind: time for kind, time in given.items() if time is not None}

    def applies(self, served: Served) -> bool:
        """Whether it is made in this conversation."""
        scope = self.applies_to
        return (
            self.is_active
            and (not scope.priorities or served.priority in scope.priorities)
            and (not scope.department_ids or served.department_id in scope.department_ids)
            and (not scope.config_ids or served.config_id in scope.config_ids)
            and (not scope.tag_ids or not served.tag_ids.isdisjoint(scope.tag_ids))
        )


class Promise(msgspec.Struct, frozen=True, kw_only=True):
    """What was promised in a conversation, and what became of it: met, warned of, broken, each at most once."""

    conversation_id: ConversationId
    policy_id: SlaPolicyId
    kind: SlaKind
    started_at: datetime
    warn_at: datetime
    due_at: datetime
    warned_at: datetime | None = None
    breached_at: datetime | None = None
    met_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether something may still become of it."""
        return self.met_at is None and self.breached_at is None

    @property
    def next_at(self) -> datetime | None:
        """When somebody must look at it; None when nothing follows any more."""
        if not self.is_open:
            return None
        return self.due_at if self.warned_at is not None else min(self.warn_at, self.due_at)

    def looked_at(self, now: datetime) -> "Promise":
        """Give it as it is now: broken once its time is over and nothing met it before, else warned of."""
        is_late = (self.met_at or now) >= self.due_at and self.met_at != self.due_at
        if self.breached_at is None and is_late:
            return msgspec.structs.replace(self, breached_at=self.due_at, warned_at=self.warned_at or self.due_at)
        if self.is_open and self.warned_at is None and now >= self.warn_at:
            return msgspec.structs.replace(self, warned_at=now)
        return self


Promises = Mapping[SlaKind, Promise]


def policy_for(policies: Iterable[SlaPolicy], served: Served) -> SlaPolicy | None:
    """Choose the policy that counts in a conversation."""
    fitting = [policy for policy in policies if policy.applies(served)]
    return min(fitting, key=lambda policy: (policy.place, policy.created_at, policy.id), default=None)


def settled(before: Promises, policy: SlaPolicy | None, served: Served, *, hours: Hours) -> dict[SlaKind, Promise]:
    """Give the promises of a conversation as they should be. Doing it again changes nothing.

    A promise keeps its beginning while priority, department or policy change, and its time is reckoned anew. Sleep
    stops no clock: the customer does not know of it. While nobody is to answer, what was promised is dropped; what
    was met or broken stays.
    """
    if served.resolved_at is not None:
        return {kind: _met(promise, served.resolved_at) for kind, promise in before.items()}
    kept = {kind: _late(promise, served) for kind, promise in before.items() if not promise.is_open}
    if policy is None or served.people_since is None:
        return kept
    for kind, time in policy.promised.items():
        started = _started(kind, before.get(kind), served)
        if started is None:
            continue
        made = _make(policy, kind, time, served.conversation_id, started=started, hours=hours)
        if made is not None:
            kept[kind] = _carried(made, before.get(kind), served)
    return kept


def _started(kind: SlaKind, before: Promise | None, served: Served) -> datetime | None:
    """Say when a promise began; None where there is none to make, or the old one stands as it is."""
    if before is None:
        was_answered = kind is SlaKind.FIRST_RESPONSE and served.first_response_at is not None
        return None if was_answered else served.people_since
    if before.is_open:
        return before.started_at
    is_again = served.reopened_at is not None and before.met_at is not None and served.reopened_at >= before.met_at
    return served.reopened_at if is_again and kind is SlaKind.RESOLUTION else None


def _make(
    policy: SlaPolicy,
    kind: SlaKind,
    time: timedelta,
    conversation_id: ConversationId,
    *,
    started: datetime,
    hours: Hours,
) -> Promise | None:
    """Reckon when it is due; None where a company is never open that long."""
    warned_after = time * policy.warn_at_percent / 100
    if policy.is_business_time:
        due, warn = hours.add_business_time(started, time), hours.add_business_time(started, warned_after)
    else:
        due, warn = started + time, started + warned_after
    if due is None or warn is None:
        return None
    return Promise(
        conversation_id=conversation_id,
        policy_id=policy.id,
        kind=kind,
        started_at=started,
        warn_at=warn,
        due_at=due,
    )


def _carried(made: Promise, before: Promise | None, served: Served) -> Promise:
    """Give a promise that is reckoned anew what became of it: it is warned of once."""
    if before is not None and before.is_open:
        made = msgspec.structs.replace(made, warned_at=before.warned_at)
    answered = served.first_response_at
    if made.kind is SlaKind.FIRST_RESPONSE and answered is not None:
        return _met(made, max(answered, made.started_at))
    return made


def _late(promise: Promise, served: Served) -> Promise:
    """Note when what was broken was done after all."""
    answered = served.first_response_at if promise.kind is SlaKind.FIRST_RESPONSE else None
    return promise if answered is None else _met(promise, answered)


def _met(promise: Promise, at: datetime) -> Promise:
    return promise if promise.met_at is not None else msgspec.structs.replace(promise, met_at=at)


def wrong_in_policy(policy: SlaPolicy) -> tuple[ErrorDetail, ...]:
    """Name the fields that cannot be so."""
    scope = policy.applies_to
    longest = timedelta(minutes=MAX_MINUTES)
    checks = {
        "name": (phrase("1 to {limit} characters", limit=MAX_NAME), 1 <= len(policy.name.strip()) <= MAX_NAME),
        "first_response_minutes": (
            phrase("this or resolution_minutes, 1 to {limit}", limit=MAX_MINUTES),
            bool(policy.promised),
        ),
        "resolution_minutes": (
            phrase("1 to {limit}", limit=MAX_MINUTES),
            all(timedelta() < time <= longest for time in policy.promised.values()),
        ),
        "warn_at_percent": (phrase("between 1 and 99"), 1 <= policy.warn_at_percent <= 99),  # noqa: PLR2004  # per cent
        "place": (phrase("between 0 and {limit}", limit=MAX_PLACE), 0 <= policy.place <= MAX_PLACE),
        "applies_to.priorities": (
            phrase("any of {choices}", choices=", ".join(PRIORITIES)),
            set(scope.priorities) <= set(PRIORITIES),
        ),
        "applies_to": (
            phrase("at most {limit} of each", limit=MAX_NAMED),
            max(len(getattr(scope, name)) for name in scope.__struct_fields__) <= MAX_NAMED,
        ),
    }
    return tuple(ErrorDetail.of(field, message) for field, (message, is_right) in checks.items() if not is_right)
