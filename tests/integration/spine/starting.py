"""Flows that nobody's message starts: by hand, after events, by the clock; and the jobs that make them begin."""

from typing import TypeVar

import msgspec

from application.messages.addressing import Address
from application.ports.jobs import Job
from application.ports.serving import StartFlowsAfter
from application.triggers.ask_audience import AskAudience, AskAudienceHandler
from application.triggers.start_flow import Started, StartFlow, StartFlowHandler
from application.triggers.start_flows_after import StartFlowsAfterHandler
from application.triggers.sweep_schedules import SweepSchedules, SweepSchedulesHandler
from domain.contacts.consent import WHATSAPP, Consent, LegalBasis, Proof, Purpose
from domain.contacts.contact import Contact
from domain.shared.ids import ConsentId, ContactId, FlowId
from tests.contract.repositories.stored import new_id
from tests.integration.spine.flows import Document, ends, flow
from tests.integration.spine.orders import take
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"
TEMPLATE: Document = {
    "id": "invite",
    "type": "message",
    "data": {"template": {"name": "boas_vindas", "language": "pt_BR"}},
}
MAX_ROUNDS = 20

J = TypeVar("J", bound=Job)


def invites(**more: object) -> Document:
    """Send a template and end: what may be said at any time."""
    return flow(TEMPLATE, ends(), edges=(("start", "invite", None), ("invite", "end", None)), **more)


def survey(event: str, **more: object) -> Document:
    """Ask for a score after an event; a score below seven wants a person, and so does anything that is none."""
    score = {
        "id": "score",
        "type": "question",
        "data": {"text": "De 0 a 10?", "kind": "number", "save_as": "nota", "retries": 0},
    }
    low = {"id": "low", "type": "condition", "data": {"cases": [{"id": "low", "expression": "vars.nota < 7.0"}]}}
    person = {"id": "person", "type": "transfer", "data": {}}
    thanks = {"id": "thanks", "type": "message", "data": {"text": "Obrigado!"}}
    edges = (
        ("start", "score", None),
        ("score", "low", None),
        ("score", "person", "invalid"),
        ("low", "person", "low"),
        ("low", "thanks", "else"),
        ("thanks", "end", None),
    )
    return flow(score, low, person, thanks, ends(), edges=edges, **{**after(event), **more})


def after(event: str) -> Document:
    return {"trigger": {"type": "event", "event": event}}


def daily(**more: object) -> Document:
    """At nine, whoever has a name."""
    everybody = {"type": "text", "field": "name", "op": "is_set"}
    audience = {"filter": everybody, "purpose": "support"}
    return {"trigger": {"type": "schedule", "cron": "0 9 * * *", "audience": audience, **more}}


async def start(spine: Spine, flow_id: FlowId, address: Address, **more: object) -> Started:
    handler = await spine.container.get(StartFlowHandler)
    command = StartFlow(flow_id=flow_id, address=address, **more)  # type: ignore[arg-type]  # its own fields
    return await handler(await spine.agent(), command)


async def add_contact(spine: Spine, number: int, *, blocked: bool = False) -> ContactId:
    contact = Contact(
        id=ContactId(new_id()),
        created_at=spine.now,
        name=f"Contato {number}",
        phone=f"55119888800{number:02}",
        phone_key=f"55119888800{number:02}",
        blocked_at=spine.now if blocked else None,
    )
    async with (await spine.uow())(spine.tenant_id) as tx:
        await tx.contacts.add(contact)
    return contact.id


async def says_of(spine: Spine, contact_id: ContactId, *, granted: bool, purpose: Purpose = Purpose.MARKETING) -> None:
    consent = Consent(
        id=ConsentId(new_id()),
        contact_id=contact_id,
        purpose=purpose,
        channel=WHATSAPP,
        granted=granted,
        legal_basis=LegalBasis.CONSENT,
        source="test",
        proof=Proof(actor="test"),
        at=spine.now,
    )
    async with (await spine.uow())(spine.tenant_id) as tx:
        await tx.consents.add(consent)


async def sweep(spine: Spine) -> None:
    """Look once for schedules that are due, as each minute somebody does."""
    handler = await spine.container.get(SweepSchedulesHandler)
    await handler(SweepSchedules())


async def ordered(spine: Spine, kind: type[J]) -> list[J]:
    """Take the orders of a kind."""
    return [msgspec.json.decode(payload, type=kind) for payload in await take(spine, str(kind.__struct_config__.tag))]


async def work(spine: Spine) -> None:
    """Do the lanes and the jobs that begin flows, until nothing is left."""
    started = await spine.container.get(StartFlowsAfterHandler)
    ask = await spine.container.get(AskAudienceHandler)
    for _ in range(MAX_ROUNDS):
        await spine.drain()
        events, asked = await ordered(spine, StartFlowsAfter), await ordered(spine, AskAudience)
        for event in events:
            await started(event)
        for one in asked:
            await ask(one)
        if not events and not asked:
            return
    raise AssertionError("they never end")
