import asyncio
from datetime import timedelta

import httpx
import pytest
from dishka import AsyncContainer

from adapters.postgres.database import Database
from application.people.send_invitation import SendInvitation
from application.ports.invitations import SendInvitationOf
from domain.identity.permissions import Role
from domain.shared.digest import digest_of
from domain.shared.ids import InvitationId, TenantId
from tests.http.calls import error_of
from tests.http.conftest import Caller
from tests.http.people.people import (
    ACCEPT,
    DEPARTMENTS,
    INVITATIONS,
    LOGIN,
    ME,
    NOWHERE,
    PASSWORD,
    ROLES,
    USERS,
    a_person,
    an_invitation,
    audited,
    made,
)
from tests.mails import Outbox, text_of, token_of

JOIN = {"name": "Bia Souza", "password": PASSWORD}


async def refused(http: httpx.AsyncClient, token: str) -> str:
    answer = await http.post(ACCEPT, json={"token": token, **JOIN})
    assert answer.status_code == 422, answer.text
    return error_of(answer).code


class TestAccepting:
    async def test_makes_a_person_of_the_company_who_is_logged_in(
        self, admin: httpx.AsyncClient, http: httpx.AsyncClient, outbox: Outbox
    ) -> None:
        department = await made(admin, DEPARTMENTS, {"name": "Suporte"})
        await made(admin, INVITATIONS, an_invitation(role="supervisor", department_ids=[department["id"]]))
        mail = await outbox.only()

        answer = await http.post(ACCEPT, json={"token": token_of(mail), **JOIN})

        assert answer.status_code == 201, answer.text
        me = await http.get(ME, headers={"authorization": f"Bearer {answer.json()['access_token']}"})
        assert (me.json()["email"], me.json()["role"], me.json()["name"]) == (
            "bia@aurora.example", "supervisor", "Bia Souza",
        )  # fmt: skip
        shown = (await admin.get(f"{USERS}/{me.json()['id']}")).json()
        assert shown["department_ids"] == [department["id"]]
        assert shown["email_verified_at"] is not None
        assert (await http.post(LOGIN, json={"email": "bia@aurora.example", "password": PASSWORD})).status_code == 200
        assert {"user.invited", "invitation.accepted"} <= set(await audited(admin))

    async def test_works_once(self, admin: httpx.AsyncClient, http: httpx.AsyncClient, outbox: Outbox) -> None:
        await made(admin, INVITATIONS, an_invitation())
        token = token_of(await outbox.only())

        answers = await asyncio.gather(*(http.post(ACCEPT, json={"token": token, **JOIN}) for _ in range(4)))

        assert sorted(answer.status_code for answer in answers) == [201, 422, 422, 422]
        assert await refused(http, token) == "INVITATION_INVALID"
        assert (await admin.get(f"{INVITATIONS}?status=accepted")).json()["total"] == 1

    async def test_works_for_three_days(
        self, admin: httpx.AsyncClient, http: httpx.AsyncClient, outbox: Outbox, platform_database: Database
    ) -> None:
        await made(admin, INVITATIONS, an_invitation())
        token = token_of(await outbox.only())
        async with platform_database.connection() as connection:
            lasts = await connection.fetchval("SELECT expires_at - created_at FROM platform.invitations")
            await connection.execute("UPDATE platform.invitations SET expires_at = now()")

        assert lasts == timedelta(hours=72)
        assert await refused(http, token) == "INVITATION_INVALID"
        assert (await admin.get(INVITATIONS)).json()["items"][0]["status"] == "expired"

    async def test_does_not_work_once_it_is_taken_back(
        self, admin: httpx.AsyncClient, http: httpx.AsyncClient, outbox: Outbox
    ) -> None:
        invitation = await made(admin, INVITATIONS, an_invitation())
        token = token_of(await outbox.only())

        assert (await admin.delete(f"{INVITATIONS}/{invitation['id']}")).status_code == 204

        assert await refused(http, token) == "INVITATION_INVALID"
        assert (await admin.delete(f"{INVITATIONS}/{invitation['id']}")).status_code == 404
        assert (await admin.get(f"{INVITATIONS}/{invitation['id']}")).json()["status"] == "revoked"
        assert "invitation.revoked" in await audited(admin)

    async def test_of_two_mails_only_the_last_works(
        self, admin: httpx.AsyncClient, http: httpx.AsyncClient, outbox: Outbox
    ) -> None:
        await made(admin, INVITATIONS, an_invitation())
        first = token_of(await outbox.only())
        await made(admin, INVITATIONS, an_invitation(role="viewer"))
        second = token_of(await outbox.only())

        assert await refused(http, first) == "INVITATION_INVALID"
        answer = await http.post(ACCEPT, json={"token": second, **JOIN})
        assert answer.status_code == 201
        assert (await admin.get(f"{USERS}?role=viewer")).json()["total"] == 1

    @pytest.mark.parametrize("token", ["", "x", "é" * 100, "0" * 43])
    async def test_needs_a_token_of_ours(self, http: httpx.AsyncClient, token: str) -> None:
        assert await refused(http, token) == "INVITATION_INVALID"

    @pytest.mark.parametrize("password", ["short", "password1234", "bia@aurora.example"])
    async def test_with_a_poor_password_uses_nothing_up(
        self, admin: httpx.AsyncClient, http: httpx.AsyncClient, outbox: Outbox, password: str
    ) -> None:
        await made(admin, INVITATIONS, an_invitation())
        token = token_of(await outbox.only())

        refusal = await http.post(ACCEPT, json={"token": token, "name": "Bia", "password": password})
        answer = await http.post(ACCEPT, json={"token": token, **JOIN})

        assert (refusal.status_code, error_of(refusal).fields, answer.status_code) == (422, ["password"], 201)

    async def test_finds_the_plan_full_and_can_be_tried_again(
        self,
        admin: httpx.AsyncClient,
        http: httpx.AsyncClient,
        outbox: Outbox,
        platform_database: Database,
        tenant_id: TenantId,
    ) -> None:
        limit = "UPDATE platform.tenants SET limits = $1 WHERE id = $2"
        await made(admin, INVITATIONS, an_invitation())
        token = token_of(await outbox.only())
        async with platform_database.connection() as connection:
            await connection.execute(limit, {"users": 0}, tenant_id)
            refusal = await http.post(ACCEPT, json={"token": token, **JOIN})
            early = await admin.post(INVITATIONS, json=an_invitation(email="caio@aurora.example"))
            await connection.execute(limit, {}, tenant_id)

        answer = await http.post(ACCEPT, json={"token": token, **JOIN})

        assert {error_of(refusal).code, error_of(early).code} == {"PLAN_LIMIT_REACHED"}
        assert answer.status_code == 201


