"""All that a company has, each thing with a name that no other company's answers may hold.

Made through the application's own routes where there are any, then written; last, every table gets a row of the
company, so that a check of all tables has something to find in all of them.
"""

import base64
import secrets
from datetime import UTC, datetime, timedelta
from uuid import UUID

import httpx
import msgspec

from application.ports.repositories.flow_sessions import SprintRecord
from domain.ai.chunking import Chunk
from domain.conversations.conversation import Conversation
from domain.flows.effects import CallApi
from domain.shared.content import Text
from domain.shared.ids import FlowId, IdentityId, KnowledgeBaseId, KnowledgeChunkId, TenantId, UserId, WhatsAppConfigId
from tests import sample_files as samples
from tests.contract.repositories.stored import (
    NOW,
    a_call,
    a_chatbot,
    a_contact,
    a_conversation,
    a_document,
    a_flow,
    a_message,
    a_phone,
    a_session,
    a_template,
    a_timer,
    a_version,
    an_intent,
    new_id,
)
from tests.http.calls import FLOW, config
from tests.http.walk.flow_starts import starts_by_itself
from tests.http.walk.rows import Rows
from tests.http.walk.site import Site
from tests.unit.identity.test_avatars import png

API = "/api/v1"


class Request(msgspec.Struct, frozen=True):
    """A request that made something, to be made again by somebody else."""

    body: dict[str, object]
    key: str


class Things(msgspec.Struct, kw_only=True):
    """A company's things by kind; and the word that is in all its names, which has no accents."""

    tenant_id: TenantId
    mark: str
    ids: dict[str, str] = {}
    requests: dict[str, Request] = {}
    """By operation, with the Idempotency-Key that was sent."""

    def __getitem__(self, kind: str) -> str:
        return self.ids[kind]


