from msgspec import Struct

from simulator.clock import SimClock
from simulator.events import EventHub
from simulator.evolution.courier import EvolutionCourier
from simulator.evolution.instances import InstanceBook
from simulator.isp.provider import Provider
from simulator.settings import SimulatorSettings
from simulator.state.contacts import Contact, ContactBook
from simulator.state.conversations import Conversations, PhoneMessage
from simulator.state.faults import FaultBoard
from simulator.state.ledger import Ledger
from simulator.state.limits import RateLimits
from simulator.state.media import MediaStore
from simulator.state.numbers import NewNumber, Number, NumberBook
from simulator.state.seed_templates import SEED_TEMPLATES
from simulator.state.templates import TemplateStore
from simulator.state.uploads import UploadStore
from simulator.webhooks.courier import Courier
from simulator.webhooks.post_office import PostOffice


class Sent(Struct, kw_only=True):
    """An accepted send, with what its statuses have to repeat."""

    number: Number
    contact: Contact
    message: PhoneMessage
    callback_data: str | None
    category: str
    by_phone: bool


class World:
    """Everything the simulator knows; in memory, and gone when it stops."""

    def __init__(self, settings: SimulatorSettings) -> None:
        self.settings = settings
        self.clock = SimClock()
        self.events = EventHub()
        self.faults = FaultBoard()
        self.courier = Courier(settings.delivery, self.faults, Ledger(), self.clock)
        self.post_office = PostOffice(settings.delivery, self.clock, self.faults, self.courier, NumberBook(settings))
        self.evolution = EvolutionCourier(settings.delivery, self.faults, self.clock, public_url=settings.public_url)
        self.generation = 0
        self._begin()

    def _begin(self) -> None:
        settings = self.settings
        self.ledger = self.courier.ledger = self.evolution.ledger = Ledger()
        self.instances = InstanceBook()
        self.isp = Provider(self.clock)
        self.book = self.post_office.book = NumberBook(settings)
        self.contacts = ContactBook()
        self.conversations = Conversations()
        self.templates = TemplateStore()
        self.templates.seed(settings.waba_id, SEED_TEMPLATES)
        self.uploads = UploadStore()
        self.limits = RateLimits()
        self.unread: dict[str, Sent] = {}
        self.media = MediaStore(
            public_url=settings.public_url,
            secret=settings.app_secret,
            url_seconds=settings.media_url_seconds,
        )

    def add_number(self, new: NewNumber) -> Number:
        """Add a number; a new WABA gets the first templates."""
        known = set(self.book.wabas)
        number = self.book.add(new)
        if number.waba.waba_id not in known:
            self.templates.seed(number.waba.waba_id, SEED_TEMPLATES)
        return number

    async def reset(self) -> None:
        """Forget everything, as if just started; open pages stay connected."""
        self.generation += 1
        self.faults.clear()
        self.clock.reset()
        self.post_office.clear()
        await self.courier.drop_all()
        await self.evolution.drop_all()
        self._begin()

    async def stop(self) -> None:
        """Stop timers and deliveries."""
        self.generation += 1
        self.post_office.clear()
        await self.courier.stop()
        await self.evolution.stop()
