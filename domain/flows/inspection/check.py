"""The check before publishing: what would go wrong, and where."""

from collections.abc import Collection

import msgspec

from domain.flows.document import FlowDocument
from domain.flows.graph import Meter
from domain.flows.inspection.calls import calls
from domain.flows.inspection.contents import contents
from domain.flows.inspection.finding import Finding
from domain.flows.inspection.languages import languages
from domain.flows.inspection.plan import Plan
from domain.flows.inspection.references import missing
from domain.flows.inspection.shape import shape
from domain.flows.inspection.variables import variables
from domain.flows.inspection.window import closed_windows
from domain.flows.inspection.world import World
from domain.flows.language import Language
from domain.shared.ids import FlowId


def inspect(
    document: FlowDocument,
    language: Language,
    *,
    flows: Collection[FlowId] = (),
    world: World | None = None,
    meter: Meter | None = None,
) -> tuple[Finding, ...]:
    """Find what is wrong, of the whole graph first, then node by node, then what may be.

    `world` is what exists outside; `flows` are published flows that a jump may name and of which no more is known.
    `meter` counts the steps.
    """
    known = world or World()
    known = msgspec.structs.replace(known, flows={**dict.fromkeys(flows), **known.flows})
    plan = Plan(document, language, known, meter or Meter())
    window = closed_windows(document, known.flows, plan.meter) if known.has_window else ()
    return (
        *shape(plan),
        *languages(plan),
        *(
            Finding(code=problem.code, message=problem.message, node=node.id)
            for node in document.nodes
            for problem in node.problems()
        ),
        *(finding for node in document.nodes for finding in contents(node)),
        *missing(document, known),
        *calls(plan),
        *variables(plan),
        *window,
    )
