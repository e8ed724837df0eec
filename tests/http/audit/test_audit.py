import csv
import io
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import httpx
import msgspec
import pytest
from dishka import AsyncContainer

from application.audit import verify_audit as verify_audit_module
from application.ports.audit import AccessLog, AccessLogUnavailableError
from application.ports.unit_of_work import UnitOfWork
from application.tenants.create_tenant import CreateTenant, CreateTenantHandler
from domain.audit.actions import AuditAction
from domain.audit.author import Author, AuthorKind
from domain.identity.permissions import Role
from domain.shared.ids import TenantId, UserId
from tests.http.calls import FLOW, config, error_of
from tests.http.conftest import Caller
from tests.http.test_conversations import CONVERSATIONS, Inbox, inbox

__all__ = ["inbox"]

AUDIT = "/api/v1/audit"
HOSTILE = "=cmd|' /C calc'!A0"


@pytest.fixture
def tell(uow_of_app: UnitOfWork, tenant_id: TenantId) -> "Tell":
    return Tell(uow_of_app, tenant_id)


class Tell:
    """Writes entries."""

    def __init__(self, uow: UnitOfWork, tenant_id: TenantId) -> None:
        self._uow, self._tenant_id = uow, tenant_id

    async def __call__(self, count: int = 1, *, user_agent: str = "x", name: str = "Ana") -> None:
        author = Author(kind=AuthorKind.SYSTEM, user_agent=user_agent)
        async with self._uow(self._tenant_id) as tx:
            for _ in range(count):
                tx.audit.record(AuditAction.USER_UPDATED, by=author, before={"name": "-"}, after={"name": name})


async def actions(client: httpx.AsyncClient, **params: str) -> list[str]:
    answer = await client.get(AUDIT, params={"order": "asc", "limit": 100, **params})
    assert answer.status_code == 200, answer.text
    return [row["action"] for row in answer.json()["items"]]


async def entries(client: httpx.AsyncClient, action: AuditAction) -> list[dict[str, object]]:
    answer = await client.get(AUDIT, params={"action": action.value, "order": "asc"})
    assert answer.status_code == 200, answer.text
    found: list[dict[str, object]] = answer.json()["items"]
    return found


class TestList:
    async def test_shows_the_newest_first(self, admin: httpx.AsyncClient, tell: Tell) -> None:
        await tell(3)

        page = (await admin.get(AUDIT)).json()

        assert [row["seq"] for row in page["items"]] == [3, 2, 1]
        row = page["items"][0]
        assert (row["action"], row["actor_kind"], row["before"], row["after"]) == (
            "user.updated", "system", {"name": "-"}, {"name": "Ana"},
        )  # fmt: skip
        assert (row["user_id"], row["subject_id"], len(row["hash"])) == (None, None, 64)

    async def test_looking_is_an_entry_once_a_minute(self, admin: httpx.AsyncClient, tell: Tell) -> None:
        await tell()
        for _ in range(3):
            await admin.get(AUDIT)

        [look] = await entries(admin, AuditAction.AUDIT_READ)

        assert (look["subject_type"], look["after"], look["actor_kind"]) == ("audit_log", {"count": 1}, "user")

    async def test_whoever_looked_is_named(self, calling: Caller, tell: Tell) -> None:
        user = UserId(uuid4())
        client = calling(Role.ADMIN, user=user)
        await tell()
        await client.get(AUDIT, headers={"user-agent": "Firefox", "x-request-id": "req-of-mine"})

        [look] = await entries(client, AuditAction.AUDIT_READ)

        assert (look["user_id"], look["user_agent"]) == (str(user), "Firefox")
        assert look["ip"] == "127.0.0.1"
        assert look["user_name"]

    @pytest.mark.parametrize(
        ("params", "field"),
        [
            ({"action": "user.flew"}, "action"),
            ({"since": "2026-08-12T12:00:00"}, "since"),
            ({"until": "yesterday"}, "until"),
            ({"since": "0001-01-01T00:00:00+05:00"}, "since"),
            ({"user_id": "me"}, "user_id"),
            ({"sort": "action"}, "sort"),
            ({"cursor": "nonsense"}, "cursor"),
            ({"who": "me"}, "who"),
        ],
    )
    async def test_a_wrong_question_is_400(self, admin: httpx.AsyncClient, params: dict[str, str], field: str) -> None:
        answer = await admin.get(AUDIT, params=params)

        assert answer.status_code == 400, answer.text
        assert [detail.field for detail in error_of(answer).details] == [field]

    async def test_filters_choose(self, admin: httpx.AsyncClient, tell: Tell) -> None:
        await tell(2)
        later = (datetime.now(UTC) + timedelta(days=1)).isoformat()

        assert await actions(admin, subject_type="nothing") == []
        assert await actions(admin, since=later) == []
        assert (await actions(admin, until=later, action="user.updated")) == ["user.updated"] * 2

    async def test_another_companys_entries_are_not_there(
        self, calling: Caller, tell: Tell, other_company: TenantId
    ) -> None:
        await tell(3)

        theirs = await calling(Role.ADMIN, tenant=other_company).get(AUDIT)

        assert [row["action"] for row in theirs.json()["items"]] == ["tenant.created"]


