"""A company with people who are there and customers who wait, on the real PostgreSQL and Redis."""

import asyncio
from collections import Counter
from datetime import timedelta

from redis.asyncio import Redis

from adapters.calendars.public_holidays import LibraryHolidays
from adapters.expressions.liquid import Liquid
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.redis.presence import RedisPresence
from adapters.system.ids import SystemIds
from application.conversations.tell_customer import TellCustomer
from application.people.settle_presence import SettlePresence
from application.ports.assignment import AssignWaiting, ReturnUnanswered
from application.ports.realtime import LiveEvent
from application.support.assign_waiting import AssignWaitingHandler
from application.support.hours_book import HoursBook
from application.support.return_unanswered import ReturnUnansweredHandler
from domain.contacts.contact import Contact
from domain.conversations.conversation import Conversation, ConversationStatus, Handler, Priority
from domain.people.department import Assignment
from domain.shared.ids import BusinessHoursId, ConversationId, DepartmentId, TenantId, UserId
from domain.support.bot_texts import BotTextKey
from domain.support.business_hours import BusinessHours
from domain.support.week import Span, Weekday
from domain.whatsapp.config import WhatsAppConfig
from tests.contract.repositories.stored import a_config, a_contact, a_conversation, a_user, new_id
from tests.doubles import FrozenClock


class SilentSignals:
    """Tells nobody."""

    async def send(self, tenant_id: TenantId, signal: LiveEvent) -> None:
        pass


class Office:
    """What happens in the company; every step is a transaction of its own."""

    def __init__(self, uow: PostgresUnitOfWork, redis: Redis, clock: FrozenClock, tenant_id: TenantId) -> None:
        self.uow, self.clock, self.tenant_id = uow, clock, tenant_id
        self.presence, self.book = RedisPresence(redis), HoursBook(LibraryHolidays())
        self.tell = TellCustomer(templates=Liquid(), ids=SystemIds())
        settle = SettlePresence(uow=uow, presence=self.presence, signals=SilentSignals(), clock=clock)
        self.settle = settle
        self._assign = AssignWaitingHandler(uow=uow, settle=settle, book=self.book, tell=self.tell, clock=clock)
        self._return = ReturnUnansweredHandler(uow=uow, settle=settle, clock=clock)
        self._config: WhatsAppConfig | None = None

    async def department(
        self, name: str, assignment: Assignment = Assignment.ROUND_ROBIN, *, out_of_hours: bool = False
    ) -> DepartmentId:
        """Make a department that gives its conversations out."""
        department_id = DepartmentId(new_id())
        async with self.uow(self.tenant_id) as tx:
            await tx.departments.add(department_id, name=name)
            department = await tx.departments.get(department_id)
            department.assignment, department.assigns_out_of_hours = assignment, out_of_hours
            await tx.departments.save(department)
        return department_id

    async def hire(self, *departments: DepartmentId, capacity: int = 10, is_there: bool = True) -> UserId:
        """Add somebody, who is there from now on."""
        user = a_user(self.tenant_id)
        async with self.uow(self.tenant_id) as tx:
            await tx.users.add(user)
            await tx.departments.set_departments(user.id, departments)
            await tx.statuses.set_capacity(user.id, capacity)
        if is_there:
            await self.stir(user.id)
        return user.id

    async def stir(self, user_id: UserId) -> None:
        """Have somebody do something."""
        await self.presence.beat(self.tenant_id, user_id, at=self.clock.now(), is_active=True)

    async def number(self) -> WhatsAppConfig:
        """Give the company's number."""
        if self._config is None:
            self._config = a_config()
            async with self.uow(self.tenant_id) as tx:
                await tx.whatsapp_configs.add(self._config)
        return self._config

    async def wait(
        self, department_id: DepartmentId | None, *, minutes: int = 0, priority: Priority = Priority.MEDIUM
    ) -> ConversationId:
        """Let a customer of their own wait, since some minutes ago."""
        contact = a_contact(phone="5511955550001", phone_key=str(new_id()))
        async with self.uow(self.tenant_id) as tx:
            await tx.contacts.add(contact)
        return await self.wait_again(contact, department_id, minutes=minutes, priority=priority)

    async def wait_again(
        self,
        contact: Contact,
        department_id: DepartmentId | None,
        *,
        minutes: int = 0,
        priority: Priority = Priority.MEDIUM,
    ) -> ConversationId:
        """Let a customer that is known wait."""
        since = self.clock.now() - timedelta(minutes=minutes)
        conversation = a_conversation(
            contact,
            await self.number(),
            status=ConversationStatus.WAITING,
            handler=Handler.NONE,
            department_id=department_id,
            priority=priority,
            queued_at=since,
            waiting_since=since,
            last_inbound_at=since,
            window_expires_at=since + timedelta(hours=24),
        )
        async with self.uow(self.tenant_id) as tx:
            await tx.conversations.add(conversation)
        return conversation.id

    async def open_on(self, department_id: DepartmentId | None, *days: Weekday) -> None:
        """Say that it is open from 08:00 to 18:00 on these days."""
        hours = BusinessHours(
            id=BusinessHoursId(new_id()),
            department_id=department_id,
            week=dict.fromkeys(days, (Span(opens="08:00", closes="18:00"),)),
            created_at=self.clock.now(),
        )
        async with self.uow(self.tenant_id) as tx:
            await tx.business_hours.add(hours)
        self.book.forget(self.tenant_id)

    async def switch_on(self, key: BotTextKey) -> None:
        """Say something by itself."""
        async with self.uow(self.tenant_id) as tx:
            text = await tx.bot_texts.find(key)
            text.is_enabled = True
            await tx.bot_texts.save(text)

    async def assign(self, *, workers: int = 1) -> None:
        """Do the job, in some workers at once."""
        job = AssignWaiting(tenant_id=self.tenant_id)
        await asyncio.gather(*(self._assign(job) for _ in range(workers)))

    async def give_back(self, user_id: UserId, department_id: DepartmentId | None = None) -> None:
        """Do the job of somebody who went."""
        await self._return(ReturnUnanswered(tenant_id=self.tenant_id, user_id=user_id, department_id=department_id))

    async def load(self, conversation_id: ConversationId) -> Conversation:
        """Give it as it is."""
        async with self.uow(self.tenant_id) as tx:
            return await tx.conversations.get(conversation_id)

    async def holders(self, *conversation_ids: ConversationId) -> list[UserId | None]:
        """Give who has each."""
        return [(await self.load(one)).assigned_to for one in conversation_ids]

    async def in_hand(self, *conversation_ids: ConversationId) -> Counter[UserId | None]:
        """Count what each has."""
        return Counter(await self.holders(*conversation_ids))
