"""What a company may do, and what becomes of it: any order of orders leaves it in a state that makes sense."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.shared.ids import TenantId
from domain.tenants.errors import TenantStateError
from domain.tenants.plans import FREE_TRIAL
from domain.tenants.tenant import KEPT_DELETED, TRIAL, TRIAL_ENDED, TRIAL_WARNING, Tenant, TenantStatus

NOW = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)

Order = Callable[[Tenant, datetime], None]
ORDERS: dict[str, Order] = {
    "suspend": lambda tenant, _: tenant.suspend("unpaid"),
    "trial_ends": lambda tenant, now: tenant.suspend(TRIAL_ENDED) if tenant.is_trial_over(now=now) else None,
    "activate": lambda tenant, now: tenant.activate(now=now),
    "upgrade": lambda tenant, _: tenant.change_plan("growth"),
    "downgrade": lambda tenant, _: tenant.change_plan(FREE_TRIAL),
    "delete": lambda tenant, now: tenant.delete(now=now),
}
steps = st.tuples(st.sampled_from(sorted(ORDERS)), st.integers(0, 40))
"""An order, some days after the one before."""


def aboard(plan: str = FREE_TRIAL) -> Tenant:
    tenant = Tenant(id=TenantId(UUID(int=1)), name="Aurora", slug="aurora", status=TenantStatus.ACTIVE, created_at=NOW)
    tenant.begin(plan, now=NOW)
    return tenant


class TestAnyLife:
    @given(st.sampled_from([FREE_TRIAL, "starter"]), st.lists(steps, max_size=12))
    def test_makes_sense_at_each_step(self, plan: str, life: list[tuple[str, int]]) -> None:
        tenant, now = aboard(plan), NOW
        for name, days in life:
            now += timedelta(days=days)
            before = tenant.status, tenant.plan, tenant.deleted_at
            try:
                ORDERS[name](tenant, now)
            except TenantStateError:
                assert (tenant.status, tenant.plan, tenant.deleted_at) == before
            assert (tenant.status is TenantStatus.CANCELLED) == (tenant.deleted_at is not None)
            assert (tenant.status_reason is not None) == (tenant.status is TenantStatus.SUSPENDED)
            assert (tenant.status is not TenantStatus.TRIAL) or tenant.plan == FREE_TRIAL
            assert tenant.plan == FREE_TRIAL or tenant.trial_ends_at is None

    @given(st.lists(steps, max_size=12))
    def test_never_returns_to_the_free_trial(self, life: list[tuple[str, int]]) -> None:
        tenant, now = aboard("starter"), NOW
        for name, days in life:
            now += timedelta(days=days)
            try:
                ORDERS[name](tenant, now)
            except TenantStateError:
                continue
        assert tenant.plan != FREE_TRIAL


class TestTrial:
    def test_begins_with_the_free_plan_and_lasts_a_while(self) -> None:
        tenant = aboard()

        assert (tenant.status, tenant.trial_ends_at) == (TenantStatus.TRIAL, NOW + TRIAL)

    def test_is_none_with_a_plan_that_is_paid(self) -> None:
        tenant = aboard("starter")

        assert (tenant.status, tenant.trial_ends_at) == (TenantStatus.ACTIVE, None)

    @pytest.mark.parametrize(("before_end", "is_over"), [(timedelta(seconds=1), False), (timedelta(), True)])
    def test_is_over_at_its_end(self, before_end: timedelta, *, is_over: bool) -> None:
        assert aboard().is_trial_over(now=NOW + TRIAL - before_end) is is_over

    @pytest.mark.parametrize(
        ("before_end", "is_due"),
        [
            (TRIAL_WARNING + timedelta(seconds=1), False),
            (TRIAL_WARNING, True),
            (timedelta(seconds=1), True),
            (timedelta(), False),
        ],
    )
    def test_is_warned_of_some_days_before(self, before_end: timedelta, *, is_due: bool) -> None:
        assert aboard().is_trial_to_be_warned(now=NOW + TRIAL - before_end) is is_due

    def test_is_warned_of_once(self) -> None:
        tenant = aboard()
        tenant.trial_warned_at = NOW

        assert not tenant.is_trial_to_be_warned(now=NOW + TRIAL - TRIAL_WARNING)

    def test_ends_with_a_paid_plan(self) -> None:
        tenant = aboard()

        tenant.change_plan("growth")

        assert (tenant.status, tenant.plan, tenant.trial_ends_at) == (TenantStatus.ACTIVE, "growth", None)

    def test_that_has_ended_is_lifted_by_a_paid_plan(self) -> None:
        tenant = aboard()
        tenant.suspend(TRIAL_ENDED)

        tenant.change_plan("starter")

        assert (tenant.status, tenant.status_reason) == (TenantStatus.ACTIVE, None)

    def test_that_has_ended_does_not_end_again_once_an_operator_activates(self) -> None:
        tenant = aboard()
        late = NOW + TRIAL
        tenant.suspend(TRIAL_ENDED)

        tenant.activate(now=late)

        assert tenant.status is TenantStatus.ACTIVE
        assert not tenant.is_trial_over(now=late)


class TestSuspension:
    def test_for_another_reason_is_not_lifted_by_a_plan(self) -> None:
        tenant = aboard()
        tenant.suspend("abuse")

        tenant.change_plan("growth")

        assert (tenant.status, tenant.status_reason) == (TenantStatus.SUSPENDED, "abuse")

    def test_lets_a_trial_go_on_where_it_stopped(self) -> None:
        tenant = aboard()
        tenant.suspend("unpaid")

        tenant.activate(now=NOW + timedelta(days=1))

        assert tenant.status is TenantStatus.TRIAL

    def test_is_refused_twice(self) -> None:
        tenant = aboard()
        tenant.suspend("unpaid")

        with pytest.raises(TenantStateError):
            tenant.suspend("abuse")


class TestDeletion:
    def test_is_undone_within_a_while(self) -> None:
        tenant = aboard("starter")
        tenant.delete(now=NOW)

        tenant.activate(now=NOW + KEPT_DELETED - timedelta(seconds=1))

        assert (tenant.status, tenant.deleted_at) == (TenantStatus.ACTIVE, None)

    def test_is_for_ever_after_that(self) -> None:
        tenant = aboard()
        tenant.delete(now=NOW)
        late = NOW + KEPT_DELETED

        assert tenant.is_to_be_erased(now=late)
        with pytest.raises(TenantStateError):
            tenant.activate(now=late)

    @pytest.mark.parametrize("status", [TenantStatus.SUSPENDED, TenantStatus.CANCELLED])
    def test_rests_like_a_suspension(self, status: TenantStatus) -> None:
        tenant = aboard()
        tenant.status = status

        assert tenant.is_at_rest