@pytest.fixture
async def other_company(container: AsyncContainer) -> TenantId:
    handler = await container.get(CreateTenantHandler)
    return await handler(CreateTenant(name="Outra", slug=f"outra-{datetime.now(UTC).timestamp():.0f}"))


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.AGENT, Role.VIEWER])
async def test_only_who_may_read_it_reads_it(calling: Caller, role: Role) -> None:
    client = calling(role)
    span = {"since": "2026-08-01T00:00:00Z", "until": "2026-09-01T00:00:00Z"}

    answers = [
        await client.get(AUDIT), await client.get(f"{AUDIT}/verify"), await client.post(f"{AUDIT}/export", json=span)
    ]  # fmt: skip

    assert [answer.status_code for answer in answers] == [403] * 3


class TestVerify:
    async def test_a_sound_log_is_sound(self, admin: httpx.AsyncClient, tell: Tell) -> None:
        await tell(7)

        answer = await admin.get(f"{AUDIT}/verify")

        found = answer.json()
        assert answer.status_code == 200, answer.text
        assert (found["ok"], found["complete"], found["checked"], found["until"]) == (True, True, 7, 7)
        [row] = (await admin.get(AUDIT, params={"subject_type": "audit_chain"})).json()["items"]
        assert (row["action"], row["after"]) == ("audit.read", {"count": 7})

    async def test_a_long_one_is_verified_part_by_part(
        self, admin: httpx.AsyncClient, tell: Tell, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(verify_audit_module, "BATCH", 5)
        monkeypatch.setattr(verify_audit_module, "AT_ONCE", 10)
        await tell(13)

        first = (await admin.get(f"{AUDIT}/verify")).json()
        second = (await admin.get(f"{AUDIT}/verify", params={"after": first["until"]})).json()

        assert (first["ok"], first["complete"], first["until"]) == (True, False, 10)
        assert (second["ok"], second["complete"], second["checked"]) == (True, True, 4)

    async def test_a_beginning_that_is_not_there_is_422(self, admin: httpx.AsyncClient) -> None:
        answer = await admin.get(f"{AUDIT}/verify", params={"after": 99})

        assert (answer.status_code, error_of(answer).details[0].field) == (422, "after")


def span(**changes: object) -> dict[str, object]:
    now = datetime.now(UTC)
    return {"since": (now - timedelta(days=30)).isoformat(), "until": (now + timedelta(days=30)).isoformat(), **changes}


class TestExport:
    async def test_csv_is_for_people(self, admin: httpx.AsyncClient, tell: Tell) -> None:
        await tell(250, name='Zé, "o" bom\nvizinho')

        answer = await admin.post(f"{AUDIT}/export", json=span())

        assert answer.status_code == 200, answer.text
        assert answer.headers["content-type"] == "application/octet-stream"
        assert answer.headers["content-disposition"].startswith('attachment; filename="audit-2')
        assert answer.headers["content-disposition"].endswith('.csv"')
        text = answer.content.decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text)))
        assert answer.content.startswith("\ufeff".encode())
        assert [row["seq"] for row in rows] == [str(seq) for seq in range(1, 252)]
        assert rows[0]["after"] == '{"name": "Zé, \\"o\\" bom\\nvizinho"}'
        assert (rows[0]["user_id"], rows[0]["subject_type"]) == ("", "")
        assert rows[-1]["action"] == "audit.exported"

    async def test_lines_of_json_are_for_programs(self, admin: httpx.AsyncClient, tell: Tell) -> None:
        await tell(2)

        answer = await admin.post(f"{AUDIT}/export", json=span(format="jsonl"))

        rows = [msgspec.json.decode(line) for line in answer.content.splitlines()]
        listed = (await admin.get(AUDIT, params={"action": "user.updated", "order": "asc"})).json()["items"]
        assert rows[:2] == listed
        assert answer.headers["content-disposition"].endswith('.jsonl"')

    @pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
    async def test_no_cell_is_run_by_a_spreadsheet(self, admin: httpx.AsyncClient, tell: Tell, start: str) -> None:
        await tell(user_agent=f"{start}{HOSTILE[1:]}")

        answer = await admin.post(f"{AUDIT}/export", json=span())

        row = next(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
        assert row["user_agent"] == f"'{start}{HOSTILE[1:]}"

    async def test_it_is_an_entry_itself(self, admin: httpx.AsyncClient) -> None:
        given = span(format="jsonl")
        await admin.post(f"{AUDIT}/export", json=given)

        [told] = await entries(admin, AuditAction.AUDIT_EXPORTED)

        assert msgspec.convert(told["after"], dict[str, str])["format"] == "jsonl"
        assert str(told["after"]["since"])[:10] == str(given["since"])[:10]  # type: ignore[index]  # JSON

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            (span(until="2020-01-01T00:00:00Z"), "until"),
            (span(since="2020-01-01T00:00:00Z"), "until"),
            (span(since="2026-08-12T12:00:00"), "since"),
            (span(since="0001-01-01T00:00:00+05:00"), "since"),
            (span(format="xlsx"), "format"),
            (span(action="user.updated"), "action"),
        ],
    )
    async def test_a_wrong_time_is_422(self, admin: httpx.AsyncClient, wrong: dict[str, object], field: str) -> None:
        answer = await admin.post(f"{AUDIT}/export", json=wrong)

        assert answer.status_code == 422, answer.text
        assert [detail.field for detail in error_of(answer).details] == [field]


