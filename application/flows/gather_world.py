"""What a draft names is looked up, a kind at a time."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from application.flows.flow_versions import FlowVersions
from application.ports.unit_of_work import Transaction
from domain.flows.definition import Flow
from domain.flows.document import FlowDocument
from domain.flows.inspection import World, references
from domain.flows.nodes.base import Problem
from domain.flows.nodes.jump import Jump
from domain.flows.nodes.message import Message
from domain.flows.nodes.parts import TemplateSpec
from domain.shared.ids import FlowId
from domain.whatsapp.capabilities import capabilities_of
from domain.whatsapp.templates.filling import fill_template
from domain.whatsapp.templates.template import MessageTemplate
from domain.whatsapp.templates.words import TemplateStatus


class GatherWorld:
    """Load the flows that it may run, and whether what it names exists: at most one statement a kind."""

    def __init__(self, versions: FlowVersions) -> None:
        self._versions = versions

    async def __call__(self, tx: Transaction, flow: Flow, document: FlowDocument) -> World:
        """Give what is known."""
        kinds = {reference.kind for reference in references(document)}
        specs = {
            node.id: node.data.template
            for node in document.nodes
            if isinstance(node, Message) and node.data.template is not None
        }
        stored = await tx.flow_names.templates({spec.name for spec in specs.values()}) if specs else []
        chatbot = await tx.chatbots.get(flow.chatbot_id) if flow.chatbot_id is not None else None
        return World(
            flows=await self._flows(tx, document),
            variables=frozenset(chatbot.variables) if chatbot is not None else frozenset(),
            names=await tx.flow_names.known(kinds) if kinds else {},
            templates={node: tuple(template_problems(spec, stored)) for node, spec in specs.items()},
            has_window=await _has_window(tx),
        )

    async def _flows(self, tx: Transaction, document: FlowDocument) -> Mapping[FlowId, FlowDocument]:
        """Load what it may run, and what that may, as far as it goes."""
        wanted = _targets(document)
        if not wanted:
            return {}
        published = {flow.flow_id: flow.version_id for flow in await tx.flows.published()}
        found: dict[FlowId, FlowDocument] = {}
        while wanted:
            ids = [published[flow_id] for flow_id in wanted if flow_id in published]
            loaded = {version.flow_id: version.document for version in (await self._versions.load(tx, ids)).values()}
            found.update(loaded)
            wanted = {target for inner in loaded.values() for target in _targets(inner)} & published.keys()
            wanted -= found.keys()
        return found


def _targets(document: FlowDocument) -> set[FlowId]:
    """Give the flows that it runs, with and without return."""
    found = (node.data.target() for node in document.nodes if isinstance(node, Jump))
    return {target for target in found if target is not None}


async def _has_window(tx: Transaction) -> bool:
    """Whether any number closes its window; a company without numbers will have one."""
    configs = await tx.whatsapp_configs.all()
    return not configs or any(capabilities_of(config.api_type).has_window for config in configs)


def template_problems(spec: TemplateSpec, stored: Iterable[MessageTemplate]) -> Iterator[Problem]:
    """Say why it could be sent by no number."""
    ours = [one for one in stored if (one.name, one.language) == (spec.name, spec.language) and not one.is_deleted]
    if not ours:
        yield Problem("template_missing", f"there is no template '{spec.name}' in {spec.language}")
        return
    approved = [one for one in ours if one.status is TemplateStatus.APPROVED]
    if not approved:
        yield Problem("template_not_approved", f"template '{spec.name}' is {ours[0].status}")
        return
    components = tuple(msgspec.Raw(msgspec.json.encode(_rendered(part))) for part in spec.components)
    wrong = [fill_template(one, components).wrong for one in approved]
    if all(wrong):
        for detail in wrong[0]:
            yield Problem("template_parameters", f"template '{spec.name}': {detail.field} {detail.text}")


def _rendered(part: object) -> object:
    """Put something short wherever a text names variables: how long it will be is not known."""
    match part:
        case str():
            return "x" if "{{" in part or "{%" in part else part
        case list() | tuple():
            return [_rendered(item) for item in part]
        case dict():
            return {name: _rendered(item) for name, item in part.items()}
        case _:
            return part
