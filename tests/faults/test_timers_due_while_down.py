"""Case 9: `kill -9` of the only worker; the timers of its flows come due while there is none."""

import json
from collections import Counter

from application.flows.create_flow import CreateFlow, CreateFlowHandler
from application.flows.publish_flow import PublishFlowHandler
from entrypoints.ioc.container import make_container
from entrypoints.settings import read_settings
from tests.faults.crowd import Crowd
from tests.faults.site import Site, until
from tests.faults.sizes import SIZES

PAUSE: dict[str, object] = {
    "name": "Pausa",
    "trigger": {"type": "keyword", "keywords": ["pausa"]},
    "nodes": [
        {"id": "n1", "type": "start", "data": {}},
        {"id": "n2", "type": "message", "data": {"text": "Um momento"}},
        {"id": "n3", "type": "wait", "data": {"for": "duration", "duration": "1h"}},
        {"id": "n4", "type": "message", "data": {"text": "Voltei"}},
        {"id": "n5", "type": "end", "data": {}},
    ],
    "edges": [{"id": f"e{n}", "source": f"n{n}", "target": f"n{n + 1}"} for n in range(1, 5)],
}

_AN_HOUR_LATER = (
    "UPDATE flow_timers SET due_at = due_at - interval '61 minutes'",
    "UPDATE platform.lanes SET due_at = due_at - interval '61 minutes' WHERE kind = 'contact' AND due_at IS NOT NULL",
)
"""An hour without a worker, without waiting for it."""


async def _publish(site: Site) -> None:
    container = make_container(read_settings(site.environment))
    try:
        create, publish = await container.get(CreateFlowHandler), await container.get(PublishFlowHandler)
        tenant_id = site.companies[0].tenant_id
        flow_id = await create.create(tenant_id, CreateFlow(document=json.dumps(PAUSE).encode()))
        await publish.publish(tenant_id, flow_id)
    finally:
        await container.close()


async def test_timers_that_come_due_while_no_worker_lives_fire_late_once_and_all(site: Site) -> None:
    await _publish(site)
    crowd = Crowd(site, contacts=SIZES.few, messages=1, rate=SIZES.rate)
    site.start_worker()
    await site.worker_ready()

    async def all_pause() -> bool:
        open_sends = await site.value("SELECT count(*) FROM outbound")
        return not open_sends and await site.value("SELECT count(*) FROM flow_timers") == SIZES.few

    async def all_are_over() -> bool:
        return await site.value("SELECT count(*) FROM flow_sessions WHERE status = 'completed'") == SIZES.few

    async def all_is_sent() -> bool:
        return await all_are_over() and not await site.value("SELECT count(*) FROM outbound")

    for phone in crowd.phones:
        await crowd.say(phone, "pausa")
    await until(all_pause)
    site.processes["worker"].kill()
    for sql in _AN_HOUR_LATER:
        await site.rows(sql)
    site.start_worker("heir")
    await until(all_is_sent)

    received = await crowd.received()
    assert [Counter(words) for words in received.values()] == [Counter(["Um momento", "Voltei"])] * SIZES.few
    assert await site.value("SELECT count(*) FROM flow_timers") == 0
