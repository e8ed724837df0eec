"""What comes into a contact's lane for flows, and not from the contact."""

from application.inbound.fire_timer import FireTimer
from application.inbound.hear_answer import HearAnswer
from application.inbound.scene import Scene
from application.inbound.start_wanted_flow import StartWantedFlow
from domain.whatsapp.inbound import CallSettled, FlowWanted


class FlowItems:
    """One handler a kind of item, and the timers."""

    def __init__(self, *, wanted: StartWantedFlow, answer: HearAnswer, timer: FireTimer) -> None:
        self._wanted, self._answer, self.timer = wanted, answer, timer

    async def __call__(self, scene: Scene, item: FlowWanted | CallSettled) -> None:
        """Handle one item."""
        match item:
            case FlowWanted():
                await self._wanted(scene, item)
            case CallSettled():
                await self._answer(scene, item)

    async def give_up(self, scene: Scene, item: CallSettled) -> None:
        """End the session that would wait for an answer that cannot be handled."""
        await self._answer.give_up(scene, item)
