import asyncio

import httpx
import pytest

from adapters.postgres.database import Database
from domain.identity.permissions import Role
from domain.shared.ids import TenantId, UserId
from tests.accounts import Accounts
from tests.http.calls import error_of
from tests.http.conftest import Caller
from tests.http.people.people import (
    DEPARTMENTS,
    LOGIN,
    ME,
    NOWHERE,
    PASSWORD,
    ROLES,
    USERS,
    a_person,
    audited,
    made,
)


class TestAdding:
    async def test_a_person_can_log_in_at_once(self, admin: httpx.AsyncClient, http: httpx.AsyncClient) -> None:
        department = await made(admin, DEPARTMENTS, {"name": "Suporte"})
        bia = await made(
            admin, USERS, a_person(email=" Bia@Aurora.example", department_ids=[department["id"]], capacity=7)
        )

        answer = await http.post(LOGIN, json={"email": "bia@aurora.example", "password": PASSWORD})

        assert answer.status_code == 200, answer.text
        assert (bia["email"], bia["department_ids"], bia["capacity"]) == ("bia@aurora.example", [department["id"]], 7)
        assert "user.created" in await audited(admin)

    async def test_without_a_password_nobody_logs_in_as_them(
        self, admin: httpx.AsyncClient, http: httpx.AsyncClient
    ) -> None:
        body = a_person()
        del body["password"]
        await made(admin, USERS, body)

        answers = [await http.post(LOGIN, json={"email": body["email"], "password": text}) for text in ("", "!", "x")]

        assert {answer.status_code for answer in answers} <= {401, 422}

    async def test_a_taken_email_is_a_conflict(self, admin: httpx.AsyncClient) -> None:
        await made(admin, USERS, a_person())

        answer = await admin.post(USERS, json=a_person(email="BIA@aurora.example"))

        assert (answer.status_code, error_of(answer).code) == (409, "EMAIL_TAKEN")

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"email": "bia"}, "email"),
            ({"email": "deleted+1@deleted.invalid"}, "email"),
            ({"email": "bia@aurora.example\r\nbcc: x@y.example"}, "email"),
            ({"name": " "}, "name"),
            ({"name": "Bia\nSouza"}, "name"),
            ({"password": "short"}, "password"),
            ({"password": "password1234"}, "password"),
            ({"role": "chief"}, "role"),
            ({"role": "super_admin"}, "role"),
            ({"department_ids": [str(NOWHERE)]}, "department_ids"),
            ({"capacity": -1}, "capacity"),
            ({"language": "fr"}, "language"),
            ({"is_active": False}, "is_active"),
        ],
    )
    async def test_what_is_wrong_is_named(self, admin: httpx.AsyncClient, wrong: dict[str, object], field: str) -> None:
        answer = await admin.post(USERS, json=a_person(**wrong))

        assert answer.status_code == 422, answer.text
        assert error_of(answer).fields == [field]

    async def test_the_plan_says_how_many(
        self, admin: httpx.AsyncClient, platform_database: Database, tenant_id: TenantId
    ) -> None:
        async with platform_database.connection() as connection:
            await connection.execute("UPDATE platform.tenants SET limits = $1 WHERE id = $2", {"users": 2}, tenant_id)
        people = [a_person(email=f"p{number}@aurora.example") for number in range(5)]

        answers = await asyncio.gather(*(admin.post(USERS, json=person) for person in people))

        assert sorted(answer.status_code for answer in answers) == [201, 201, 403, 403, 403]
        assert {error_of(answer).code for answer in answers if answer.status_code == 403} == {"PLAN_LIMIT_REACHED"}
        gone = next(answer.json()["id"] for answer in answers if answer.status_code == 201)
        assert (await admin.delete(f"{USERS}/{gone}")).status_code == 204
        assert (await admin.post(USERS, json=a_person())).status_code == 201

    async def test_others_may_not(self, calling: Caller) -> None:
        for role in (Role.SUPERVISOR, Role.AGENT, Role.VIEWER):
            answer = await calling(role).post(USERS, json=a_person())
            assert error_of(answer).code == "PERMISSION_DENIED"


