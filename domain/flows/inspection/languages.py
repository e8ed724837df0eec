"""Whether every expression, template and pattern can be read, and where not."""

from collections.abc import Callable, Iterator

from domain.flows.inspection.finding import Finding, fault
from domain.flows.inspection.plan import Plan
from domain.flows.language import Mistake
from domain.flows.nodes.base import Snippet
from domain.flows.text import fold
from domain.flows.triggers import Keyword, Match


def languages(plan: Plan) -> Iterator[Finding]:
    """Read all of them."""
    yield from _trigger(plan)
    for edge in plan.document.edges:
        wrong = plan.language.expressions.mistake(edge.condition) if edge.condition else None
        if wrong is not None:
            yield Finding(
                code="bad_expression",
                message=f"edge {edge.id}: {wrong.message}",
                node=edge.source,
                edge=edge.id,
                place="condition",
                position=wrong.position,
                params={"reason": wrong.message},
            )
    for node in plan.document.nodes:
        for snippet in node.snippets():
            plan.meter.steps += 1
            yield from _snippet(snippet, node.id, plan)


def _snippet(snippet: Snippet, node: str, plan: Plan) -> Iterator[Finding]:
    readers: dict[str, Callable[[str], Mistake | None]] = {
        "expression": plan.language.expressions.mistake,
        "template": plan.language.templates.mistake,
        "pattern": lambda text: _pattern(text, plan),
    }
    wrong = readers[snippet.kind](snippet.text) if snippet.text else None
    if wrong is not None:
        yield Finding(
            code=f"bad_{snippet.kind}",
            message=f"{snippet.place}: {wrong.message}",
            node=node,
            place=snippet.place,
            position=wrong.position,
            params={"reason": wrong.message},
        )


def _pattern(pattern: str, plan: Plan) -> Mistake | None:
    wrong = plan.language.regex.check(pattern)
    return Mistake(wrong) if wrong is not None else None


def _trigger(plan: Plan) -> Iterator[Finding]:
    trigger = plan.document.trigger
    if not isinstance(trigger, Keyword):
        return
    if not any(fold(keyword) for keyword in trigger.keywords):
        yield fault("no_keyword", "the trigger has no keyword")
    for keyword in trigger.keywords if trigger.match is Match.REGEX else ():
        wrong = plan.language.regex.check(keyword)
        if wrong is not None:
            yield fault("bad_pattern", f"trigger: {wrong}", reason=wrong)
