import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg
import httpx
import pytest
from dishka import AsyncContainer
from redis.asyncio import Redis

from adapters.postgres.database import Database
from application.identity.forgot_password import ForgotPassword, ForgotPasswordHandler
from application.shared.actor import Origin
from tests.http.identity.member import NEW_PASSWORD, PASSWORD, Member
from tests.mails import Outbox, text_of, token_of

FORGOT, RESET, CHANGE = "/api/v1/auth/forgot-password", "/api/v1/auth/reset-password", "/api/v1/auth/change-password"
ME = "/api/v1/auth/me"


async def link_for(http: httpx.AsyncClient, member: Member, outbox: Outbox) -> str:
    await outbox.delivered()
    answer = await http.post(FORGOT, json={"email": member.email})
    assert answer.status_code == 202
    return token_of(await outbox.only())


def note_what_is_asked(monkeypatch: pytest.MonkeyPatch, asked: list[str]) -> None:
    """Write down what this task asks of Redis and of our tables from now on; drivers ask for what is their own."""
    me, command, connection = asyncio.current_task(), Redis.execute_command, Database.connection

    async def execute_command(redis: Redis, *words: object, **options: object) -> object:
        if asyncio.current_task() is me:
            asked.append(str(words[0]))
        return await command(redis, *words, **options)

    @asynccontextmanager
    async def lend(database: Database) -> AsyncIterator[asyncpg.Connection]:
        async with connection(database) as lent:
            if asyncio.current_task() is not me:
                yield lent
                return
            with lent.query_logger(lambda record: asked.extend([record.query] if "platform." in record.query else [])):
                yield lent

    monkeypatch.setattr(Redis, "execute_command", execute_command)
    monkeypatch.setattr(Database, "connection", lend)


class TestForgetting:
    async def test_a_link_gives_a_new_password_and_ends_all_sessions(
        self, http: httpx.AsyncClient, member: Member, outbox: Outbox
    ) -> None:
        token = await link_for(http, member, outbox)

        answer = await http.post(RESET, json={"token": token, "password": NEW_PASSWORD})

        assert answer.status_code == 204
        assert (await member.me.get(ME)).status_code == 401
        assert (await member.log_in(PASSWORD)).status_code == 401
        assert (await member.log_in(NEW_PASSWORD)).status_code == 200

    async def test_the_person_is_told_and_the_e_mail_is_known_to_be_theirs(
        self, http: httpx.AsyncClient, member: Member, outbox: Outbox
    ) -> None:
        token = await link_for(http, member, outbox)
        await http.post(RESET, json={"token": token, "password": NEW_PASSWORD})

        mail = await outbox.only()
        me = await (await member.another_session(NEW_PASSWORD)).get(ME)

        assert mail["Subject"] == "Your PyTake password was changed"
        assert "America/Sao_Paulo" in text_of(mail)
        assert me.json()["email_verified"] is True

    async def test_a_link_is_good_once(self, http: httpx.AsyncClient, member: Member, outbox: Outbox) -> None:
        token = await link_for(http, member, outbox)
        orders = [http.post(RESET, json={"token": token, "password": f"{NEW_PASSWORD} {n}"}) for n in range(4)]

        statuses = sorted(answer.status_code for answer in await asyncio.gather(*orders))

        assert statuses == [204, 422, 422, 422]

    @pytest.mark.parametrize("password", ["curta", "AnaSouza2026", "padaria-aurora", "1234567890"])
    async def test_a_password_that_is_refused_leaves_the_link_good(
        self, password: str, http: httpx.AsyncClient, member: Member, outbox: Outbox
    ) -> None:
        token = await link_for(http, member, outbox)

        refused = await http.post(RESET, json={"token": token, "password": password})
        taken = await http.post(RESET, json={"token": token, "password": NEW_PASSWORD})

        assert (refused.status_code, refused.json()["error"]["details"][0]["field"]) == (422, "password")
        assert taken.status_code == 204

    async def test_after_an_hour_it_is_over(
        self, http: httpx.AsyncClient, member: Member, outbox: Outbox, platform_database: Database
    ) -> None:
        token = await link_for(http, member, outbox)
        async with platform_database.connection() as connection:
            left = await connection.fetchval(
                "UPDATE platform.one_time_tokens SET expires_at = expires_at - interval '1 hour'"
                " WHERE purpose = 'reset' RETURNING expires_at + interval '1 hour' - created_at"
            )

        answer = await http.post(RESET, json={"token": token, "password": NEW_PASSWORD})

        assert left.total_seconds() == 3_600
        assert answer.json()["error"]["code"] == "LINK_INVALID"

    @pytest.mark.usefixtures("member")
    async def test_a_link_for_confirming_changes_no_password(self, http: httpx.AsyncClient, outbox: Outbox) -> None:
        token = token_of(await outbox.only())

        answer = await http.post(RESET, json={"token": token, "password": NEW_PASSWORD})

        assert answer.json()["error"]["code"] == "LINK_INVALID"

    async def test_who_may_not_log_in_gets_no_link(
        self, http: httpx.AsyncClient, member: Member, outbox: Outbox, platform_database: Database
    ) -> None:
        await outbox.delivered()
        async with platform_database.connection() as connection:
            await connection.execute("UPDATE platform.users SET is_active = false")

        answer = await http.post(FORGOT, json={"email": member.email})

        assert answer.status_code == 202
        assert await outbox.delivered() == []


