"""InvitationRepository, on PostgreSQL."""

import asyncio

import msgspec
import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.people.errors import InvitationNotFoundError, InvitationOpenError
from domain.people.invitation import GOOD_FOR, Invitation
from domain.shared.ids import DepartmentId, InvitationId, TenantId
from tests.contract.repositories.stored import MINUTE, NOW, an_invitation, new_id

HASH = b"\x07" * 32


@pytest.fixture
async def invitation(uow: PostgresUnitOfWork, tenant_id: TenantId) -> Invitation:
    """An open invitation whose mail was sent."""
    invitation = an_invitation(token_hash=HASH, department_ids=[DepartmentId(new_id())])
    async with uow(tenant_id) as tx:
        await tx.invitations.add(invitation)
    return invitation


async def test_gives_back_every_field(uow: PostgresUnitOfWork, tenant_id: TenantId, invitation: Invitation) -> None:
    async with uow(tenant_id) as tx:
        assert await tx.invitations.get(invitation.id) == invitation


async def test_an_email_is_invited_once_at_a_time(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId, invitation: Invitation
) -> None:
    async with uow(other_tenant_id) as tx:
        await tx.invitations.add(an_invitation())  # by another company, of which this one knows nothing
    with pytest.raises(InvitationOpenError):
        async with uow(tenant_id) as tx:
            await tx.invitations.add(an_invitation(email=invitation.email))

    async with uow(tenant_id) as tx:
        assert await tx.invitations.revoke_open(invitation.email, at=NOW) == invitation.id
        assert await tx.invitations.revoke_open(invitation.email, at=NOW) is None
        await tx.invitations.add(an_invitation(email=invitation.email))


class TestAccepting:
    async def test_uses_it_up(self, uow: PostgresUnitOfWork, tenant_id: TenantId, invitation: Invitation) -> None:
        at = NOW + MINUTE
        async with uow(tenant_id) as tx:
            accepted = await tx.invitations.accept(token_hash=HASH, at=at)

        assert accepted == msgspec.structs.replace(invitation, accepted_at=at)
        async with uow(tenant_id) as tx:
            assert await tx.invitations.accept(token_hash=HASH, at=at) is None
            with pytest.raises(InvitationNotFoundError):
                await tx.invitations.revoke(invitation.id, at=at)

    async def test_is_one_of_two_who_try_at_once(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, invitation: Invitation
    ) -> None:
        async def accept() -> Invitation | None:
            async with uow(tenant_id) as tx:
                found = await tx.invitations.accept(token_hash=HASH, at=NOW)
                await asyncio.sleep(0.05)
                return found

        results = await asyncio.gather(accept(), accept())

        assert sorted([found.id for found in results if found]) == [invitation.id]

    async def test_comes_too_late_after_its_time(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, invitation: Invitation
    ) -> None:
        async with uow(tenant_id) as tx:
            assert await tx.invitations.accept(token_hash=HASH, at=NOW + GOOD_FOR) is None
            assert await tx.invitations.set_token(invitation.id, token_hash=b"2", at=NOW + GOOD_FOR) is False

    async def test_needs_the_newest_token(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, invitation: Invitation
    ) -> None:
        async with uow(tenant_id) as tx:
            assert await tx.invitations.set_token(invitation.id, token_hash=b"2", at=NOW) is True

            assert await tx.invitations.accept(token_hash=HASH, at=NOW) is None
            assert await tx.invitations.accept(token_hash=b"2", at=NOW) is not None

    async def test_is_over_when_it_was_taken_back(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, invitation: Invitation
    ) -> None:
        async with uow(tenant_id) as tx:
            revoked = await tx.invitations.revoke(invitation.id, at=NOW)

            assert revoked.revoked_at == NOW
            assert await tx.invitations.accept(token_hash=HASH, at=NOW) is None
            assert await tx.invitations.set_token(invitation.id, token_hash=b"2", at=NOW) is False

    async def test_is_nothing_for_another_tenant(
        self, uow: PostgresUnitOfWork, other_tenant_id: TenantId, invitation: Invitation
    ) -> None:
        async with uow(other_tenant_id) as tx:
            assert await tx.invitations.accept(token_hash=HASH, at=NOW) is None
            for call in (tx.invitations.get(invitation.id), tx.invitations.get(InvitationId(new_id()))):
                with pytest.raises(InvitationNotFoundError):
                    await call