class Maker:
    """Makes them, as an admin of the company, who is `client` afterwards."""

    def __init__(self, site: Site, tenant_id: TenantId, *, mark: str) -> None:
        self._site, self._mark = site, mark
        self.things = Things(tenant_id=tenant_id, mark=mark)
        self.client: httpx.AsyncClient

    async def make(self, rows: Rows) -> Things:
        """Make everything."""
        claims = await self._site.accounts.a_session(tenant=self.things.tenant_id)
        self.client = await self._site.client(await self._site.bearer(claims))
        self.things.ids |= {
            "tenant": str(self.things.tenant_id),
            "admin": str(claims.user_id),
            "session": str(claims.session_id),
        }
        await self._people()
        await self._hours()
        await self._files()
        await self._marks()
        await self._orders()
        await self._bots()
        await self._outside()
        await self._knowledge()
        for number in range(2):
            await self._talk(number)
            await self._words(number)
        known = {f"{kind}_id": self.things[kind] for kind in ("user", "session", "message", "conversation", "contact")}
        config_id = self.things["config"]
        await rows.fill({**known, "config_id": config_id, "whatsapp_config_id": config_id})
        return self.things

    async def _post(self, kind: str, operation: str, path: str, **body: object) -> None:
        key = secrets.token_hex(8)
        answer = await self.client.post(f"{API}{path}", json=body, headers={"idempotency-key": key})
        assert answer.is_success, answer.text
        self.things.ids[kind] = str(answer.json()["id"])
        self.things.requests[operation] = Request(body, key)

    async def _people(self) -> None:
        mark, ids, host = self._mark.title(), self.things.ids, f"{self._mark}.example"
        for number in range(2):
            await self._post("department", "AddDepartment", "/departments", name=f"{mark} Suporte {number}")
            await self._post("role", "AddRole", "/roles", name=f"{mark} {number}", permissions=["flows:read"])
            person = {"email": f"{number}@{host}", "name": f"{mark} Lima", "role": "agent"}
            await self._post("user", "AddUser", "/users", **person, department_ids=[ids["department"]])
            invited = {"email": f"{number}.novo@{host}", "name": f"{mark} Novo", "role": "agent"}
            await self._post("invitation", "InviteUser", "/users/invitations", **invited)
            await self._post("api_key", "CreateApiKey", "/api-keys", name=f"{mark} Site", scopes=["flows:read"])
        picture = base64.b64encode(png(16, 16)).decode()
        assert (await self.client.patch(f"{API}/auth/me", json={"avatar": picture})).is_success
        assert (await self.client.put(f"{API}/users/me/status", json={"status": "online"})).is_success
        roles = (await self.client.get(f"{API}/roles?limit=100")).json()["items"]
        ids["role_code"] = next(role["code"] for role in roles if role["id"] == ids["role"])
        ids["email"] = f"1@{host}"

    async def _hours(self) -> None:
        for day in ("2026-01-24", "2026-01-25"):
            await self._post("holiday", "AddHoliday", "/holidays", day=day, name=f"{self._mark} Aniversário")
        hours = {"week": {"monday": [{"opens": "08:00", "closes": "18:00"}]}, "time_zone": "America/Recife"}
        assert (await self.client.put(f"{API}/business-hours", json=hours)).is_success
        texts = {"is_enabled": True, "texts": {"en": f"{self._mark} is closed."}}
        assert (await self.client.put(f"{API}/bot/config/away", json=texts)).is_success
        self.things.ids["bot_text"] = "away"

    async def _files(self) -> None:
        """Bring a picture."""
        file = {"file": (f"{self._mark}.png", samples.png(), "image/png")}
        answer = await self.client.post(f"{API}/media", params={"kind": "image"}, files=file)
        assert answer.status_code == 201, answer.text
        self.things.ids["media"] = str(answer.json()["id"])
        table = {"file": (f"{self._mark}.csv", f"name\n{self._mark}\n".encode(), "text/csv")}
        answer = await self.client.post(f"{API}/contacts/import", files=table)
        assert answer.status_code == 202, answer.text
        self.things.ids["contact_import"] = str(answer.json()["id"])

    async def _marks(self) -> None:
        """Make what is set up for contacts."""
        for number in range(2):
            name = f"{self._mark} {number}"
            await self._post("tag", "AddTag", "/tags", name=name)
            key = f"{self._mark}_{number}".lower()
            await self._post("contact_field", "AddContactField", "/contact-fields", key=key, label=name, type="text")
            meant = {"type": "tag", "tag_id": self.things["tag"]}
            await self._post("segment", "CreateSegment", "/segments", name=name, filter=meant)
            rule = {"name": name, "event": "opt_in", "points": 5}
            await self._post("contact_export", "ExportContacts", "/contacts/export", format="xlsx")
            await self._post("lead_score_rule", "AddLeadScoreRule", "/lead-score-rules", **rule)

    async def _orders(self) -> None:
        """Make what is promised, and what is done by itself."""
        for number in range(2):
            name = f"{self._mark} {number}"
            await self._post("sla_policy", "AddSlaPolicy", "/sla-policies", name=name, resolution_minutes=60)
            rule = {"name": name, "event": "conversation_reopened", "actions": [{"type": "notify", "words": name}]}
            await self._post("automation_rule", "AddAutomationRule", "/automation-rules", **rule)

    async def _bots(self) -> None:
        chatbot = a_chatbot(name=f"{self._mark} bot")
        self.things.ids["chatbot"] = str(chatbot.id)
        async with self._site.uow(self.things.tenant_id) as tx:
            await tx.chatbots.add(chatbot)
        for _ in range(2):
            document = {**FLOW, "name": f"{self._mark} flow"}
            await self._post("flow", "CreateFlow", "/flows", document=document, chatbot_id=str(chatbot.id))
            number = str(new_id().int)[-15:]
            connected = config(name=f"{self._mark} number", phone_number_id=number, access_token=f"EAA{self._mark}")
            await self._post("config", "AddConfig", "/whatsapp-configs", **connected)
            self.things.ids["phone_number_id"] = number
            await self._template()
        published = await self.client.post(f"{API}/flows/{self.things['flow']}/publish")
        assert published.is_success, published.text

    async def _outside(self) -> None:
        """Keep what flows send to others, and call somebody."""
        for number in range(2):
            self.things.ids["secret"] = f"{self._mark}_{number}"
            body = {"value": f"{self._mark} token", "hosts": [f"{self._mark}.example"]}
            answer = await self.client.put(f"{API}/secrets/{self.things['secret']}", json=body)
            assert answer.is_success, answer.text
            async with self._site.uow(self.things.tenant_id) as tx:
                await tx.api_hosts.succeeded(f"{number}.{self._mark}.example", ms=1, at=NOW)

    async def _knowledge(self) -> None:
        """Write down what bots may know, and who answers."""
        assert (await self.client.put(f"{API}/ai/settings", json={"model": self._mark})).is_success
        for number in range(2):
            name = f"{self._mark} {number}"
            await self._post("knowledge_base", "AddKnowledgeBase", "/knowledge-bases", name=name)
            document = a_document(KnowledgeBaseId(UUID(self.things["knowledge_base"])), name=f"{name}.txt")
            chunks = {KnowledgeChunkId(new_id()): Chunk(heading="", body=f"{self._mark} diz")}
            async with self._site.uow(self.things.tenant_id) as tx:
                await tx.knowledge.add_document(document)
                await tx.passages.replace(document.id, chunks, base_id=document.base_id)
            self.things.ids["knowledge_document"] = str(document.id)

    async def _template(self) -> None:
        """Make a template of the number, as a reading of Meta's would."""
        template = a_template(WhatsAppConfigId(UUID(self.things["config"])), f"{self._mark} diz")
        async with self._site.uow(self.things.tenant_id) as tx:
            await tx.templates.add(template)
        self.things.ids["template"] = str(template.id)

    async def _talk(self, number: int) -> None:
        """Make a contact, a conversation, a message on its way."""
        contact = a_contact(name=f"{self._mark} cliente", phone=f"55119{new_id().int % 10**8:08}")
        async with self._site.uow(self.things.tenant_id) as tx:
            connected = await tx.whatsapp_configs.get(WhatsAppConfigId(UUID(self.things["config"])))
            conversation = a_conversation(contact, connected, assigned_to=UserId(UUID(self.things["admin"])))
            message = a_message(conversation, content=Text(body=f"{self._mark} diz {number}"))
            await tx.contacts.add(contact)
            await tx.contacts.add_identity(
                contact.id, identity_id=IdentityId(new_id()), identity=a_phone(str(contact.phone)), at=NOW
            )
            await tx.conversations.add(conversation)
            await tx.outbound.queue(message, an_intent(message, contact))
        self.things.ids |= {
            "contact": str(contact.id),
            "phone": str(contact.phone),
            "conversation": str(conversation.id),
            "message": str(message.id),
        }
        await self._run_flow(conversation, number=number)

    async def _words(self, number: int) -> None:
        """Write what is said often, and what is said later."""
        mark, later = self._mark, (datetime.now(UTC) + timedelta(days=1)).isoformat()
        words = {"type": "text", "body": f"{mark} diz"}
        named = {"shortcut": f"{mark}-{number}", "title": f"{mark} {number}", "content": words}
        await self._post("canned_response", "AddCannedResponse", "/canned-responses", **named)
        to = {"conversation_id": self.things["conversation"], "content": words, "send_at": later}
        await self._post("scheduled", "ScheduleMessage", "/messages/scheduled", **to)

    async def _run_flow(self, conversation: Conversation, *, number: int) -> None:
        version = a_version(a_flow(id=FlowId(UUID(self.things["flow"])), name=f"{self._mark} v"), number=10 + number)
        record = a_session(version, conversation, variables={"nome": self._mark})
        sprint = SprintRecord(number=1, stimulus=b'{"stimulus":"started"}', trace=(), at=NOW)
        async with self._site.uow(self.things.tenant_id) as tx:
            await tx.flows.add_version(version, published_by=UserId(UUID(self.things["admin"])), at=NOW)
            await tx.flow_sessions.add(record, sprint=sprint)
            await tx.flow_sessions.add_timer(a_timer(record))
            call = a_call(record, CallApi(id="1.1", method="GET", url="https://a.example/", timeout_seconds=1))
            await tx.flow_calls.add(call)
            run_id = await starts_by_itself(tx, version, at=NOW + timedelta(minutes=number))
        self.things.ids |= {"version": str(version.id), "flow_session": str(record.session.id)}
        self.things.ids |= {"flow_call": str(call.id), "flow_run": str(run_id)}
