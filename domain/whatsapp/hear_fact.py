"""What a number becomes by what its provider tells. Told twice it is the same; what is told late is to be left out."""

from datetime import datetime

import msgspec

from domain.whatsapp.account_facts import (
    AccessTold,
    AccountFact,
    AccountReviewed,
    BanTold,
    LimitTold,
    NameDecided,
    QualityTold,
    RestrictionsTold,
    Warned,
)
from domain.whatsapp.config import UNTIL_LIFTED, PauseReason, WhatsAppConfig
from domain.whatsapp.health import ProviderWarning, Restriction

QUALITIES = frozenset({"green", "yellow", "red"})
SILENCING = frozenset({"restricted_customer_initiated_messaging", "restricted_all_messaging"})
"""What forbids even answers. Meta's ban on beginning conversations leaves them, so such a number goes on."""
DISABLED, REINSTATED = "disable", "reinstate"
APPROVED = "approved"
_HIDDEN = ("checked_at", "told")


def hear_fact(config: WhatsAppConfig, fact: AccountFact, *, at: datetime) -> bool:
    """Apply it, if it is not late; say whether anything people see is new. `at` is when the provider said it."""
    kind = _kind(fact)
    before, pause = _seen(config), config.pause_reason
    _apply(config, fact, at=at)
    learn_health(config, told={**config.health.told, kind: at})
    if _seen(config) == before:
        return False
    if config.pause_reason == pause:
        config.tell(kind)  # a pause has told of itself
    return True


def is_late(config: WhatsAppConfig, fact: AccountFact, *, at: datetime) -> bool:
    """Whether something newer of the same kind was heard before."""
    heard = config.health.told.get(_kind(fact))
    return heard is not None and at < heard


def _kind(fact: AccountFact) -> str:
    return str(fact.__struct_config__.tag)


def learn_health(config: WhatsAppConfig, **changes: object) -> None:
    """Write down more of how it is."""
    config.health = msgspec.structs.replace(config.health, **changes)


def _apply(config: WhatsAppConfig, fact: AccountFact, *, at: datetime) -> None:
    match fact:
        case QualityTold(quality=quality, tier=tier, throughput=throughput):
            config.quality_rating = quality if quality in QUALITIES else config.quality_rating
            config.messaging_tier = tier or config.messaging_tier
            config.throughput_level = throughput or config.throughput_level
        case LimitTold(tier=tier, max_numbers=most):
            config.messaging_tier = tier or config.messaging_tier
            learn_health(config, max_numbers=most or config.health.max_numbers)
        case NameDecided():
            _hear_name(config, fact)
        case BanTold(state=state, date=date):
            learn_health(config, ban=None if state == REINSTATED else state, ban_date=date)
            _stop_if(config, is_stopped=state == DISABLED, reason=PauseReason.BANNED, lifted=state == REINSTATED)
        case RestrictionsTold(restrictions=restrictions):
            learn_health(config, restrictions=restrictions)
            _restrict(config, restrictions, now=at)
        case AccessTold(is_reachable=is_reachable, event=event):
            learn_health(config, status=event)
            _stop_if(config, is_stopped=not is_reachable, reason=PauseReason.DISCONNECTED, lifted=is_reachable)
        case AccountReviewed(decision=decision):
            learn_health(config, account_review=decision)
        case Warned(kind=kind, severity=severity, detail=detail):
            learn_health(config, warning=ProviderWarning(at=at, kind=kind, severity=severity, detail=detail))


def _hear_name(config: WhatsAppConfig, fact: NameDecided) -> None:
    learn_health(config, name_status=fact.decision, requested_name=fact.name, name_refused_because=fact.reason)
    if fact.decision == APPROVED and fact.name:
        config.verified_name = fact.name


def _stop_if(config: WhatsAppConfig, *, is_stopped: bool, reason: PauseReason, lifted: bool) -> None:
    if is_stopped:
        config.pause(until=UNTIL_LIFTED, reason=reason)
    elif lifted:
        config.resume_from(reason)


def _restrict(config: WhatsAppConfig, restrictions: tuple[Restriction, ...], *, now: datetime) -> None:
    """Pause as long as answers are forbidden; resume when nothing of the kind is left."""
    silencing = [one for one in restrictions if one.kind in SILENCING]
    until = max((one.until or UNTIL_LIFTED for one in silencing), default=now)
    if until > now:
        config.pause(until=until, reason=PauseReason.RESTRICTED)
    else:
        config.resume_from(PauseReason.RESTRICTED)


def _seen(config: WhatsAppConfig) -> tuple[object, ...]:
    """Give what people see of it, for comparing."""
    health = {name: value for name, value in msgspec.structs.asdict(config.health).items() if name not in _HIDDEN}
    return (
        config.quality_rating,
        config.messaging_tier,
        config.throughput_level,
        config.verified_name,
        config.paused_until,
        config.pause_reason,
        health,
    )