class TestInviting:
    async def test_says_who_asks_and_until_when_in_the_persons_language(
        self, admin: httpx.AsyncClient, outbox: Outbox
    ) -> None:
        await made(admin, INVITATIONS, an_invitation(language="pt-BR"))

        mail = await outbox.only()

        assert mail["to"] == "bia@aurora.example"
        assert "Ana convidou você" in text_of(mail)

    async def test_the_token_lies_nowhere_but_in_the_mail(
        self, admin: httpx.AsyncClient, outbox: Outbox, platform_database: Database
    ) -> None:
        invitation = await made(admin, INVITATIONS, an_invitation())
        token = token_of(await outbox.only())

        shown = await admin.get(f"{INVITATIONS}/{invitation['id']}")

        async with platform_database.connection() as connection:
            row = await connection.fetchrow("SELECT * FROM platform.invitations")
        assert row["token_hash"] == digest_of(token)
        assert token not in str(dict(row)) + shown.text + str(invitation)

    async def test_somebody_of_the_company_is_a_conflict(self, admin: httpx.AsyncClient) -> None:
        await made(admin, USERS, a_person())

        answer = await admin.post(INVITATIONS, json=an_invitation(email="Bia@Aurora.example"))

        assert (answer.status_code, error_of(answer).code) == (409, "EMAIL_TAKEN")

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [({"email": "x"}, "email"), ({"role": "x"}, "role"), ({"department_ids": [str(NOWHERE)]}, "department_ids")],
    )
    async def test_what_is_wrong_is_named(self, admin: httpx.AsyncClient, wrong: dict[str, object], field: str) -> None:
        answer = await admin.post(INVITATIONS, json=an_invitation(**wrong))

        assert (answer.status_code, error_of(answer).fields) == (422, [field])

    async def test_twice_at_once_leaves_one_open(self, admin: httpx.AsyncClient) -> None:
        answers = await asyncio.gather(*(admin.post(INVITATIONS, json=an_invitation()) for _ in range(4)))

        assert {answer.status_code for answer in answers} <= {201, 409}
        assert (await admin.get(f"{INVITATIONS}?status=open")).json()["total"] == 1

    async def test_a_mail_that_is_ordered_twice_leaves_one_that_works(
        self, admin: httpx.AsyncClient, http: httpx.AsyncClient, outbox: Outbox, container: AsyncContainer,
        tenant_id: TenantId,
    ) -> None:  # fmt: skip
        invitation = await made(admin, INVITATIONS, an_invitation())
        first = token_of(await outbox.only())
        order = SendInvitationOf(tenant_id=tenant_id, invitation_id=InvitationId(invitation["id"]))
        await (await container.get(SendInvitation))(order)
        second = token_of(await outbox.only())

        assert await refused(http, first) == "INVITATION_INVALID"
        assert (await http.post(ACCEPT, json={"token": second, **JOIN})).status_code == 201
        await (await container.get(SendInvitation))(order)
        assert await outbox.delivered() == []

    async def test_a_role_that_is_given_meanwhile_cannot_be_deleted(self, admin: httpx.AsyncClient) -> None:
        role = await made(admin, ROLES, {"name": "Plantão"})
        await made(admin, INVITATIONS, an_invitation(role=role["code"]))

        answer = await admin.delete(f"{ROLES}/{role['id']}")

        assert (answer.status_code, error_of(answer).code) == (409, "ROLE_IN_USE")

    async def test_is_for_those_who_manage_people(self, calling: Caller) -> None:
        for role in (Role.SUPERVISOR, Role.AGENT, Role.VIEWER):
            client = calling(role)
            answers = [
                await client.get(INVITATIONS),
                await client.post(INVITATIONS, json=an_invitation()),
                await client.get(f"{INVITATIONS}/{NOWHERE}"),
                await client.delete(f"{INVITATIONS}/{NOWHERE}"),
            ]
            assert {error_of(answer).code for answer in answers} == {"PERMISSION_DENIED"}

    async def test_other_companies_invitations_are_404(self, admin: httpx.AsyncClient, calling: Caller) -> None:
        invitation = await made(admin, INVITATIONS, an_invitation())
        stranger = calling(Role.ADMIN, tenant=TenantId(NOWHERE))

        answers = [
            await stranger.get(f"{INVITATIONS}/{invitation['id']}"),
            await stranger.delete(f"{INVITATIONS}/{invitation['id']}"),
        ]

        assert {error_of(answer).code for answer in answers} == {"INVITATION_NOT_FOUND"}
        assert (await stranger.get(INVITATIONS)).json()["items"] == []
