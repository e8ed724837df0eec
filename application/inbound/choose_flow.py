"""Which flow a message starts."""

from application.flows.flow_versions import FlowVersions
from application.inbound.scene import Scene
from domain.flows.language import Regex
from domain.flows.triggers import Candidate, choose_flow
from domain.shared.ids import FlowVersionId


class ChooseFlow:
    """Ask the triggers of everything that is published: keywords, then referral, main flow, catch-all."""

    def __init__(self, *, versions: FlowVersions, regex: Regex) -> None:
        self._versions, self._regex = versions, regex

    async def __call__(self, scene: Scene, *, text: str, referral_source: str | None = None) -> FlowVersionId | None:
        """Give the version to start; None when no flow wants the message."""
        candidates = await self._candidates(scene)
        chosen = choose_flow(candidates, text=text, referral_source=referral_source, regex=self._regex)
        return chosen.version_id if chosen is not None else None

    async def _candidates(self, scene: Scene) -> list[Candidate]:
        published = await scene.tx.flows.published()
        versions = await self._versions.load(scene.tx, [flow.version_id for flow in published])
        return [
            Candidate(
                flow_id=flow.flow_id,
                version_id=flow.version_id,
                trigger=versions[flow.version_id].document.trigger,
                priority=flow.priority,
                is_main=flow.is_main,
                in_chatbot=flow.chatbot_id == scene.config.chatbot_id,
            )
            for flow in published
        ]