class TestReading:
    async def test_lists_filters_and_searches(self, admin: httpx.AsyncClient) -> None:
        await made(admin, USERS, a_person())
        caio = await made(admin, USERS, a_person(email="caio@aurora.example", name="Caio", role="viewer"))
        await admin.post(f"{USERS}/{caio['id']}/deactivate")

        async def names(query: str) -> list[str]:
            answer = await admin.get(f"{USERS}?{query}")
            assert answer.status_code == 200, answer.text
            return [item["name"] for item in answer.json()["items"]]

        assert await names("sort=name") == ["Ana", "Bia", "Caio"]
        assert await names("role=viewer") == ["Caio"]
        assert await names("status=inactive") == ["Caio"]
        assert await names("q=bia@") == ["Bia"]
        assert await names(f"department={NOWHERE}") == []
        assert (await admin.get(f"{USERS}?status=gone")).status_code == 400

    async def test_one_comes_with_its_version(self, admin: httpx.AsyncClient) -> None:
        bia = await made(admin, USERS, a_person())

        answer = await admin.get(f"{USERS}/{bia['id']}")

        assert (answer.json(), answer.headers["etag"]) == (bia, f'"{bia["version"]}"')
        assert "password" not in answer.text

    async def test_other_companies_people_are_404(self, admin: httpx.AsyncClient, calling: Caller) -> None:
        bia = await made(admin, USERS, a_person())
        stranger = calling(Role.ADMIN, tenant=TenantId(NOWHERE))
        address = f"{USERS}/{bia['id']}"

        answers = [
            await stranger.get(address),
            await stranger.patch(address, json={"name": "X"}),
            await stranger.delete(address),
            await stranger.post(f"{address}/activate"),
            await stranger.post(f"{address}/deactivate"),
            await stranger.get(f"{address}/stats"),
        ]

        assert {error_of(answer).code for answer in answers} == {"USER_NOT_FOUND"}


class TestChanging:
    async def test_changes_what_is_given_and_leaves_the_rest(self, admin: httpx.AsyncClient) -> None:
        bia = await made(admin, USERS, a_person(capacity=3))
        address = f"{USERS}/{bia['id']}"

        renamed = (await admin.patch(address, json={"name": " Bianca "})).json()
        promoted = (await admin.patch(address, json={"role": "supervisor", "capacity": None})).json()

        assert (renamed["name"], renamed["role"], renamed["capacity"]) == ("Bianca", "agent", 3)
        assert (promoted["name"], promoted["role"], promoted["capacity"]) == ("Bianca", "supervisor", 10)

    async def test_a_lost_race_is_a_conflict(self, admin: httpx.AsyncClient) -> None:
        bia = await made(admin, USERS, a_person())
        headers = {"if-match": f'"{bia["version"]}"'}
        address = f"{USERS}/{bia['id']}"

        first = await admin.patch(address, json={"name": "Bianca"}, headers=headers)
        second = await admin.patch(address, json={"name": "Beatriz"}, headers=headers)

        assert (first.status_code, error_of(second).code) == (200, "VERSION_CONFLICT")

    async def test_a_new_role_counts_at_the_next_request(
        self, admin: httpx.AsyncClient, calling: Caller, accounts: Accounts, tenant_id: TenantId
    ) -> None:
        claims = await accounts.a_session(Role.AGENT, tenant=tenant_id)
        agent = calling(Role.AGENT, user=claims.user_id)
        assert (await agent.get(DEPARTMENTS)).status_code == 403

        await admin.patch(f"{USERS}/{claims.user_id}", json={"role": "supervisor"})

        assert (await agent.get(DEPARTMENTS)).status_code == 200


