"""Business hours and holidays over HTTP."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import httpx
import pytest

from domain.identity.permissions import Role
from tests.http.calls import error_of
from tests.http.conftest import Caller
from tests.http.people.people import DEPARTMENTS, NOWHERE, audited, made

HOURS = "/api/v1/business-hours"
HOLIDAYS = "/api/v1/holidays"
DAY = [{"opens": "08:00", "closes": "12:00"}, {"opens": "13:00", "closes": "18:00"}]
WEEK = {"monday": DAY, "friday": DAY}


async def test_a_company_that_set_none_is_open_round_the_clock(admin: httpx.AsyncClient) -> None:
    shown = (await admin.get(HOURS)).json()
    preview = (await admin.get(f"{HOURS}/preview", params={"days": 2})).json()

    assert (shown["is_set"], shown["version"], len(shown["week"])) == (False, 0, 7)
    assert shown["week"]["sunday"] == [{"opens": "00:00", "closes": "24:00"}]
    assert (preview["is_open"], preview["open_until"], len(preview["days"])) == (True, None, 2)


async def test_open_round_the_clock_means_the_days_of_the_companys_own_zone(admin: httpx.AsyncClient) -> None:
    unset = (await admin.get(f"{HOURS}/preview", params={"days": 1})).json()
    await admin.put(HOURS, json={"week": WEEK})

    opens, closes = (
        datetime.fromisoformat(unset["days"][0]["openings"][0][name]) for name in ("opens_at", "closes_at")
    )
    here = opens.astimezone(ZoneInfo(unset["time_zone"]))
    assert (unset["is_set"], here.hour, here.date().isoformat()) == (False, 0, unset["days"][0]["day"])
    assert closes - opens == timedelta(days=1)
    assert (await admin.get(f"{HOURS}/preview")).json()["is_set"] is True


async def test_what_is_set_is_shown_and_a_department_inherits_it(admin: httpx.AsyncClient) -> None:
    support = await made(admin, DEPARTMENTS, {"name": "Suporte"})

    answer = await admin.put(HOURS, json={"week": WEEK})
    inherited = (await admin.get(HOURS, params={"department_id": support["id"]})).json()
    own = await admin.put(
        HOURS,
        params={"department_id": support["id"]},
        json={"week": {"sunday": [{"opens": "22:00", "closes": "02:00"}]}, "time_zone": "America/Manaus"},
    )

    shown = answer.json()
    assert (answer.status_code, answer.headers["etag"], shown["week"]) == (200, '"1"', WEEK)
    assert (shown["time_zone"], shown["own_time_zone"], shown["observes_holidays"]) == ("America/Sao_Paulo", None, True)
    assert (inherited["is_inherited"], inherited["week"], inherited["version"]) == (True, WEEK, 0)
    assert (own.json()["is_inherited"], own.json()["time_zone"]) == (False, "America/Manaus")
    assert (await audited(admin)).count("business_hours.changed") == 2


async def test_what_is_absent_stays_and_a_lost_race_is_told(admin: httpx.AsyncClient) -> None:
    await admin.put(HOURS, json={"week": WEEK, "time_zone": "America/Manaus"})

    changed = await admin.put(HOURS, json={"observes_holidays": False}, headers={"if-match": '"1"'})
    late = await admin.put(HOURS, json={"time_zone": None}, headers={"if-match": '"1"'})
    cleared = await admin.put(HOURS, json={"time_zone": None})

    assert (changed.json()["week"], changed.json()["observes_holidays"]) == (WEEK, False)
    assert (late.status_code, error_of(late).code) == (409, "VERSION_CONFLICT")
    assert cleared.json()["own_time_zone"] is None


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        ({"week": {"monday": [{"opens": "8", "closes": "12:00"}]}}, 422, "week.monday[0].opens"),
        ({"week": {"monday": [{"opens": "08:00", "closes": "08:00"}]}}, 422, "week.monday[0]"),
        ({"week": {"monday": [*DAY, {"opens": "11:00", "closes": "11:30"}]}}, 422, "week.monday"),
        ({"week": {"someday": DAY}}, 422, None),
        ({"time_zone": "Mars/Phobos"}, 422, "time_zone"),
    ],
)
async def test_what_is_wrong_is_named(
    admin: httpx.AsyncClient, body: dict[str, object], status: int, field: str | None
) -> None:
    answer = await admin.put(HOURS, json=body)

    assert answer.status_code == status
    if field is not None:
        assert [detail["field"] for detail in answer.json()["error"]["details"]] == [field]


async def test_hours_can_be_forgotten(admin: httpx.AsyncClient) -> None:
    await admin.put(HOURS, json={"week": {}})
    assert (await admin.get(f"{HOURS}/preview")).json()["is_open"] is False

    assert (await admin.delete(HOURS)).status_code == 204

    assert (await admin.get(f"{HOURS}/preview")).json()["is_open"] is True


async def test_of_a_department_that_is_not_there_nothing_is_shown_or_set(admin: httpx.AsyncClient) -> None:
    of = {"department_id": str(NOWHERE)}

    answers = [
        await admin.get(HOURS, params=of),
        await admin.put(HOURS, params=of, json={"week": {}}),
        await admin.delete(HOURS, params=of),
        await admin.get(f"{HOURS}/preview", params=of),
    ]

    assert {answer.status_code for answer in answers} == {404}


async def test_holidays_close_their_days(admin: httpx.AsyncClient, calling: Caller) -> None:
    await admin.put(HOURS, json={"week": dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday"), DAY)})
    preview = (await admin.get(f"{HOURS}/preview", params={"days": 7})).json()
    day = next(one["day"] for one in preview["days"] if one["openings"])

    added = await admin.post(HOLIDAYS, json={"day": day, "name": "Aniversário da cidade"})
    again = await admin.post(HOLIDAYS, json={"day": day, "name": "Outro"})
    closed = (await calling(Role.AGENT).get(f"{HOURS}/preview", params={"days": 7})).json()

    assert (added.status_code, again.status_code, error_of(again).code) == (201, 409, "HOLIDAY_TAKEN")
    [found] = [one for one in closed["days"] if one["day"] == day]
    assert (found["holiday"], found["openings"]) == ("Aniversário da cidade", [])

    assert (await admin.delete(f"{HOLIDAYS}/{added.json()['id']}")).status_code == 204
    assert (await admin.delete(f"{HOLIDAYS}/{added.json()['id']}")).status_code == 404
    assert (await admin.get(HOLIDAYS)).json()["items"] == []


async def test_public_holidays_are_those_of_the_state(admin: httpx.AsyncClient) -> None:
    public = f"{HOLIDAYS}/public"
    country = (await admin.get(public, params={"year": 2026})).json()["items"]
    await admin.put("/api/v1/tenant", json={"holiday_region": "BR-SP"})

    state = (await admin.get(public, params={"year": 2026})).json()["items"]

    assert {"day": "2026-04-21", "name": "Tiradentes"} in country
    assert [one["day"] for one in state if one not in country] == ["2026-07-09"]
    assert (await admin.put("/api/v1/tenant", json={"holiday_region": "BR-XX"})).status_code == 422
