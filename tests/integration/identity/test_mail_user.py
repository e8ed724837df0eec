"""What is written to people, and to whom nothing is written."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.email.message import Letterhead
from adapters.email.outbox import OutboxMailer
from adapters.email.templates import TextTemplates
from adapters.postgres.database import Database
from adapters.postgres.one_time_tokens import PostgresOneTimeTokenBook
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.system.ids import SystemIds
from application.identity.forget_old_links import KEEP, ForgetOldLinks, ForgetOldLinksHandler
from application.identity.mail_user import MailTools, MailUserHandler
from application.ports.mails import MailKind, MailUser
from domain.identity.user import User
from domain.shared.ids import TenantId, UserId
from domain.tenants.tenant import PLATFORM
from tests.contract.email.test_mailers import read
from tests.contract.repositories.stored import a_user
from tests.doubles import FrozenClock
from tests.mails import text_of

Write = Callable[..., Awaitable[list[str]]]
EVERY_KIND = sorted(MailKind)


@pytest.fixture
async def user(uow: PostgresUnitOfWork, tenant_id: TenantId, frozen_clock: FrozenClock) -> User:
    """Ana, whose e-mail is confirmed."""
    user = a_user(tenant_id, email_verified_at=frozen_clock.now())
    async with uow(tenant_id) as tx:
        await tx.users.add(user)
    return user


@pytest.fixture
def write(uow: PostgresUnitOfWork, frozen_clock: FrozenClock, ids: SystemIds, tmp_path: Path) -> Write:
    """Does a job; gives the texts that it sent."""
    letterhead = Letterhead("no-reply@pytake.example", clock=frozen_clock)
    tools = MailTools(
        templates=TextTemplates(),
        mailer=OutboxMailer(tmp_path, letterhead=letterhead, ids=ids),
        clock=frozen_clock,
        ids=ids,
    )
    handler = MailUserHandler(tools, uow=uow, public_url="https://pytake.example")

    async def do(kind: MailKind, *, tenant: TenantId, user: UserId) -> list[str]:
        await handler(MailUser(tenant_id=tenant, user_id=user, kind=kind, at=frozen_clock.now()))
        return [text_of(mail) for mail in read(tmp_path)]

    return do


async def change(uow: PostgresUnitOfWork, user: User, **fields: object) -> None:
    async with uow(user.tenant_id) as tx:
        loaded = await tx.users.get(user.id)
        for name, value in fields.items():
            setattr(loaded, name, value)
        await tx.users.save(loaded)


@pytest.mark.parametrize("kind", EVERY_KIND)
async def test_each_kind_is_written_to_who_is_there(
    kind: MailKind, write: Write, user: User, uow: PostgresUnitOfWork
) -> None:
    if kind is MailKind.VERIFY_EMAIL:
        await change(uow, user, email_verified_at=None)

    [text] = await write(kind, tenant=user.tenant_id, user=user.id)

    assert "https://pytake.example/" in text


@pytest.mark.parametrize("kind", EVERY_KIND)
async def test_nobody_is_written_to_who_is_gone(
    kind: MailKind, write: Write, user: User, uow: PostgresUnitOfWork, frozen_clock: FrozenClock, ids: SystemIds
) -> None:
    async with uow(user.tenant_id) as tx:
        loaded = await tx.users.get(user.id)
        loaded.delete(now=frozen_clock.now())
        await tx.users.save(loaded)

    assert await write(kind, tenant=user.tenant_id, user=user.id) == []
    assert await write(kind, tenant=PLATFORM, user=UserId(ids.new())) == []


@pytest.mark.parametrize("kind", [MailKind.RESET_PASSWORD, MailKind.WELCOME, MailKind.TRIAL_ENDING])
async def test_who_may_not_log_in_gets_no_way_in(
    kind: MailKind, write: Write, user: User, uow: PostgresUnitOfWork
) -> None:
    await change(uow, user, is_active=False)

    assert await write(kind, tenant=user.tenant_id, user=user.id) == []


@pytest.mark.parametrize("kind", sorted({*MailKind} - {MailKind.WELCOME}))
async def test_to_an_unconfirmed_address_nothing_goes_that_a_stranger_chose(
    kind: MailKind, write: Write, user: User, uow: PostgresUnitOfWork
) -> None:
    await change(uow, user, email_verified_at=None, name="Win a prize at evil.example")

    [text] = await write(kind, tenant=user.tenant_id, user=user.id)

    assert "evil.example" not in text
    assert "Padaria Aurora" not in text


async def test_times_are_those_of_the_company(write: Write, user: User) -> None:
    [text] = await write(MailKind.PASSWORD_CHANGED, tenant=user.tenant_id, user=user.id)

    assert "12/08/2026 09:00 (America/Sao_Paulo)" in text  # noon in UTC


async def test_old_links_are_forgotten(
    write: Write, user: User, platform_database: Database, frozen_clock: FrozenClock
) -> None:
    await write(MailKind.RESET_PASSWORD, tenant=user.tenant_id, user=user.id)
    forget = ForgetOldLinksHandler(book=PostgresOneTimeTokenBook(platform_database), clock=frozen_clock)

    async def kept() -> int:
        async with platform_database.connection() as connection:
            return int(await connection.fetchval("SELECT count(*) FROM platform.one_time_tokens"))

    frozen_clock.advance(KEEP)
    await forget(ForgetOldLinks())
    before = await kept()
    frozen_clock.advance(timedelta(hours=2))
    await forget(ForgetOldLinks())

    assert (before, await kept()) == (1, 0)
