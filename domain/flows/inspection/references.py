"""What a flow names, and what of it is not there."""

from collections.abc import Iterator

import msgspec

from domain.flows import actions
from domain.flows.api_request import secrets_in
from domain.flows.document import FlowDocument
from domain.flows.inspection.finding import Finding, Severity
from domain.flows.inspection.world import Named, World, name_key
from domain.flows.nodes import AnyNode
from domain.flows.nodes.action import ActionNode
from domain.flows.nodes.ai import Ai
from domain.flows.nodes.api_call import ApiCall
from domain.flows.nodes.business_hours import BusinessHours
from domain.flows.nodes.erp import Erp
from domain.flows.nodes.transfer import Transfer

_DOUBTS = frozenset({Named.TAG})
"""What is made when it is not there: only a slip of the pen."""


class Reference(msgspec.Struct, frozen=True):
    """Something that a node names, and in which field."""

    node: str
    place: str
    kind: Named
    name: str


def references(document: FlowDocument) -> Iterator[Reference]:
    """Give everything that is named in writing; what a text makes up when it runs is not known before."""
    for node in document.nodes:
        for place, kind, name in _names(node):
            if name and "{{" not in name and "{%" not in name:
                yield Reference(node.id, place, kind, name.strip())


def missing(document: FlowDocument, world: World) -> Iterator[Finding]:
    """Find what is named and is not there."""
    for one in references(document):
        known = world.names.get(one.kind)
        if known is not None and name_key(one.kind, one.name) not in known:
            yield Finding(
                code=f"{one.kind}_missing",
                message=f"there is no {one.kind.replace('_', ' ')} '{one.name}'",
                node=one.node,
                place=one.place,
                severity=Severity.WARNING if one.kind in _DOUBTS else Severity.ERROR,
                params={"name": one.name},
            )
    for node in document.nodes:
        for problem in world.templates.get(node.id, ()):
            yield Finding(code=problem.code, message=problem.message, node=node.id, place="data.template")


def _names(node: AnyNode) -> Iterator[tuple[str, Named, str]]:
    match node:
        case Transfer():
            yield "data.department", Named.DEPARTMENT, node.data.department or ""
            yield "data.user", Named.USER, node.data.user or ""
        case BusinessHours():
            yield "data.calendar", Named.DEPARTMENT, node.calendar or ""
        case Ai():
            yield "data.knowledge_base", Named.KNOWLEDGE_BASE, node.data.knowledge_base or ""
        case Erp():
            yield "data.connection", Named.CONNECTION, node.data.connection or ""
        case ApiCall():
            yield from (("data.headers", Named.SECRET, name) for name in sorted(secrets_in(node.data.headers)))
        case ActionNode():
            for number, action in enumerate(node.data.actions):
                yield from _named_by(action, f"data.actions[{number}]")
        case _:
            pass


def _named_by(action: actions.Action, place: str) -> Iterator[tuple[str, Named, str]]:
    match action:
        case actions.AddTag(tag=tag) | actions.RemoveTag(tag=tag):
            yield f"{place}.tag", Named.TAG, tag
        case actions.AddConversationTag(tag=tag) | actions.RemoveConversationTag(tag=tag):
            yield f"{place}.tag", Named.TAG, tag
        case actions.SetDepartment(department=department):
            yield f"{place}.department", Named.DEPARTMENT, department
        case actions.Notify(user=user, department=department):
            yield f"{place}.user", Named.USER, user
            yield f"{place}.department", Named.DEPARTMENT, department
        case _:
            pass
