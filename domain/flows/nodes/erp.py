"""`erp`: asks the company's ERP.

{"id": "n15", "type": "erp", "data": {"operation": "invoices", "save_as": "faturas",
 "arguments": {"customer_id": "{{vars.cliente.id}}", "open_only": true}}}
"""

from collections.abc import Iterator

import msgspec

from domain.flows.effects import CallErp
from domain.flows.limits import MAX_CALL_BODY
from domain.flows.moves import Await, Fail, Leave, Move
from domain.flows.nodes.base import Node, Problem, Snippet
from domain.flows.nodes.parts import filled, text_snippets, variable_name
from domain.flows.session import Value
from domain.flows.turn import NodeFailedError, Turn
from domain.flows.values import size_of, to_value
from domain.shared.erp import ErpOperation


class ErpData(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked, with which arguments, of which connection (none: the only one there is)."""

    operation: ErpOperation | None = None
    arguments: dict[str, object] = {}
    connection: str | None = None
    save_as: str = ""


class Erp(Node, frozen=True, tag="erp"):
    """Leaves by `found` or `not_found`; by `error` when the ERP gave no answer."""

    data: ErpData = ErpData()

    @property
    def choices(self) -> tuple[tuple[str, ...], ...]:
        """Found or not; an error without a way goes by the flow's `on_error`."""
        return (("found",), ("not_found",))

    def enter(self, turn: Turn) -> Move:
        """Ask."""
        operation = self.data.operation
        if operation is None:
            raise NodeFailedError("no_operation", "nothing is asked of the ERP")
        arguments = {name: to_value(filled(value, turn)) for name, value in self.data.arguments.items()}
        if size_of(arguments) > MAX_CALL_BODY:
            raise NodeFailedError("body_too_large", f"over {MAX_CALL_BODY} bytes")
        connection = turn.render(self.data.connection or "").strip() or None
        call = CallErp(id=turn.next_id(), operation=operation, arguments=arguments, connection=connection)
        turn.call(call)
        turn.note("operation", operation)
        return Await(event="called", effect_id=call.id)

    def done(self, turn: Turn, result: Value) -> Move:
        """Keep what was found."""
        if not isinstance(result, dict) or not isinstance(result.get("found"), bool):
            return Fail(event="failed", code="bad_answer", reason="the ERP's answer cannot be read")
        if self.data.save_as:
            turn.set_variables({variable_name(self.data.save_as): to_value(result.get("data"))})
        turn.note("found", result["found"])
        return Leave(event="answered", handles=("found" if result["found"] else "not_found",))

    def snippets(self) -> Iterator[Snippet]:
        """Give its texts."""
        yield from text_snippets(self.data.arguments, "data.arguments")
        yield from text_snippets(self.data.connection, "data.connection")

    def problems(self) -> Iterator[Problem]:
        """Check that something is asked."""
        if self.data.operation is None:
            yield Problem("no_operation", f"one of {', '.join(ErpOperation)}")
