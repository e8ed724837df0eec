import base64

import httpx
import pytest

from domain.identity.permissions import Role
from tests.http.conftest import Caller
from tests.http.identity.member import Member
from tests.unit.identity.test_avatars import jpeg, png, webp_lossy

ME = "/api/v1/auth/me"


def picture(body: bytes) -> dict[str, str]:
    return {"avatar": base64.b64encode(body).decode()}


class TestReading:
    async def test_a_profile_tells_what_one_needs(self, member: Member) -> None:
        answer = await member.me.get(ME)

        me = answer.json()
        assert answer.headers["etag"] == f'"{me["version"]}"'
        assert (me["name"], me["language"], me["tenant_name"]) == ("Ana Souza", "en", "Padaria Aurora")
        assert (me["has_avatar"], me["two_factor_enabled"]) == (False, False)
        assert set(me["notifications"].values()) == {True}
        assert "users:manage" in me["permissions"]


class TestChanging:
    async def test_what_is_absent_stays(self, member: Member) -> None:
        answer = await member.me.patch(ME, json={"name": " Ana Lima "})

        assert answer.status_code == 200
        assert (answer.json()["name"], answer.json()["language"]) == ("Ana Lima", "en")

    async def test_notices_are_switched_one_by_one(self, member: Member) -> None:
        await member.me.patch(ME, json={"notifications": {"sound": False}})
        answer = await member.me.patch(ME, json={"notifications": {"weekly_summary": False}})

        off = {name for name, is_on in answer.json()["notifications"].items() if not is_on}
        assert off == {"sound", "weekly_summary"}

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"name": " "}, "name"),
            ({"name": "a\u2028b"}, "name"),
            ({"language": "fr"}, "language"),
            ({"notifications": {"smoke_signals": True}}, "notifications"),
            ({"avatar": "not base64!"}, "avatar"),
            ({"avatar": ""}, "avatar"),
            (picture(b"<svg onload=alert(1)>"), "avatar"),
            (picture(png(5_000, 5_000)), "avatar"),
        ],
    )
    async def test_a_wrong_field_is_named(self, wrong: dict[str, object], field: str, member: Member) -> None:
        answer = await member.me.patch(ME, json=wrong)

        assert answer.status_code == 422
        assert [detail["field"] for detail in answer.json()["error"]["details"]] == [field]

    @pytest.mark.parametrize("body", [{"name": None}, {"role": "super_admin"}, {"email": "x@y.example"}])
    async def test_what_is_not_ones_own_to_change_is_refused(self, body: dict[str, object], member: Member) -> None:
        assert (await member.me.patch(ME, json=body)).status_code in {400, 422}

    async def test_a_lost_race_is_a_conflict(self, member: Member) -> None:
        etag = (await member.me.get(ME)).headers["etag"]
        first = await member.me.patch(ME, json={"name": "Ana B"}, headers={"if-match": etag})
        second = await member.me.patch(ME, json={"name": "Ana C"}, headers={"if-match": etag})

        assert (first.status_code, second.status_code) == (200, 409)

    async def test_an_operator_has_a_profile_too(self, calling: Caller) -> None:
        operator = calling(Role.SUPER_ADMIN)

        answer = await operator.patch(ME, json={"name": "Olga"})

        assert (answer.status_code, answer.json()["name"]) == (200, "Olga")


class TestPictures:
    @pytest.mark.parametrize(
        ("body", "mime"),
        [(png(64, 64), "image/png"), (jpeg(64, 64), "image/jpeg"), (webp_lossy(64, 64), "image/webp")],
    )
    async def test_a_picture_is_shown_as_what_it_is(self, body: bytes, mime: str, member: Member) -> None:
        me = (await member.me.patch(ME, json=picture(body))).json()

        answer = await member.me.get(f"/api/v1/users/{me['id']}/avatar")

        assert me["has_avatar"] is True
        assert (answer.content, answer.headers["content-type"]) == (body, mime)
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["content-disposition"] == "inline"

    async def test_who_has_it_already_gets_no_body(self, member: Member) -> None:
        me = (await member.me.patch(ME, json=picture(png(64, 64)))).json()
        address = f"/api/v1/users/{me['id']}/avatar"
        etag = (await member.me.get(address)).headers["etag"]

        answer = await member.me.get(address, headers={"if-none-match": etag})

        assert (answer.status_code, answer.content) == (304, b"")

    async def test_null_takes_it_away(self, member: Member) -> None:
        me = (await member.me.patch(ME, json=picture(png(64, 64)))).json()

        after = (await member.me.patch(ME, json={"avatar": None})).json()
        answer = await member.me.get(f"/api/v1/users/{me['id']}/avatar")

        assert after["has_avatar"] is False
        assert (answer.status_code, answer.json()["error"]["code"]) == (404, "AVATAR_NOT_FOUND")

    async def test_another_company_does_not_see_it(self, member: Member, calling: Caller) -> None:
        me = (await member.me.patch(ME, json=picture(png(64, 64)))).json()

        answer = await calling(Role.ADMIN).get(f"/api/v1/users/{me['id']}/avatar")

        assert answer.status_code == 404

    async def test_the_audit_log_tells_of_it_and_holds_none(self, member: Member) -> None:
        await member.me.patch(ME, json=picture(png(64, 64)))

        entries = (await member.me.get("/api/v1/audit?action=user.updated")).json()["items"]

        assert [(entry["before"], entry["after"]) for entry in entries] == [
            ({"has_avatar": False}, {"has_avatar": True})
        ]


async def test_nobody_changes_a_profile_without_being_logged_in(http: httpx.AsyncClient) -> None:
    assert (await http.patch(ME, json={"name": "x"})).status_code == 401