class TestSayingNothing:
    """Whether an account exists is not to be found out."""

    async def test_the_answers_are_the_same(self, http: httpx.AsyncClient, member: Member, outbox: Outbox) -> None:
        await outbox.delivered()

        known = await http.post(FORGOT, json={"email": member.email})
        unknown = await http.post(FORGOT, json={"email": "nobody@aurora.example"})

        secret = {"x-request-id", "ratelimit-remaining", "ratelimit-reset", "date"}
        assert (known.status_code, known.content) == (unknown.status_code, unknown.content)
        assert {name: value for name, value in known.headers.items() if name not in secret} == {
            name: value for name, value in unknown.headers.items() if name not in secret
        }
        assert [mail["To"] for mail in await outbox.delivered()] == [member.email]

    async def test_the_same_is_done(
        self, http: httpx.AsyncClient, member: Member, outbox: Outbox, platform_database: Database
    ) -> None:
        await outbox.delivered()
        for email in (member.email, "nobody@aurora.example"):
            await http.post(FORGOT, json={"email": email})

        async with platform_database.connection() as connection:
            rows = await connection.fetch("SELECT entrypoint, length(payload), dedupe_key IS NULL FROM platform.jobs")

        assert len(rows) == 2
        assert tuple(rows[0]) == tuple(rows[1])

    async def test_it_takes_as_long(
        self, container: AsyncContainer, member: Member, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The same is asked of Redis and of the database, in the same order."""
        use_case = await container.get(ForgotPasswordHandler)
        asked: list[str] = []
        note_what_is_asked(monkeypatch, asked)

        for number, email in enumerate((member.email, "nobody@aurora.example")):
            await use_case(ForgotPassword(email=email), origin=Origin(ip=f"198.51.{number}.1"))

        half = len(asked) // 2
        assert asked[:half] == asked[half:]
        assert half == len(["the throttle", "the look-up", "the order"])

    async def test_who_asks_too_often_waits_in_both_cases(self, http: httpx.AsyncClient, member: Member) -> None:
        for email in (member.email, "nobody@aurora.example"):
            statuses = [(await http.post(FORGOT, json={"email": email})).status_code for _ in range(6)]

            assert statuses == [202] * 5 + [429]


class TestChanging:
    async def test_this_session_stays_and_the_others_end(self, member: Member, outbox: Outbox) -> None:
        await outbox.delivered()
        elsewhere = await member.another_session()

        answer = await member.me.post(CHANGE, json={"old_password": PASSWORD, "new_password": NEW_PASSWORD})

        assert answer.status_code == 204
        assert (await member.me.get(ME)).status_code == 200
        assert (await elsewhere.get(ME)).status_code == 401
        assert (await member.log_in(NEW_PASSWORD)).status_code == 200
        assert (await outbox.only())["Subject"] == "Your PyTake password was changed"

    async def test_the_present_password_is_asked_for(self, member: Member) -> None:
        answer = await member.me.post(CHANGE, json={"old_password": "something else", "new_password": NEW_PASSWORD})

        assert (answer.status_code, answer.json()["error"]["code"]) == (422, "PASSWORD_WRONG")
        assert (await member.log_in(PASSWORD)).status_code == 200

    async def test_guessing_it_is_slowed_down(self, member: Member) -> None:
        guesses = [
            await member.me.post(CHANGE, json={"old_password": f"guess {n}", "new_password": NEW_PASSWORD})
            for n in range(6)
        ]

        assert [answer.status_code for answer in guesses] == [422] * 5 + [429]

    @pytest.mark.parametrize("password", ["curta", PASSWORD, "Padaria Aurora!", "senha12345"])
    async def test_the_next_one_must_be_good(self, password: str, member: Member) -> None:
        answer = await member.me.post(CHANGE, json={"old_password": PASSWORD, "new_password": password})

        assert (answer.status_code, answer.json()["error"]["details"][0]["field"]) == (422, "new_password")

    async def test_a_link_that_was_asked_for_before_is_not_good_after(
        self, http: httpx.AsyncClient, member: Member, outbox: Outbox
    ) -> None:
        token = await link_for(http, member, outbox)
        await member.me.post(CHANGE, json={"old_password": PASSWORD, "new_password": NEW_PASSWORD})

        answer = await http.post(RESET, json={"token": token, "password": "mais um prato de trigo"})

        assert answer.json()["error"]["code"] == "LINK_INVALID"

    async def test_it_is_in_the_audit_log_without_the_password(self, member: Member) -> None:
        await member.me.post(CHANGE, json={"old_password": PASSWORD, "new_password": NEW_PASSWORD})

        entries = (await member.me.get("/api/v1/audit?action=password.changed")).json()["items"]

        assert [entry["after"] for entry in entries] == [{"sessions_ended": 0}]
        assert NEW_PASSWORD not in str(entries)
