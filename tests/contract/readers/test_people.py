"""DepartmentList, RoleList, InvitationList and ApiKeyList, on PostgreSQL."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from adapters.postgres.database import Database
from adapters.postgres.readers.api_keys import PostgresApiKeyList
from adapters.postgres.readers.departments import PostgresDepartmentList
from adapters.postgres.readers.invitations import PostgresInvitationList
from adapters.postgres.readers.roles import PostgresRoleList
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.readers.api_keys import ApiKeyRow
from application.ports.readers.departments import DepartmentRow, MemberRow
from application.ports.readers.invitations import InvitationState
from application.ports.readers.roles import RoleRow
from application.shared.page import PageRequest
from domain.conversations.conversation import Conversation
from domain.conversations.timeline import BOT
from domain.identity.errors import ApiKeyNotFoundError, RoleNotFoundError
from domain.identity.permissions import ROLE_PERMISSIONS, Role
from domain.people.department import Assignment
from domain.people.errors import DepartmentNotFoundError, InvitationNotFoundError
from domain.people.status import DEFAULT_CAPACITY
from domain.shared.errors import MalformedError
from domain.shared.ids import DepartmentId, TenantId
from tests.contract.readers.walking import walk
from tests.contract.repositories.stored import (
    NOW,
    a_role,
    a_user,
    an_api_key,
    an_invitation,
    new_id,
)


class TestDepartments:
    @pytest.fixture
    def department_list(self, app_database: Database) -> PostgresDepartmentList:
        return PostgresDepartmentList(app_database)

    async def test_show_who_is_in_them_and_what_they_can_take(
        self,
        uow: PostgresUnitOfWork,
        tenant_id: TenantId,
        conversation: Conversation,
        department_list: PostgresDepartmentList,
    ) -> None:
        support = DepartmentId(new_id())
        ana, bia = a_user(tenant_id, name="Ana"), a_user(tenant_id, name="Bia", is_active=False)
        gone = a_user(tenant_id, name="Caio", deleted_at=NOW, is_active=False)
        async with uow(tenant_id) as tx:
            await tx.departments.add(support, name="Suporte", description="Segundo nível")
            for person in (ana, bia, gone):
                await tx.users.add(person)
            await tx.departments.set_members(support, [ana.id, bia.id, gone.id])
            await tx.statuses.set_capacity(ana.id, 4)
            conversation.hand_to_people(department_id=support, reason=None, by=BOT, now=NOW)
            await tx.conversations.save(conversation)

        row = await department_list.one(tenant_id, department_id=support)

        assert row == DepartmentRow(
            id=support,
            name="Suporte",
            description="Segundo nível",
            is_default=True,
            assignment=Assignment.MANUAL,
            assigns_out_of_hours=False,
            members=2,
            capacity=4,
            waiting_conversations=1,
            version=1,
            created_at=row.created_at,
            updated_at=row.updated_at,
        )
        assert await department_list.members(tenant_id, department_id=support) == [
            MemberRow(id=ana.id, name="Ana", role="agent", is_active=True, capacity=4),
            MemberRow(id=bia.id, name="Bia", role="agent", is_active=False, capacity=DEFAULT_CAPACITY),
        ]

    async def test_come_by_name_and_without_those_that_were_deleted(
        self,
        uow: PostgresUnitOfWork,
        tenant_id: TenantId,
        other_tenant_id: TenantId,
        department_list: PostgresDepartmentList,
    ) -> None:
        gone = DepartmentId(new_id())
        async with uow(tenant_id) as tx:
            for name in ("Vendas", "financeiro"):
                await tx.departments.add(DepartmentId(new_id()), name=name)
            await tx.departments.add(gone, name="Antigo")
            department = await tx.departments.get(gone)
            department.delete(now=NOW)
            await tx.departments.save(department)

        pages = await walk(lambda page: department_list.page(tenant_id, page=page), limit=1)

        assert [[row.name for row in page] for page in pages] == [["financeiro"], ["Vendas"]]
        assert (await department_list.page(other_tenant_id, page=PageRequest())).items == []
        with pytest.raises(DepartmentNotFoundError):
            await department_list.one(tenant_id, department_id=gone)
        with pytest.raises(DepartmentNotFoundError):
            await department_list.one(other_tenant_id, department_id=pages[0][0].id)
        assert await department_list.members(other_tenant_id, department_id=pages[0][0].id) == []


class TestRoles:
    @pytest.fixture
    def role_list(self, app_database: Database) -> PostgresRoleList:
        return PostgresRoleList(app_database)

    async def test_are_the_built_in_ones_and_then_the_companys_own(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId, role_list: PostgresRoleList
    ) -> None:
        role = a_role()
        async with uow(tenant_id) as tx:
            await tx.roles.add(role)
            await tx.users.add(a_user(tenant_id, role=role.code))
            await tx.users.add(a_user(tenant_id, role=Role.ADMIN))

        page = await role_list.page(tenant_id, page=PageRequest())

        assert [(row.code, row.users, row.is_built_in) for row in page.items] == [
            ("admin", 1, True),
            ("supervisor", 0, True),
            ("agent", 0, True),
            ("viewer", 0, True),
            ("plantao", 1, False),
        ]
        assert page.items[0].permissions == sorted(ROLE_PERMISSIONS[Role.ADMIN])
        assert page.items[4] == await role_list.one(tenant_id, role_id=role.id)
        assert page.items[4] == RoleRow(
            id=role.id,
            code=role.code,
            name=role.name,
            description=role.description,
            is_built_in=False,
            permissions=role.permissions,
            users=1,
            version=0,
            created_at=NOW,
            updated_at=NOW,
        )
        assert (await role_list.page(other_tenant_id, page=PageRequest())).total == 4
        with pytest.raises(RoleNotFoundError):
            await role_list.one(other_tenant_id, role_id=role.id)

    async def test_are_walked_to_their_end(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, role_list: PostgresRoleList
    ) -> None:
        async with uow(tenant_id) as tx:
            await tx.roles.add(a_role())

        pages = await walk(lambda page: role_list.page(tenant_id, page=page), limit=2)

        assert [[row.code for row in page] for page in pages] == [
            ["admin", "supervisor"],
            ["agent", "viewer"],
            ["plantao"],
        ]
        second = await role_list.page(tenant_id, page=PageRequest(page=2, limit=3))
        assert ([row.code for row in second.items], second.total) == (["viewer", "plantao"], 5)
        with pytest.raises(MalformedError):
            await role_list.page(tenant_id, page=PageRequest(cursor="rubbish"))


class TestInvitations:
    @pytest.fixture
    def invitation_list(self, app_database: Database) -> PostgresInvitationList:
        return PostgresInvitationList(app_database)

    async def test_tell_what_became_of_them_and_never_the_token(
        self,
        uow: PostgresUnitOfWork,
        tenant_id: TenantId,
        other_tenant_id: TenantId,
        invitation_list: PostgresInvitationList,
    ) -> None:
        now = datetime.now(UTC)
        later = {"expires_at": now + timedelta(hours=1), "token_hash": b"\x01\x02\x03"}
        kinds = {
            InvitationState.EXPIRED: an_invitation(email="a@x.example", expires_at=now),
            InvitationState.REVOKED: an_invitation(email="b@x.example", revoked_at=now),
            InvitationState.ACCEPTED: an_invitation(email="c@x.example", accepted_at=now),
            InvitationState.OPEN: an_invitation(email="d@x.example", **later),
        }
        async with uow(tenant_id) as tx:
            for invitation in kinds.values():
                await tx.invitations.add(invitation)

        everything = await invitation_list.page(tenant_id, status=None, page=PageRequest())

        assert [row.status for row in everything.items] == list(reversed(kinds))
        assert "hash" not in str(msgspec.to_builtins(everything))
        for state, invitation in kinds.items():
            found = await invitation_list.page(tenant_id, status=state, page=PageRequest())
            assert [row.id for row in found.items] == [invitation.id]
            assert (await invitation_list.one(tenant_id, invitation_id=invitation.id)).status is state
        assert (await invitation_list.page(other_tenant_id, status=None, page=PageRequest())).items == []
        with pytest.raises(InvitationNotFoundError):
            await invitation_list.one(other_tenant_id, invitation_id=invitation.id)


class TestApiKeys:
    @pytest.fixture
    def key_list(self, app_database: Database) -> PostgresApiKeyList:
        return PostgresApiKeyList(app_database)

    async def test_show_whose_they_are_and_never_their_hash(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId, key_list: PostgresApiKeyList
    ) -> None:
        ana = a_user(tenant_id, name="Ana")
        key, revoked = an_api_key(ana, expires_at=NOW), an_api_key(ana, revoked_at=NOW)
        async with uow(tenant_id) as tx:
            await tx.users.add(ana)
            await tx.api_keys.add(key)
            await tx.api_keys.add(revoked)

        page = await key_list.page(tenant_id, page=PageRequest())

        assert page.items == [
            ApiKeyRow(
                id=key.id,
                name="Site",
                prefix=key.prefix,
                scopes=key.scopes,
                user_id=ana.id,
                user_name="Ana",
                expires_at=NOW,
                last_used_at=None,
                version=0,
                created_at=NOW,
                updated_at=NOW,
            )
        ]
        assert (await key_list.page(other_tenant_id, page=PageRequest())).items == []
        for tenant, key_id in ((tenant_id, revoked.id), (other_tenant_id, key.id)):
            with pytest.raises(ApiKeyNotFoundError):
                await key_list.one(tenant, api_key_id=key_id)
