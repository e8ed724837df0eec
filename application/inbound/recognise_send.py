"""The provider shows a message that went out through its API: perhaps one whose answer never came.

Evolution API repeats no id of ours, so what is recognised is the text: a send to this contact whose outcome is open,
and at most one of a contact is, with the very words that were seen. If another program sent the same words in the same
minute, ours is taken for sent and the customer has read it once; anything else waits as in docs/adr/0007.
"""

from datetime import timedelta

from application.inbound.scene import Scene
from application.ports.counters import Counters
from application.ports.ids import Ids
from application.ports.repositories.outbound import Intent
from application.whatsapp.settle_send import accept_all
from domain.whatsapp.failures import SendAccepted
from domain.whatsapp.inbound import SendSeen
from domain.whatsapp.menus import text_alone

CLOCKS_DIFFER = timedelta(minutes=1)
"""The server tells whole seconds of a clock of its own."""


class RecogniseSend:
    """Settle the send that was seen. Idempotent by the provider's message id."""

    def __init__(self, *, ids: Ids, counters: Counters) -> None:
        self._ids, self._counters = ids, counters

    async def __call__(self, scene: Scene, seen: SendSeen) -> None:
        """Name our message by it; nothing happens where it is known, or nobody's."""
        if seen.text is None:
            return
        address = seen.recipient.address
        in_doubt = await scene.tx.outbound.in_doubt(scene.config.id, address=address)
        intents = [intent for intent in in_doubt if await _is_it(scene, intent, seen)]
        if len(intents) != 1:
            return
        known = await scene.tx.messages.lock_by_provider_id(seen.provider_message_id, config_id=scene.config.id)
        if known is not None:
            return
        accepted = SendAccepted(provider_message_id=seen.provider_message_id)
        await accept_all(scene.tx, [(intents[0], accepted)], ids=self._ids, now=scene.now)
        self._counters.count("sends_reconciled")


async def _is_it(scene: Scene, intent: Intent, seen: SendSeen) -> bool:
    if intent.submitted_at is None or seen.sent_at < intent.submitted_at - CLOCKS_DIFFER:
        return False
    message = await scene.tx.messages.get(intent.message_id)
    return message is not None and text_alone(message.content) == seen.text