class TestReadsOfPersonalData:
    async def test_each_is_an_entry_that_names_what_was_seen(
        self, calling: Caller, admin: httpx.AsyncClient, inbox: Inbox
    ) -> None:
        first, second = await inbox.open(), await inbox.open()
        agent = calling(Role.AGENT)
        for path in ("", "", f"/{first}", f"/{first}", f"/{second}/messages", f"/{second}"):
            assert (await agent.get(f"{CONVERSATIONS}{path}")).status_code == 200

        [listed] = await entries(admin, AuditAction.CONVERSATIONS_LISTED)
        read = await entries(admin, AuditAction.CONVERSATION_READ)

        assert msgspec.convert(listed["after"], dict[str, object])["count"] == 2
        assert set(listed["after"]["ids"]) == {first, second}  # type: ignore[index]  # JSON
        assert [row["subject_id"] for row in read] == [first, second]
        assert await entries(admin, AuditAction.MESSAGES_READ) == []

    async def test_a_change_shows_what_it_changed_and_says_so(
        self, calling: Caller, admin: httpx.AsyncClient, inbox: Inbox
    ) -> None:
        conversation = await inbox.open()
        agent = calling(Role.AGENT)

        await agent.post(f"{CONVERSATIONS}/{conversation}/takeover")

        assert len(await entries(admin, AuditAction.CONVERSATION_READ)) == 1

    async def test_nothing_is_shown_that_cannot_be_written_down(
        self, calling: Caller, container: AsyncContainer, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        conversation = await inbox.open()
        agent = calling(Role.AGENT)

        async def refuse(*_: object, **__: object) -> None:
            raise AccessLogUnavailableError("away")

        monkeypatch.setattr(type(await container.get(AccessLog)), "note", refuse)

        for path in ("", f"/{conversation}"):
            answer = await agent.get(f"{CONVERSATIONS}{path}")
            assert (answer.status_code, error_of(answer).code) == (503, "ACCESS_LOG_UNAVAILABLE")
            assert conversation not in answer.text


class TestAdministration:
    async def test_a_connected_number_is_told_without_its_secrets(self, admin: httpx.AsyncClient) -> None:
        added = (await admin.post("/api/v1/whatsapp-configs", json=config())).json()

        [told] = await entries(admin, AuditAction.WHATSAPP_CONFIG_ADDED)

        assert (told["subject_type"], told["subject_id"]) == ("whatsapp_config", added["id"])
        assert "EAAJB-token" not in str(told)
        assert "config-app-secret" not in str(told)

    async def test_a_published_flow_is_told(self, admin: httpx.AsyncClient) -> None:
        flow = (await admin.post("/api/v1/flows", json={"document": FLOW})).json()
        published = (await admin.post(f"/api/v1/flows/{flow['id']}/publish")).json()

        [told] = await entries(admin, AuditAction.FLOW_PUBLISHED)

        assert told["subject_id"] == flow["id"]
        assert told["after"] == {"name": "Boas-vindas", "number": 1, "version_id": published["version_id"]}
