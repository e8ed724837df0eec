"""Rules, over HTTP."""

import httpx
import pytest

from application.ports.unit_of_work import UnitOfWork
from domain.conversations.message import Direction, SenderKind
from domain.shared.content import Text
from domain.shared.ids import TenantId
from domain.shared.message_status import MessageStatus
from tests.contract.repositories.stored import WAMID, a_config, a_contact, a_conversation, a_message
from tests.http.calls import error_of
from tests.http.people.people import NOWHERE, audited, made

RULES = "/api/v1/automation-rules"
SAYS = {"type": "says", "words": ["boleto"]}
RULE: dict[str, object] = {
    "name": "Boletos",
    "event": "message_received",
    "conditions": SAYS,
    "actions": [{"type": "set_priority", "priority": "high"}, {"type": "notify"}],
}


async def test_a_rule_is_kept_changed_and_removed(admin: httpx.AsyncClient) -> None:
    added = await made(admin, RULES, RULE)
    one = f"{RULES}/{added['id']}"

    again = await admin.post(RULES, json=RULE)
    changed = await admin.put(one, json={"conditions": None, "is_active": False}, headers={"if-match": '"1"'})
    late = await admin.put(one, json={"place": 4}, headers={"if-match": '"1"'})
    listed = (await admin.get(RULES, params={"event": "message_received"})).json()["items"]
    runs = (await admin.get(f"{one}/runs", params={"outcome": "done"})).json()["items"]

    assert (added["conditions"]["words"], added["actions"][0]["priority"]) == (["boleto"], "high")
    assert (again.status_code, error_of(again).code) == (409, "AUTOMATION_RULE_TAKEN")
    assert (late.status_code, error_of(late).code) == (409, "VERSION_CONFLICT")
    assert (changed.json()["conditions"], changed.json()["is_active"]) == ({"type": "all", "conditions": []}, False)
    assert [row["id"] for row in listed] == [added["id"]]
    assert runs == []
    assert (await admin.delete(one)).status_code == 204
    assert error_of(await admin.get(f"{one}/runs")).code == "AUTOMATION_RULE_NOT_FOUND"
    told = {"automation_rule.added", "automation_rule.changed", "automation_rule.removed"}
    assert told <= set(await audited(admin))


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"actions": []}, "actions"),
        ({"actions": [{"type": "explode"}]}, "actions"),
        ({"actions": [{"type": "resolve", "extra": 1}]}, "actions"),
        ({"actions": [{"type": "send_text", "text": "{{ contact.name "}]}, "actions[0]"),
        ({"actions": [{"type": "assign_user", "user_id": str(NOWHERE)}]}, "actions[0]"),
        ({"actions": [{"type": "assign_department", "department_id": str(NOWHERE)}]}, "actions[0]"),
        ({"actions": [{"type": "add_tags", "tag_ids": [str(NOWHERE)]}]}, "actions[0]"),
        ({"actions": [{"type": "notify", "user_ids": [str(NOWHERE)]}]}, "actions[0]"),
        ({"conditions": {"type": "tag", "tag_ids": [str(NOWHERE)]}}, "conditions"),
        ({"conditions": {"type": "says", "words": []}}, "conditions"),
        ({"conditions": {"type": "nonsense"}}, "conditions"),
    ],
)
async def test_what_is_wrong_is_named(admin: httpx.AsyncClient, changed: dict[str, object], field: str) -> None:
    answer = await admin.post(RULES, json={**RULE, **changed})

    assert (answer.status_code, answer.json()["error"]["details"][0]["field"]) == (422, field)


async def test_a_dry_run_says_what_would_be_done_and_does_nothing(
    admin: httpx.AsyncClient, uow_of_app: UnitOfWork, tenant_id: TenantId
) -> None:
    config, contact = a_config(), a_contact()
    conversation = a_conversation(contact, config)
    message = a_message(
        conversation,
        content=Text(body="Quero meu boleto"),
        direction=Direction.INBOUND,
        sender=SenderKind.CONTACT,
        status=MessageStatus.RECEIVED,
        provider_message_id=WAMID,
    )
    async with uow_of_app(tenant_id) as tx:
        await tx.whatsapp_configs.add(config)
        await tx.contacts.add(contact)
        await tx.conversations.add(conversation)
        await tx.messages.add(message)
    rule = await made(admin, RULES, RULE)
    dry = f"{RULES}/{rule['id']}/dry-run"

    on_one = (await admin.post(dry, json={"conversation_id": str(conversation.id)})).json()["items"]
    on_last = (await admin.post(dry, json={"last": 5})).json()["items"]
    nowhere = await admin.post(dry, json={"conversation_id": str(NOWHERE)})

    assert [(item["is_meant"], item["actions"]) for item in on_one] == [(True, ["set_priority", "notify"])]
    assert on_last == on_one
    assert error_of(nowhere).code == "CONVERSATION_NOT_FOUND"
    assert (await admin.get(f"/api/v1/conversations/{conversation.id}")).json()["priority"] == "medium"
