"""Customers who write, each next message after the provider was told that the one before it is kept."""

import asyncio
from collections import defaultdict

from tests.faults.site import Company, Site

FIRST_PHONE = 5511970000000
ANSWER = "Recebido: "
LOOK = 0.1


class Crowd:
    """So many contacts of a company, so many messages each; every message's words are its own."""

    _made = 0

    def __init__(
        self, site: Site, *, contacts: int, messages: int, rate: float, company: Company | None = None
    ) -> None:
        self.site, self.company = site, company or site.companies[0]
        self._messages, self._rate = messages, rate
        first = FIRST_PHONE + Crowd._made * 100_000
        Crowd._made += 1
        self.phones = [str(first + place) for place in range(contacts)]
        self.written: dict[str, str] = {}
        """The words of each message by its id, in the order they were written."""
        self._acked = _Acknowledged(site)

    def __len__(self) -> int:
        return len(self.phones) * self._messages

    async def write(self) -> None:
        """Write everything, whatever happens to the servers; returns when all of it is acknowledged."""
        following = asyncio.create_task(self._acked.follow())
        try:
            async with asyncio.TaskGroup() as group:
                for place, phone in enumerate(self.phones):
                    group.create_task(self._talk(phone, after=place / self._rate))
        finally:
            following.cancel()
            await asyncio.gather(following, return_exceptions=True)

    async def _talk(self, phone: str, *, after: float) -> None:
        await asyncio.sleep(after)
        for number in range(self._messages):
            wamid = await self.say(phone, f"{phone[-6:]} mensagem {number}")
            await self._acked.wait(wamid)

    async def say(self, phone: str, words: str) -> str:
        """Write one message; give its id."""
        message = {"type": "text", "text": {"body": words}}
        body = {"from": phone, "message": message, "phone_number_id": self.company.phone_number_id}
        answer = await self.site.simulator.post("/_sim/inbound", json=body)
        wamid: str = answer.raise_for_status().json()["id"]
        self.written[wamid] = words
        return wamid

    def expected(self) -> dict[str, list[str]]:
        """What each phone must have received in the end, in order."""
        return {
            phone: [f"{ANSWER}{phone[-6:]} mensagem {number}" for number in range(self._messages)]
            for phone in self.phones
        }

    async def received(self) -> dict[str, list[str]]:
        """What the provider accepted for each phone, in order: whether or not it could tell us so."""
        found: dict[str, list[str]] = defaultdict(list, {phone: [] for phone in self.phones})
        mine = set(self.phones)
        for row in await self.site.ledger("sends"):
            if str(row["to"]) in mine:
                found[str(row["to"])].append(str(row["text"]))
        return dict(found)


class _Acknowledged:
    """Follows the provider's account of deliveries."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._after = 0
        self._events: dict[str, asyncio.Event] = defaultdict(asyncio.Event)

    async def wait(self, wamid: str) -> None:
        await self._events[wamid].wait()

    async def follow(self) -> None:
        while True:
            rows = await self._site.ledger("webhooks", after=self._after)
            open_rows = [int(str(row["n"])) for row in rows if row["delivered_at"] is None]
            for row in rows:
                wamids = row["wamids"]
                if row["delivered_at"] is not None and isinstance(wamids, list):
                    for wamid in wamids:
                        self._events[wamid].set()
            if rows:
                self._after = min([*open_rows, int(str(rows[-1]["n"])) + 1]) - 1
            await asyncio.sleep(LOOK)
