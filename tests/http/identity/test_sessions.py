"""Sessions: ended at once, listed, and ended from elsewhere."""

from uuid import uuid4

from dishka import AsyncContainer

from application.identity.forget_old_sessions import ForgetOldSessions, ForgetOldSessionsHandler
from domain.identity.permissions import Role
from domain.shared.ids import TenantId
from tests.http.calls import error_of
from tests.http.conftest import Caller
from tests.http.identity.conftest import Audited, Do
from tests.http.identity.logging_in import LOGOUT, ME, SESSIONS, Knock
from tests.http.identity.people import Person, a_person


async def test_a_logout_ends_the_access_token_at_once(ana: Person, audited: Audited, tenant_id: TenantId) -> None:
    tokens = await ana.log_in()
    client = ana.calling(tokens)
    assert (await client.get(ME)).status_code == 200

    answer = await client.post(LOGOUT)

    assert (answer.status_code, answer.content) == (204, b"")
    refused = await client.get(ME)
    assert (refused.status_code, error_of(refused).code) == (401, "SESSION_ENDED")
    assert (await ana.refresh(tokens["refresh_token"])).status_code == 401
    assert (await audited(tenant_id))[-1] == "user.logged_out"


async def test_it_ends_this_session_only(ana: Person) -> None:
    here, there = await ana.log_in(), await ana.log_in()

    await ana.calling(here).post(LOGOUT)

    assert (await ana.calling(there).get(ME)).status_code == 200


async def test_the_list_shows_where_i_am_logged_in(ana: Person) -> None:
    await ana.log_in(ip="198.51.100.9", agent="Safari")
    here = ana.calling(await ana.log_in())

    answer = await here.get(SESSIONS)

    listed = answer.json()
    assert (answer.status_code, listed["total"]) == (200, 2)
    shown = [(one["ip"], one["user_agent"], one["current"]) for one in listed["items"]]
    assert shown == [("203.0.113.7", "Firefox", True), ("198.51.100.9", "Safari", False)]
    assert set(listed["items"][0]) == {
        "id", "created_at", "last_seen_at", "expires_at", "ip", "user_agent", "current",
    }  # fmt: skip


async def test_it_shows_nobody_elses_and_nothing_that_is_over(
    ana: Person, container: AsyncContainer, knock: Knock, tenant_id: TenantId, do: Do
) -> None:
    bia = await a_person(container, knock, tenant=tenant_id, role=Role.ADMIN, email="bia@aurora.example")
    await bia.log_in()
    await ana.calling(await ana.log_in()).post(LOGOUT)
    await ana.log_in()
    await do("UPDATE platform.sessions SET expires_at = now() WHERE user_id = $1", ana.user_id)
    here = ana.calling(await ana.log_in())

    assert [one["current"] for one in (await here.get(SESSIONS)).json()["items"]] == [True]


async def test_it_comes_in_pages_and_orders(ana: Person) -> None:
    for _ in range(3):
        tokens = await ana.log_in()
    here = ana.calling(tokens)

    first = (await here.get(SESSIONS, params={"limit": 2, "cursor": ""})).json()
    rest = (await here.get(SESSIONS, params={"limit": 2, "cursor": first["next_cursor"]})).json()

    assert (len(first["items"]), len(rest["items"]), rest["next_cursor"]) == (2, 1, None)
    oldest = (await here.get(SESSIONS, params={"sort": "last_seen_at", "order": "asc"})).json()
    assert [one["id"] for one in oldest["items"]] == [one["id"] for one in (*rest["items"], *first["items"][::-1])]
    assert (await here.get(SESSIONS, params={"sort": "ip"})).status_code == 400


async def test_another_session_is_ended_from_here(ana: Person, audited: Audited, tenant_id: TenantId) -> None:
    there_tokens = await ana.log_in()
    there, here = ana.calling(there_tokens), ana.calling(await ana.log_in())
    assert (await there.get(ME)).status_code == 200
    [other] = [one for one in (await here.get(SESSIONS)).json()["items"] if not one["current"]]

    answer = await here.delete(f"{SESSIONS}/{other['id']}")

    assert answer.status_code == 204
    assert (await there.get(ME)).status_code == 401
    assert (await ana.refresh(there_tokens["refresh_token"])).status_code == 401
    assert (await here.get(ME)).status_code == 200
    assert (await audited(tenant_id))[-1] == "session.ended"
    assert (await here.delete(f"{SESSIONS}/{other['id']}")).status_code == 404


async def test_somebody_elses_is_not_there(
    ana: Person, container: AsyncContainer, knock: Knock, tenant_id: TenantId
) -> None:
    bia = await a_person(container, knock, tenant=tenant_id, role=Role.ADMIN, email="bia@aurora.example")
    tokens = await ana.log_in()
    [mine] = (await ana.calling(tokens).get(SESSIONS)).json()["items"]
    admin = bia.calling(await bia.log_in())

    for session_id in (mine["id"], uuid4()):
        answer = await admin.delete(f"{SESSIONS}/{session_id}")
        assert (answer.status_code, error_of(answer).code) == (404, "SESSION_NOT_FOUND")
    assert (await ana.calling(tokens).get(ME)).status_code == 200


async def test_a_user_who_is_switched_off_is_out_at_once(ana: Person, calling: Caller) -> None:
    client = ana.calling(await ana.log_in())
    assert (await client.get(ME)).status_code == 200

    answer = await calling(Role.ADMIN).post(f"/api/v1/users/{ana.user_id}/deactivate")

    assert answer.status_code in {200, 204}, answer.text
    assert (await client.get(ME)).status_code == 401


async def test_an_operator_has_sessions_too(operator: Person) -> None:
    client = operator.calling(await operator.log_in())

    assert (await client.get(SESSIONS)).json()["total"] == 1
    assert (await client.post(LOGOUT)).status_code == 204
    assert (await client.get(ME)).status_code == 401


async def test_old_sessions_are_forgotten_with_their_tokens(ana: Person, container: AsyncContainer, do: Do) -> None:
    await ana.log_in()
    await do("UPDATE platform.sessions SET ended_at = now() - interval '31 days'")
    await ana.log_in()
    await do("UPDATE platform.sessions SET ended_at = now() - interval '29 days' WHERE ended_at IS NULL")
    await ana.log_in()

    await (await container.get(ForgetOldSessionsHandler))(ForgetOldSessions())

    [kept] = await do(
        "SELECT (SELECT count(*) FROM platform.sessions) AS s, count(*) AS t FROM platform.refresh_tokens"
    )
    assert kept == {"s": 2, "t": 2}
