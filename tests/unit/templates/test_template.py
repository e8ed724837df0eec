"""What a template's state allows, and what it becomes by what Meta tells."""

from datetime import timedelta

import msgspec
import pytest

from domain.whatsapp.template_facts import TemplateCategoryTold, TemplateFact, TemplateQualityTold, TemplateStatusTold
from domain.whatsapp.templates.components import Body, encoded
from domain.whatsapp.templates.errors import (
    TemplateDisabledError,
    TemplateEditedTooOftenError,
    TemplateGoneError,
    TemplateNotDeletableError,
    TemplateNotEditableError,
    TemplatePausedError,
    TemplatePendingError,
    TemplateRejectedError,
)
from domain.whatsapp.templates.hear import hear_template
from domain.whatsapp.templates.template import ToldTemplate
from domain.whatsapp.templates.words import TemplateCategory, TemplateQuality, TemplateStatus
from tests.unit.templates.drafts import NOW, a_template

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
OTHER = encoded((Body(text="Outra"),))
UTILITY, MARKETING = TemplateCategory.UTILITY, TemplateCategory.MARKETING


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (TemplateStatus.PENDING, TemplatePendingError),
        (TemplateStatus.IN_APPEAL, TemplatePendingError),
        (TemplateStatus.REJECTED, TemplateRejectedError),
        (TemplateStatus.PAUSED, TemplatePausedError),
        (TemplateStatus.DISABLED, TemplateDisabledError),
        (TemplateStatus.DELETED, TemplateGoneError),
        (TemplateStatus.ARCHIVED, TemplateGoneError),
        (TemplateStatus.OTHER, TemplateGoneError),
    ],
)
def test_only_an_approved_one_is_sent(status: TemplateStatus, error: type[Exception]) -> None:
    a_template().require_sendable()
    with pytest.raises(error):
        a_template(status=status).require_sendable()


@pytest.mark.parametrize("status", sorted(set(TemplateStatus) - {"approved", "rejected", "paused"}))
def test_most_states_allow_no_change(status: TemplateStatus) -> None:
    with pytest.raises(TemplateNotEditableError):
        a_template(status=status).require_editable(category=UTILITY, now=NOW)


def test_an_approved_one_keeps_its_category_and_a_rejected_one_need_not() -> None:
    a_template(status=TemplateStatus.REJECTED).require_editable(category=MARKETING, now=NOW)
    with pytest.raises(TemplateNotEditableError):
        a_template().require_editable(category=MARKETING, now=NOW)


def test_an_approved_one_changes_once_a_day_and_ten_times_a_month() -> None:
    template = a_template()
    for day in range(10):
        template.require_editable(category=UTILITY, now=NOW + day * DAY)
        template.edit(OTHER, category=UTILITY, now=NOW + day * DAY)
        template.status = TemplateStatus.APPROVED
        with pytest.raises(TemplateEditedTooOftenError):
            template.require_editable(category=UTILITY, now=NOW + day * DAY + 23 * HOUR)

    with pytest.raises(TemplateEditedTooOftenError):
        template.require_editable(category=UTILITY, now=NOW + 11 * DAY)
    template.require_editable(category=UTILITY, now=NOW + 31 * DAY)


def test_a_rejected_one_changes_as_often_as_one_likes() -> None:
    template = a_template(status=TemplateStatus.REJECTED)
    template.edit(OTHER, category=MARKETING, now=NOW)

    assert (template.status, template.category, template.history.edits) == (TemplateStatus.PENDING, MARKETING, ())


def test_a_disabled_one_is_not_deleted() -> None:
    with pytest.raises(TemplateNotDeletableError):
        a_template(status=TemplateStatus.DISABLED).require_deletable()


def _status(event: str, reason: str | None = None) -> TemplateStatusTold:
    return TemplateStatusTold(provider_id="1700", event=event, reason=reason)


@pytest.mark.parametrize(
    ("event", "status"),
    [
        ("rejected", TemplateStatus.REJECTED),
        ("paused", TemplateStatus.PAUSED),
        ("flagged", TemplateStatus.APPROVED),
        ("reinstated", TemplateStatus.APPROVED),
        ("something_new", TemplateStatus.OTHER),
    ],
)
def test_a_status_is_taken_over(event: str, status: TemplateStatus) -> None:
    template = a_template()

    hear_template(template, _status(event, "scam"), at=NOW)

    assert template.status is status
    assert template.rejected_reason == ("scam" if event == "rejected" else None)


@pytest.mark.parametrize(
    ("fact", "is_news"),
    [
        (_status("approved"), False),
        (_status("flagged"), True),
        (TemplateQualityTold(provider_id="1700", quality="red"), True),
        (TemplateCategoryTold(provider_id="1700", category="utility"), False),
        (TemplateCategoryTold(provider_id="1700", category="utility", next_category="marketing"), True),
        (TemplateCategoryTold(provider_id="1700", category="marketing"), True),
    ],
)
def test_people_hear_of_what_is_new(fact: TemplateFact, *, is_news: bool) -> None:
    assert hear_template(a_template(), fact, at=NOW) is is_news


def test_what_is_told_late_is_left_out() -> None:
    template = a_template(status=TemplateStatus.PENDING)
    hear_template(template, _status("approved"), at=NOW)

    assert not hear_template(template, _status("pending"), at=NOW - HOUR)
    assert template.status is TemplateStatus.APPROVED


def _told(**changed: object) -> ToldTemplate:
    template = a_template()
    names = ToldTemplate.__struct_fields__
    return ToldTemplate(**({name: getattr(template, name) for name in names} | changed))  # type: ignore[arg-type]  # as said


def test_what_the_provider_has_is_taken_over_and_told_once() -> None:
    template = a_template()
    told = _told(quality=TemplateQuality.RED, components=OTHER)

    assert template.learn(told, at=NOW)
    assert not template.learn(told, at=NOW)
    [event] = template.take_events()
    assert set(event.changes) == {"quality", "components"}  # type: ignore[attr-defined]  # TemplateUpdated


def test_another_spelling_of_the_same_json_is_nothing_new() -> None:
    template = a_template(components=msgspec.Raw(b'[{"type": "BODY", "text": "Oi"}]'))

    assert not template.learn(_told(components=msgspec.Raw(b'[{"text":"Oi","type":"BODY"}]')), at=NOW)


def test_a_status_that_was_told_since_the_asking_stays() -> None:
    template = a_template()
    hear_template(template, _status("paused"), at=NOW + HOUR)

    template.learn(_told(status=TemplateStatus.APPROVED), at=NOW)

    assert template.status is TemplateStatus.PAUSED
