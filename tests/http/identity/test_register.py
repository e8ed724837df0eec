from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from adapters.postgres.database import Database
from adapters.postgres.directory import PostgresDirectory
from domain.tenants.tenant import TRIAL, TenantStatus
from tests.http.identity.member import COMPANY, PASSWORD, Member
from tests.mails import Outbox, text_of, token_of

REGISTER = "/api/v1/auth/register"


async def fields(answer: httpx.Response) -> set[str]:
    assert answer.status_code == 422, answer.text
    return {detail["field"] for detail in answer.json()["error"]["details"]}


class TestComingAboard:
    async def test_a_company_is_on_trial_with_an_admin_and_a_department(
        self, member: Member, directory: PostgresDirectory
    ) -> None:
        me = (await member.me.get("/api/v1/auth/me")).json()
        departments = (await member.me.get("/api/v1/departments")).json()["items"]
        tenant = await directory.tenant("padaria-aurora")

        assert tenant is not None
        assert (tenant.status, tenant.plan, tenant.name) == (TenantStatus.TRIAL, "free_trial", "Padaria Aurora")
        assert tenant.trial_ends_at is not None
        assert abs(tenant.trial_ends_at - datetime.now(UTC) - TRIAL) < timedelta(minutes=1)
        assert (me["role"], me["email"], me["email_verified"]) == ("admin", "ana@aurora.example", False)
        assert [(department["name"], department["is_default"]) for department in departments] == [("Support", True)]

    async def test_its_admin_can_log_in(self, member: Member) -> None:
        assert (await member.log_in(PASSWORD)).status_code == 200

    async def test_it_is_in_the_audit_log(self, member: Member) -> None:
        entries = (await member.me.get("/api/v1/audit")).json()["items"]

        actions = {entry["action"] for entry in entries}
        assert {"tenant.registered", "user.created", "user.logged_in"} <= actions
        assert PASSWORD not in str(entries)

    async def test_it_counts_against_the_plan(self, member: Member) -> None:
        usage = (await member.me.get("/api/v1/tenant/usage")).json()

        assert '"users"' in str(usage).replace("'", '"')

    async def test_the_answer_is_stored_nowhere(self, http: httpx.AsyncClient) -> None:
        answer = await http.post(REGISTER, json=COMPANY)

        assert answer.headers["cache-control"] == "no-store"


class TestNames:
    @pytest.mark.usefixtures("member")
    async def test_a_second_company_of_the_name_gets_another_slug(
        self, http: httpx.AsyncClient, directory: PostgresDirectory
    ) -> None:
        answer = await http.post(REGISTER, json={**COMPANY, "email": "bia@aurora.example"})

        slugs = sorted(tenant.slug for tenant in await directory.tenants())
        assert answer.status_code == 201
        assert slugs[0] == "padaria-aurora"
        assert slugs[1].startswith("padaria-aurora-")

    @pytest.mark.usefixtures("member")
    async def test_a_slug_that_was_chosen_must_be_free(self, http: httpx.AsyncClient) -> None:
        taken = {**COMPANY, "email": "bia@aurora.example", "slug": "padaria-aurora"}

        answer = await http.post(REGISTER, json=taken)

        assert (answer.status_code, answer.json()["error"]["code"]) == (409, "SLUG_TAKEN")

    @pytest.mark.usefixtures("member")
    async def test_an_e_mail_that_is_taken_leaves_nothing_behind(
        self, http: httpx.AsyncClient, directory: PostgresDirectory, outbox: Outbox
    ) -> None:
        await outbox.delivered()

        answer = await http.post(REGISTER, json={**COMPANY, "email": " ANA@aurora.example "})

        assert (answer.status_code, answer.json()["error"]["code"]) == (409, "EMAIL_TAKEN")
        assert len(await directory.tenants()) == 1
        assert await outbox.delivered() == []

    async def test_who_tries_e_mail_after_e_mail_is_told_to_wait(self, http: httpx.AsyncClient) -> None:
        statuses = [
            (await http.post(REGISTER, json={**COMPANY, "email": f"a{number}@b.example", "password": "short"}))
            .status_code
            for number in range(12)
        ]  # fmt: skip

        assert statuses[:10] == [422] * 10
        assert statuses[10:] == [429] * 2


