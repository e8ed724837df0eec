"""The company says when it is open."""

import msgspec
from msgspec import UNSET, UnsetType

from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Actor
from application.shared.time_zones import wrong_time_zone
from application.support.hours_book import HoursBook
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.errors import InvalidError, StaleVersionError
from domain.shared.ids import BusinessHoursId, DepartmentId
from domain.support.business_hours import BusinessHours
from domain.support.week import ROUND_THE_CLOCK, Span, Weekday, wrong_in_week


class SetBusinessHours(msgspec.Struct, frozen=True, kw_only=True):
    """Whose hours, and what changes of them; a null time zone is the company's. `version` is the one that was read."""

    department_id: DepartmentId | None = None
    week: dict[Weekday, tuple[Span, ...]] | UnsetType = UNSET
    time_zone: str | UnsetType | None = UNSET
    observes_holidays: bool | UnsetType = UNSET
    version: int | None = None


class SetBusinessHoursHandler:
    """Write a week of opening hours, of the company or of a department. Needs settings:manage."""

    def __init__(self, *, uow: UnitOfWork, book: HoursBook, clock: Clock, ids: Ids) -> None:
        self._uow, self._book, self._clock, self._ids = uow, book, clock, ids

    async def __call__(self, actor: Actor, command: SetBusinessHours) -> None:
        """Write it. Raises DepartmentNotFoundError, InvalidError, StaleVersionError."""
        actor.require(Permission.SETTINGS_MANAGE)
        _require_right(command)
        async with self._uow(actor.tenant_id) as tx:
            if command.department_id is not None:
                await tx.departments.get(command.department_id)
            before, after = await self._write(tx, command)
            tx.audit.record(
                AuditAction.BUSINESS_HOURS_CHANGED,
                by=actor.author,
                on=Subject(type="department", id=command.department_id),
                before=before,
                after=_told(after),
            )
        self._book.forget(actor.tenant_id)

    async def _write(
        self, tx: Transaction, command: SetBusinessHours
    ) -> tuple[dict[str, object] | None, BusinessHours]:
        hours = await tx.business_hours.of(command.department_id)
        if command.version is not None and command.version != (0 if hours is None else hours.version):
            raise StaleVersionError("The hours were changed by somebody else; read them again.")
        if hours is None:
            made = self._make(command)
            _change(made, command)
            await tx.business_hours.add(made)
            return None, made
        before = _told(hours)
        _change(hours, command)
        await tx.business_hours.save(hours)
        return before, hours

    def _make(self, command: SetBusinessHours) -> BusinessHours:
        return BusinessHours(
            id=BusinessHoursId(self._ids.new()),
            department_id=command.department_id,
            week=dict(ROUND_THE_CLOCK),
            created_at=self._clock.now(),
            version=1,
        )


def _require_right(command: SetBusinessHours) -> None:
    zone = () if command.time_zone in {UNSET, None} else wrong_time_zone(str(command.time_zone))
    week = () if command.week is UNSET else wrong_in_week(command.week)
    if wrong := (*zone, *week):
        raise InvalidError("The hours cannot be so.", details=wrong)


def _change(hours: BusinessHours, command: SetBusinessHours) -> None:
    if command.week is not UNSET:
        hours.week = command.week
    if command.time_zone is not UNSET:
        hours.time_zone = command.time_zone
    if command.observes_holidays is not UNSET:
        hours.observes_holidays = command.observes_holidays


def _told(hours: BusinessHours) -> dict[str, object]:
    return {
        "week": msgspec.to_builtins(hours.week),
        "time_zone": hours.time_zone,
        "observes_holidays": hours.observes_holidays,
    }
