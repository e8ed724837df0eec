"""What Meta tells of a number or its account, one reader a field (reference 3.4, 3.5).

A field or an event that is not here is no fact: it is kept as the notice that it is.
"""

from collections.abc import Callable
from datetime import datetime

import msgspec

from adapters.whatsapp.cloud.fields import UNREADABLE, Id, Moment, moment_of, optional, text_of
from domain.shared.phone import digits
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
from domain.whatsapp.health import Restriction

UNLIMITED = -1
THOUSAND = 1_000
GONE = frozenset({"account_deleted", "account_offboarded", "partner_removed", "partner_app_uninstalled"})
BACK = frozenset({"account_reconnected", "partner_added", "partner_app_installed"})


class _Quality(msgspec.Struct):
    event: str
    display_phone_number: Id = None
    max_daily_conversations_per_business: Id = None
    current_limit: Id = None


class _Capability(msgspec.Struct):
    max_daily_conversations_per_business: Id = None
    max_daily_conversation_per_phone: Id = None
    max_phone_numbers_per_waba: int | None = None
    max_phone_numbers_per_business: int | None = None


class _Name(msgspec.Struct):
    decision: str
    display_phone_number: Id = None
    requested_verified_name: str | None = None
    rejection_reason: str | None = None


class _Security(msgspec.Struct):
    event: str
    display_phone_number: Id = None


class _Ban(msgspec.Struct):
    waba_ban_state: str | None = None
    waba_ban_date: str | None = None


class _Restriction(msgspec.Struct):
    restriction_type: str
    expiration: Moment = None


class _Violation(msgspec.Struct):
    violation_type: str | None = None


class _Disconnection(msgspec.Struct):
    reason: str | None = None


class _Account(msgspec.Struct):
    event: str
    ban_info: _Ban | None = None
    restriction_info: list[_Restriction] | None = None
    violation_info: _Violation | None = None
    disconnection_info: _Disconnection | None = None


class _Alert(msgspec.Struct):
    alert_type: str | None = None
    alert_severity: str | None = None
    alert_description: str | None = None


class _Alerts(msgspec.Struct):
    entity_type: str | None = None
    entity_id: Id = None
    alert_info: _Alert | None = None
    alert_type: str | None = None
    alert_severity: str | None = None
    alert_description: str | None = None


class _Review(msgspec.Struct):
    decision: str


_QUALITY = msgspec.json.Decoder(_Quality)
_CAPABILITY = msgspec.json.Decoder(_Capability)
_NAME = msgspec.json.Decoder(_Name)
_SECURITY = msgspec.json.Decoder(_Security)
_ACCOUNT = msgspec.json.Decoder(_Account)
_ALERTS = msgspec.json.Decoder(_Alerts)
_REVIEW = msgspec.json.Decoder(_Review)
_MOMENT: msgspec.json.Decoder[Moment] = msgspec.json.Decoder(Moment)


def account_fact(field: str, payload: msgspec.Raw) -> AccountFact | None:
    """Read what a field says; None when it is not about the account, or not what the manual says."""
    reader = READERS.get(field)
    if reader is None:
        return None
    try:
        return reader(payload)
    except UNREADABLE:
        return None


def told_at(raw: msgspec.Raw | None) -> datetime | None:
    """Read when Meta said it (`entry.time`), where it says so (reference 1.4)."""
    try:
        return moment_of(optional(_MOMENT, raw))
    except UNREADABLE:
        return None


def quality(raw: msgspec.Raw) -> QualityTold:
    """Read a number's quality; `FLAGGED` and the limits beside it are of before 2026 and still come."""
    told = _QUALITY.decode(raw)
    event = told.event.lower()
    return QualityTold(
        number=_number(told.display_phone_number),
        event=event,
        quality="red" if event == "flagged" else None,
        tier=tier_of(told.max_daily_conversations_per_business) or tier_of(told.current_limit),
        throughput="high" if event == "throughput_upgrade" else None,
    )