class TestRefusing:
    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"company_name": "  "}, "company_name"),
            ({"company_name": "a\nb"}, "company_name"),
            ({"name": ""}, "name"),
            ({"name": "Ana\r\nBcc: x"}, "name"),
            ({"email": "ana"}, "email"),
            ({"email": "ana@localhost"}, "email"),
            ({"email": "ana@aurora.example\nx"}, "email"),
            ({"password": "curta"}, "password"),
            ({"password": "padaria-aurora"}, "password"),
            ({"password": "AnaSouza2026"}, "password"),
            ({"password": "Flamengo2024"}, "password"),
            ({"slug": "-a"}, "slug"),
            ({"slug": "www"}, "slug"),
            ({"language": "xx"}, "language"),
            ({"time_zone": "Mars/Olympus"}, "time_zone"),
        ],
    )
    async def test_a_wrong_field_is_named(self, wrong: dict[str, Any], field: str, http: httpx.AsyncClient) -> None:
        answer = await http.post(REGISTER, json={**COMPANY, **wrong})

        assert await fields(answer) == {field}

    async def test_all_wrong_fields_are_named_at_once(self, http: httpx.AsyncClient) -> None:
        answer = await http.post(REGISTER, json={**COMPANY, "email": "x", "password": "x", "time_zone": "x"})

        assert await fields(answer) == {"email", "password", "time_zone"}


class TestConfirming:
    async def test_the_link_of_the_e_mail_confirms_it_and_brings_a_welcome(
        self, http: httpx.AsyncClient, member: Member, outbox: Outbox
    ) -> None:
        mail = await outbox.only()
        answer = await http.post("/api/v1/auth/verify-email", json={"token": token_of(mail)})
        welcome = await outbox.only()

        assert (mail["To"], mail["Subject"]) == ("ana@aurora.example", "Confirm your e-mail address for PyTake")
        assert "/verify-email#token=" in text_of(mail)
        assert answer.status_code == 204
        assert (await member.me.get("/api/v1/auth/me")).json()["email_verified"] is True
        assert "Hello, Ana Souza!" in text_of(welcome)

    @pytest.mark.usefixtures("member")
    async def test_nothing_that_a_stranger_chose_stands_in_the_first_e_mail(self, outbox: Outbox) -> None:
        text = text_of(await outbox.only())

        assert "Ana" not in text
        assert "Aurora" not in text

    @pytest.mark.usefixtures("member")
    async def test_it_is_good_once(self, http: httpx.AsyncClient, outbox: Outbox) -> None:
        token = token_of(await outbox.only())
        await http.post("/api/v1/auth/verify-email", json={"token": token})

        again = await http.post("/api/v1/auth/verify-email", json={"token": token})

        assert (again.status_code, again.json()["error"]["code"]) == (422, "LINK_INVALID")

    @pytest.mark.parametrize("token", ["none", "x" * 43])
    async def test_a_made_up_token_confirms_nothing(self, token: str, http: httpx.AsyncClient) -> None:
        answer = await http.post("/api/v1/auth/verify-email", json={"token": token})

        assert answer.json()["error"]["code"] == "LINK_INVALID"

    async def test_a_newer_link_can_be_had(self, http: httpx.AsyncClient, member: Member, outbox: Outbox) -> None:
        older = token_of(await outbox.only())

        answers = [await member.me.post("/api/v1/auth/resend-verification") for _ in range(3)]
        newer = token_of(await outbox.only())  # one e-mail, however often it was asked for
        old_answer = await http.post("/api/v1/auth/verify-email", json={"token": older})
        new_answer = await http.post("/api/v1/auth/verify-email", json={"token": newer})

        assert [answer.status_code for answer in answers] == [202] * 3
        assert (old_answer.status_code, new_answer.status_code) == (422, 204)

    async def test_who_has_confirmed_gets_no_link(
        self, http: httpx.AsyncClient, member: Member, outbox: Outbox
    ) -> None:
        await http.post("/api/v1/auth/verify-email", json={"token": token_of(await outbox.only())})
        await outbox.delivered()

        await member.me.post("/api/v1/auth/resend-verification")

        assert await outbox.delivered() == []

    @pytest.mark.usefixtures("member")
    async def test_a_link_to_an_e_mail_that_was_changed_since_is_not_good(
        self, http: httpx.AsyncClient, outbox: Outbox, platform_database: Database
    ) -> None:
        token = token_of(await outbox.only())
        async with platform_database.connection() as connection:
            await connection.execute("UPDATE platform.users SET email = 'other@aurora.example'")

        answer = await http.post("/api/v1/auth/verify-email", json={"token": token})

        assert answer.json()["error"]["code"] == "LINK_INVALID"


@pytest.mark.usefixtures("member")
async def test_what_is_kept_of_a_link_opens_nothing(outbox: Outbox, platform_database: Database) -> None:
    token = token_of(await outbox.only())
    async with platform_database.connection() as connection:
        row = await connection.fetchrow("SELECT * FROM platform.one_time_tokens")
        payloads = await connection.fetchval("SELECT string_agg(encode(payload, 'escape'), '') FROM platform.jobs")

    assert token not in str(dict(row))
    assert token not in (payloads or "")
    assert isinstance(row["tenant_id"], UUID)
