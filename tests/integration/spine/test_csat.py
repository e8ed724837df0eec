"""The question after a conversation is resolved, and its answer."""

from datetime import timedelta

from application.conversations.resolve_conversation import ResolveConversation
from application.conversations.take_over_conversation import TakeOverConversation
from domain.shared.ids import ConversationId
from domain.support.bot_texts import BotTextKey
from tests.integration.spine.spine import Spine
from tests.integration.spine.test_waiting import PHONE, hear, switch_on


async def resolved(spine: Spine) -> ConversationId:
    """Let somebody serve the customer and resolve it, with the question switched on."""
    await switch_on(spine, BotTextKey.CSAT_QUESTION)
    await hear(spine, "oi")
    conversation_id = ConversationId(await spine.one("SELECT id FROM conversations"))
    agent = await spine.agent()
    take, resolve = await spine.container.get(TakeOverConversation), await spine.container.get(ResolveConversation)
    await take(agent, conversation_id)
    await resolve(agent, conversation_id, resolution="feito")
    await spine.drain()
    return conversation_id


async def test_the_answer_rates_the_conversation_and_opens_none(spine: Spine) -> None:
    await resolved(spine)

    told = await hear(spine, "5, ótimo")

    assert told == ["Obrigado pela sua avaliação!"]
    assert await spine.one("SELECT score || ' ' || comment FROM csat_answers WHERE user_id IS NOT NULL") == "5 ótimo"
    assert await spine.one("SELECT count(*) FROM conversations") == 1
    assert await spine.one("SELECT status || unread_count FROM conversations") == "resolved0"
    assert await spine.one("SELECT data ->> 'score' FROM timeline WHERE kind = 'rated'") == "5"

    await hear(spine, "5")

    assert await spine.one("SELECT count(*) FROM conversations") == 2


async def test_what_is_no_score_or_comes_late_is_an_ordinary_message(spine: Spine) -> None:
    await resolved(spine)

    await hear(spine, "2 boletos, por favor")

    assert await spine.one("SELECT count(*) FROM conversations WHERE status = 'waiting'") == 1
    assert await spine.one("SELECT count(*) FROM csat_answers WHERE score IS NULL") == 1


async def test_an_answer_after_its_time_is_none(spine: Spine) -> None:
    await resolved(spine)
    await spine.advance(timedelta(hours=25))

    await hear(spine, "5", phone=PHONE)

    assert await spine.one("SELECT count(*) FROM csat_answers WHERE score IS NULL") == 1
    assert await spine.one("SELECT count(*) FROM conversations") == 2
