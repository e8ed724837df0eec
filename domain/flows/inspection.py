"""The check before publishing: what would go wrong, and where."""

from collections.abc import Callable, Collection, Iterator
from enum import StrEnum

import msgspec

from domain.flows.document import Edge, FlowDocument
from domain.flows.graph import loops_without_wait, reachable
from domain.flows.language import Language
from domain.flows.limits import MAX_NODES
from domain.flows.nodes import AnyNode
from domain.flows.nodes.base import Snippet
from domain.flows.nodes.jump import Jump
from domain.flows.nodes.message import Message
from domain.flows.nodes.question import Question
from domain.flows.nodes.start import Start
from domain.flows.nodes.wait import Wait
from domain.flows.text import fold
from domain.flows.triggers import Keyword, Match
from domain.shared.ids import FlowId


class Severity(StrEnum):
    """An error refuses the publish, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to mend; without a node it is about the whole flow."""

    code: str
    message: str
    node: str | None = None
    severity: Severity = Severity.ERROR


def inspect(document: FlowDocument, language: Language, *, flows: Collection[FlowId] = ()) -> tuple[Finding, ...]:
    """Find what is wrong; `flows` are the published flows that a jump may name."""
    return (
        *_whole(document),
        *_trigger(document, language),
        *_edges(document, language),
        *(finding for node in document.nodes for finding in _node(node, document, language)),
        *_jumps(document, flows),
        *_loops(document),
    )


def _whole(document: FlowDocument) -> Iterator[Finding]:
    starts = [node.id for node in document.nodes if isinstance(node, Start)]
    if not starts:
        yield Finding(code="no_start", message="the flow has no start")
    for extra in starts[1:]:
        yield Finding(code="two_starts", node=extra, message="the flow has more than one start")
    if len(document.nodes) > MAX_NODES:
        yield Finding(code="too_many_nodes", message=f"at most {MAX_NODES} nodes")
    found = reachable(document, starts[:1])
    for node in document.nodes:
        if starts and node.id not in found and node.id not in starts:
            yield Finding(code="unreachable", node=node.id, message="no way leads here")


def _trigger(document: FlowDocument, language: Language) -> Iterator[Finding]:
    trigger = document.trigger
    if not isinstance(trigger, Keyword):
        return
    if not any(fold(keyword) for keyword in trigger.keywords):
        yield Finding(code="no_keyword", message="the trigger has no keyword")
    for keyword in trigger.keywords if trigger.match is Match.REGEX else ():
        error = language.regex.check(keyword)
        if error is not None:
            yield Finding(code="bad_pattern", message=f"trigger: {error}")


def _edges(document: FlowDocument, language: Language) -> Iterator[Finding]:
    known = {node.id for node in document.nodes}
    for edge in document.edges:
        if edge.target not in known:
            yield Finding(code="edge_to_nothing", node=edge.source, message=f"edge {edge.id} leads to '{edge.target}'")
        if edge.source not in known:
            yield Finding(code="edge_from_nothing", message=f"edge {edge.id} comes from '{edge.source}'")
        error = language.expressions.check(edge.condition) if edge.condition else None
        if error is not None:
            yield Finding(code="bad_expression", node=edge.source, message=f"edge {edge.id}: {error}")


def _node(node: AnyNode, document: FlowDocument, language: Language) -> Iterator[Finding]:
    ways = [edge for edge in document.edges if edge.source == node.id]
    for problem in node.problems():
        yield Finding(code=problem.code, node=node.id, message=problem.message)
    for snippet in node.snippets():
        yield from _snippet(snippet, node, language)
    yield from _ways_out(node, ways)


def _snippet(snippet: Snippet, node: AnyNode, language: Language) -> Iterator[Finding]:
    checks: dict[str, Callable[[str], str | None]] = {
        "expression": language.expressions.check,
        "template": language.templates.check,
        "pattern": language.regex.check,
    }
    error = checks[snippet.kind](snippet.text) if snippet.text else None
    if error is not None:
        yield Finding(code=f"bad_{snippet.kind}", node=node.id, message=f"{snippet.place}: {error}")


def _ways_out(node: AnyNode, ways: list[Edge]) -> Iterator[Finding]:
    """Check that whatever happens at the node leads somewhere."""
    handles = {fold(edge.source_handle) for edge in ways if edge.source_handle is not None}
    has_default = any(edge.is_default for edge in ways)
    has_condition = any(edge.condition is not None for edge in ways)
    if node.is_last and ways:
        message = "the flow ends here, yet an edge leaves"
        yield Finding(code="edge_after_end", node=node.id, message=message, severity=Severity.WARNING)
    for spellings in () if has_default or has_condition else node.choices:
        if not handles & {fold(spelling) for spelling in spellings}:
            yield Finding(code="choice_without_edge", node=node.id, message=f"'{spellings[-1]}' leads nowhere")
    if not ways and not node.is_last and not node.choices:
        message = "the flow ends here; an end node would say with which outcome"
        yield Finding(code="dead_end", node=node.id, message=message, severity=Severity.WARNING)
    yield from _timeouts(node, handles)


def _timeouts(node: AnyNode, handles: set[str]) -> Iterator[Finding]:
    if not isinstance(node, Message | Question | Wait):
        return
    limit = node.data.timeout_minutes
    if isinstance(node, Question) and limit is None:
        message = "nobody may ever answer: set a timeout"
        yield Finding(code="no_timeout", node=node.id, message=message, severity=Severity.WARNING)
    if limit is not None and "timeout" not in handles:
        message = "the session expires when the time is over: draw a timeout edge"
        yield Finding(code="timeout_without_edge", node=node.id, message=message, severity=Severity.WARNING)
    if limit is None and "timeout" in handles:
        message = "a timeout edge, but no timeout"
        yield Finding(code="edge_without_timeout", node=node.id, message=message, severity=Severity.WARNING)


def _jumps(document: FlowDocument, flows: Collection[FlowId]) -> Iterator[Finding]:
    for node in document.nodes:
        target = node.data.target() if isinstance(node, Jump) else None
        if target is not None and target not in flows:
            yield Finding(code="flow_missing", node=node.id, message=f"flow {target} is not published")


def _loops(document: FlowDocument) -> Iterator[Finding]:
    for node in loops_without_wait(document):
        yield Finding(code="loop_without_wait", node=node, message="a loop in which nothing waits never ends")
