"""What the company says by itself to somebody who waits for a person."""

from datetime import datetime, timedelta

from application.conversations.default_queue import default_queue
from application.conversations.tell_customer import Names, TellCustomer
from application.inbound.scene import Dialogue
from application.support.hours_book import HoursBook
from application.support.schedule import Schedule
from domain.conversations.conversation import ConversationStatus
from domain.conversations.timeline import BOT
from domain.support.bot_texts import BotTextKey
from domain.support.when import words_of

AWAY_UNTIL = "away_until"
"""Where a conversation keeps until when its customer knows that nobody is there."""
WHEN_NEVER_OPEN = timedelta(days=1)
"""How often it is said of a company that is never open again."""
MAX_SAID = 5
"""Texts to a contact within `SAID_WITHIN`: a person reads no more, and another company's bot would answer each."""
SAID_WITHIN = timedelta(hours=1)


class ServeWaiting:
    """Tell a customer when somebody is there again, or where they are in the queue.

    That nobody is there is said once a conversation and closed period; a greeting and a place in the queue when it
    begins to wait. At most `MAX_SAID` texts an hour go to a contact, so that two bots do not talk for ever.
    """

    def __init__(self, *, book: HoursBook, tell: TellCustomer) -> None:
        self._book, self._tell = book, tell

    async def queue(self, dialogue: Dialogue, *, reason: str, greets: bool) -> None:
        """Let it wait in the default queue: nobody sent it elsewhere."""
        queue = await default_queue(dialogue.scene.tx)
        dialogue.conversation.hand_to_people(department_id=queue, reason=reason, by=BOT, now=dialogue.scene.now)
        await self.begin(dialogue, greets=greets)

    async def begin(self, dialogue: Dialogue, *, greets: bool) -> None:
        """Say what is to be said when it begins to wait; it is greeted where no flow has spoken."""
        schedule = await self._book.of(dialogue.scene.tx, now=dialogue.scene.now)
        if await self._say_away(dialogue, schedule):
            return
        if greets:
            is_first = dialogue.conversation.inbound_count <= 1
            await self._say(dialogue, BotTextKey.WELCOME if is_first else BotTextKey.FALLBACK)
        await self._say_position(dialogue)

    async def again(self, dialogue: Dialogue) -> None:
        """Say that nobody is there, when the customer writes while they wait."""
        if _knows_away(dialogue):
            return
        schedule = await self._book.of(dialogue.scene.tx, now=dialogue.scene.now)
        await self._say_away(dialogue, schedule)

    async def _say_away(self, dialogue: Dialogue, schedule: Schedule) -> bool:
        """Say it if it is so and not known yet; give whether it is so."""
        conversation, now = dialogue.conversation, dialogue.scene.now
        hours = schedule.hours_of(conversation.department_id)
        if hours.is_open(now):
            return False
        if not _knows_away(dialogue):
            opens = hours.next_opening(now)
            until = opens or now + WHEN_NEVER_OPEN
            conversation.metadata = {**conversation.metadata, AWAY_UNTIL: until.isoformat()}
            words = opens and words_of(opens, now=now, zone=hours.zone, language=schedule.language)
            await self._say(dialogue, BotTextKey.AWAY, names={"next_opening": words})
        return True

    async def _say_position(self, dialogue: Dialogue) -> None:
        tx, conversation = dialogue.scene.tx, dialogue.conversation
        if conversation.status is not ConversationStatus.WAITING or conversation.queued_at is None:
            return
        if (await tx.bot_texts.find(BotTextKey.QUEUE_POSITION)).is_enabled:
            ahead = await tx.waiting.ahead_of(
                conversation.department_id, priority=conversation.priority, queued_at=conversation.queued_at
            )
            await self._say(dialogue, BotTextKey.QUEUE_POSITION, names={"position": ahead + 1})

    async def _say(self, dialogue: Dialogue, key: BotTextKey, *, names: Names | None = None) -> None:
        scene = dialogue.scene
        said = await scene.tx.waiting.said_lately(dialogue.contact.id, since=scene.now - SAID_WITHIN)
        if said < MAX_SAID:
            await self._tell(scene.tx, dialogue.conversation, key, now=scene.now, names=names)


def _knows_away(dialogue: Dialogue) -> bool:
    known = dialogue.conversation.metadata.get(AWAY_UNTIL)
    try:
        return isinstance(known, str) and dialogue.scene.now < datetime.fromisoformat(known)
    except (ValueError, TypeError):
        return False  # somebody else wrote there