class TestRightsAboveOnesOwn:
    async def test_cannot_be_given(self, manager: httpx.AsyncClient) -> None:
        bia = await made(manager, USERS, a_person(role="gerencia"))

        answers = [
            await manager.post(USERS, json=a_person(email="x@aurora.example", role="admin")),
            await manager.post(USERS, json=a_person(email="x@aurora.example", role="supervisor")),
            await manager.patch(f"{USERS}/{bia['id']}", json={"role": "admin"}),
            await manager.post(f"{USERS}/invitations", json={"email": "x@y.example", "name": "X", "role": "admin"}),
            await manager.post(ROLES, json={"name": "Todo-poderoso", "permissions": ["audit:read"]}),
        ]

        assert {(answer.status_code, error_of(answer).code) for answer in answers} == {(403, "RIGHTS_ABOVE_OWN")}

    async def test_cannot_be_touched(self, admin: httpx.AsyncClient, manager: httpx.AsyncClient) -> None:
        boss = (await admin.get(ME)).json()["id"]

        answers = [
            await manager.patch(f"{USERS}/{boss}", json={"role": "viewer"}),
            await manager.patch(f"{USERS}/{boss}", json={"name": "X"}),
            await manager.delete(f"{USERS}/{boss}"),
            await manager.post(f"{USERS}/{boss}/deactivate"),
            await manager.post(f"{USERS}/{boss}/activate"),
        ]

        assert {error_of(answer).code for answer in answers} == {"RIGHTS_ABOVE_OWN"}

    async def test_cannot_be_taken_for_oneself(self, manager: httpx.AsyncClient) -> None:
        me = (await manager.get(ME)).json()
        roles = (await manager.get(ROLES)).json()["items"]
        own = next(role for role in roles if role["code"] == "gerencia")

        answers = [
            await manager.patch(f"{USERS}/{me['id']}", json={"role": "viewer"}),
            await manager.put(f"{ROLES}/{own['id']}", json={"permissions": [*own["permissions"], "audit:read"]}),
        ]

        assert [error_of(answer).code for answer in answers] == ["OWN_ACCOUNT", "RIGHTS_ABOVE_OWN"]
        assert (await manager.get(ME)).json() == me


class TestTheLastAdmin:
    async def test_stays(self, admin: httpx.AsyncClient, calling: Caller) -> None:
        boss = (await admin.get(ME)).json()["id"]
        second = await made(admin, USERS, a_person(role="admin"))
        other = calling(Role.ADMIN, user=UserId(second["id"]))
        assert (await other.post(f"{USERS}/{boss}/deactivate")).status_code == 200

        answers = [
            await other.post(f"{USERS}/{second['id']}/deactivate"),
            await other.delete(f"{USERS}/{second['id']}"),
            await other.patch(f"{USERS}/{second['id']}", json={"role": "viewer"}),
        ]

        assert {error_of(answer).code for answer in answers} == {"OWN_ACCOUNT"}

    @pytest.mark.parametrize("way", ["deactivate", "demote", "delete"])
    async def test_stays_when_all_admins_send_each_other_away(
        self, admin: httpx.AsyncClient, calling: Caller, way: str
    ) -> None:
        boss = (await admin.get(ME)).json()["id"]
        people = [await made(admin, USERS, a_person(email=f"a{one}@aurora.example", role="admin")) for one in range(2)]
        ids = [boss, *(person["id"] for person in people)]
        clients = [admin, *(calling(Role.ADMIN, user=UserId(person["id"])) for person in people)]
        for client in clients:
            assert (await client.get(ME)).status_code == 200

        async def send_away(client: httpx.AsyncClient, user_id: str) -> httpx.Response:
            if way == "deactivate":
                return await client.post(f"{USERS}/{user_id}/deactivate")
            if way == "delete":
                return await client.delete(f"{USERS}/{user_id}")
            return await client.patch(f"{USERS}/{user_id}", json={"role": "viewer"})

        answers = await asyncio.gather(*map(send_away, clients, [*ids[1:], ids[0]]))

        done = [answer for answer in answers if answer.status_code < 300]
        assert 1 <= len(done) < len(ids)
        codes = {error_of(answer).code for answer in answers if answer.status_code >= 300}
        assert codes <= {"LAST_ADMIN", "SESSION_ENDED", "PERMISSION_DENIED", "RIGHTS_ABOVE_OWN", "VERSION_CONFLICT"}


class TestDeleting:
    async def test_takes_the_login_and_frees_the_email(
        self, admin: httpx.AsyncClient, calling: Caller, http: httpx.AsyncClient
    ) -> None:
        bia = await made(admin, USERS, a_person())
        theirs = calling(Role.AGENT, user=UserId(bia["id"]))
        assert (await theirs.get(ME)).status_code == 200

        assert (await admin.delete(f"{USERS}/{bia['id']}")).status_code == 204

        assert (await theirs.get(ME)).status_code == 401
        assert (await http.post(LOGIN, json={"email": bia["email"], "password": PASSWORD})).status_code == 401
        assert (await admin.get(f"{USERS}/{bia['id']}")).status_code == 404
        assert (await admin.delete(f"{USERS}/{bia['id']}")).status_code == 404
        assert (await made(admin, USERS, a_person()))["id"] != bia["id"]
        assert "user.deleted" in await audited(admin)
