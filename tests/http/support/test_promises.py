"""What is promised, over HTTP."""

from uuid import UUID

import httpx
import pytest

from application.ports.unit_of_work import UnitOfWork
from domain.identity.permissions import Role
from domain.shared.ids import ConversationId, SlaPolicyId, TenantId
from domain.support.sla import Promise, SlaKind
from tests.contract.repositories.stored import MINUTE, NOW, a_config, a_contact, a_conversation
from tests.http.calls import error_of
from tests.http.conftest import Caller
from tests.http.people.people import NOWHERE, audited, made

POLICIES = "/api/v1/sla-policies"
POLICY = {"name": "Urgentes", "first_response_minutes": 15, "applies_to": {"priorities": ["urgent"]}}


async def test_a_policy_is_kept_changed_and_removed(admin: httpx.AsyncClient) -> None:
    added = await made(admin, POLICIES, POLICY)
    one = f"{POLICIES}/{added['id']}"

    again = await admin.post(POLICIES, json=POLICY)
    changed = await admin.put(one, json={"resolution_minutes": 60, "place": 3}, headers={"if-match": '"1"'})
    late = await admin.put(one, json={"place": 4}, headers={"if-match": '"1"'})
    listed = (await admin.get(POLICIES, params={"q": "urg"})).json()["items"]

    assert (again.status_code, error_of(again).code) == (409, "SLA_POLICY_TAKEN")
    assert (late.status_code, error_of(late).code) == (409, "VERSION_CONFLICT")
    shown = changed.json()
    assert (shown["first_response_minutes"], shown["resolution_minutes"], shown["place"]) == (15, 60, 3)
    assert shown["applies_to"]["priorities"] == ["urgent"]
    assert listed == [(await admin.get(one)).json()]
    assert (await admin.delete(one)).status_code == 204
    assert error_of(await admin.get(one)).code == "SLA_POLICY_NOT_FOUND"
    assert {"sla_policy.added", "sla_policy.changed", "sla_policy.removed"} <= set(await audited(admin))


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"name": "Nada"}, "first_response_minutes"),
        ({**POLICY, "first_response_minutes": 0}, "first_response_minutes"),
        ({**POLICY, "applies_to": {"department_ids": [str(NOWHERE)]}}, "applies_to.department_ids"),
        ({**POLICY, "applies_to": {"tag_ids": [str(NOWHERE)]}}, "applies_to.tag_ids"),
        ({**POLICY, "applies_to": {"config_ids": [str(NOWHERE)]}}, "applies_to.config_ids"),
    ],
)
async def test_what_is_wrong_is_named(admin: httpx.AsyncClient, body: dict[str, object], field: str) -> None:
    answer = await admin.post(POLICIES, json=body)

    assert (answer.status_code, answer.json()["error"]["details"][0]["field"]) == (422, field)


async def test_a_conversation_shows_what_was_promised(
    admin: httpx.AsyncClient, calling: Caller, uow_of_app: UnitOfWork, tenant_id: TenantId
) -> None:
    policy = await made(admin, POLICIES, POLICY)
    config, contact = a_config(), a_contact()
    conversation = a_conversation(contact, config)
    promise = Promise(
        conversation_id=ConversationId(conversation.id),
        policy_id=SlaPolicyId(UUID(policy["id"])),
        kind=SlaKind.FIRST_RESPONSE,
        started_at=NOW,
        warn_at=NOW + 12 * MINUTE,
        due_at=NOW + 15 * MINUTE,
    )
    async with uow_of_app(tenant_id) as tx:
        await tx.whatsapp_configs.add(config)
        await tx.contacts.add(contact)
        await tx.conversations.add(conversation)
        await tx.promises.put(conversation.id, [promise])

    supervisor, expanded = calling(Role.SUPERVISOR), {"expand": "sla"}
    [row] = (await supervisor.get("/api/v1/conversations", params=expanded)).json()["items"]
    alone = (await supervisor.get(f"/api/v1/conversations/{row['id']}", params=expanded)).json()

    assert alone == row
    [shown] = row["sla"]
    assert (shown["kind"], shown["policy_name"], shown["met_at"]) == ("first_response", "Urgentes", None)