def capability(raw: msgspec.Raw) -> LimitTold:
    """Read an account's limits."""
    told = _CAPABILITY.decode(raw)
    return LimitTold(
        tier=tier_of(told.max_daily_conversations_per_business) or tier_of(told.max_daily_conversation_per_phone),
        max_numbers=told.max_phone_numbers_per_waba or told.max_phone_numbers_per_business,
    )


def name(raw: msgspec.Raw) -> NameDecided:
    """Read whether a display name was accepted."""
    told = _NAME.decode(raw)
    return NameDecided(
        number=_number(told.display_phone_number),
        decision=told.decision.lower(),
        name=told.requested_verified_name,
        reason=_reason(told.rejection_reason),
    )


def security(raw: msgspec.Raw) -> Warned:
    """Read that the two-step PIN was asked for or changed."""
    told = _SECURITY.decode(raw)
    return Warned(number=_number(told.display_phone_number), kind=told.event.lower())


def account(raw: msgspec.Raw) -> AccountFact | None:
    """Read what became of an account; prices, countries and terms are no matter of a number's health."""
    told = _ACCOUNT.decode(raw)
    event = told.event.lower()
    if told.ban_info is not None and told.ban_info.waba_ban_state:
        return BanTold(state=told.ban_info.waba_ban_state.lower(), date=told.ban_info.waba_ban_date)
    if event == "account_restriction":
        return RestrictionsTold(restrictions=tuple(_restriction(one) for one in told.restriction_info or ()))
    if event == "account_violation":
        violation = told.violation_info or _Violation()
        return Warned(kind=event, detail=violation.violation_type)
    if event in GONE | BACK:
        reason = told.disconnection_info.reason if told.disconnection_info else None
        return AccessTold(is_reachable=event in BACK, event=event, reason=_reason(reason))
    return None


def alerts(raw: msgspec.Raw) -> Warned:
    """Read an alert, whose parts Meta puts into `alert_info` or beside it."""
    told = _ALERTS.decode(raw)
    alert = told.alert_info or _Alert(told.alert_type, told.alert_severity, told.alert_description)
    is_number = (told.entity_type or "").upper() == "PHONE_NUMBER"
    return Warned(
        number=text_of(told.entity_id) if is_number else None,
        kind=(alert.alert_type or "alert").lower(),
        severity=alert.alert_severity.lower() if alert.alert_severity else None,
        detail=alert.alert_description,
    )


def review(raw: msgspec.Raw) -> AccountReviewed:
    """Read how the review of an account ended."""
    return AccountReviewed(decision=_REVIEW.decode(raw).decision.lower())


READERS: dict[str, Callable[[msgspec.Raw], AccountFact | None]] = {
    "phone_number_quality_update": quality,
    "business_capability_update": capability,
    "phone_number_name_update": name,
    "security": security,
    "account_update": account,
    "account_alerts": alerts,
    "account_review_update": review,
}
"""Meta's word for a field, and who reads it."""


def tier_of(value: Id) -> str | None:
    """Give a limit in Meta's own words in lower case (`tier_2k`); it is documented as a word and comes as a number."""
    text = text_of(value)
    if text is None:
        return None
    try:
        limit = int(text)
    except ValueError:
        return text.lower()
    if limit == UNLIMITED:
        return "tier_unlimited"
    return f"tier_{limit // THOUSAND}k" if limit >= THOUSAND and limit % THOUSAND == 0 else f"tier_{limit}"


def _number(value: Id) -> str | None:
    return digits(text_of(value) or "") or None


def _reason(text: str | None) -> str | None:
    return text.lower() if text and text.upper() != "NONE" else None


def _restriction(told: _Restriction) -> Restriction:
    until = moment_of(told.expiration) if told.expiration is not None else None
    return Restriction(kind=told.restriction_type.lower(), until=until)
