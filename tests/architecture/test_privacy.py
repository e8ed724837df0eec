"""What is logged is an event's name and keys, none of which can hold what people wrote or who they are.

`tests/e2e/test_privacy.py` watches the real output of a conversation.
"""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.source import MakeModule, Module, modules

LOGGERS = {"_log", "log", "logger", "_logger", "logging", "structlog"}
METHODS = {"debug", "info", "warning", "warn", "error", "exception", "critical", "fatal", "log", "msg", "bind"}
CONTEXTS = {"bind_contextvars", "bound_contextvars"}
NEVER = {
    "address", "body", "content", "contact", "cpf", "email", "exc_info", "from", "headers", "message", "name",
    "password", "payload", "phone", "query", "secret", "text", "to", "token", "url", "wa_id",
}  # fmt: skip
"""Keys that would hold a person's words, a person's address or a secret; a traceback holds them too."""
OUTSIDE = {"simulator/webhooks/courier.py": "the simulator holds no real person's data and may show a traceback"}


def log_calls(module: Module) -> Iterator[ast.Call]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and (is_log_method(node.func) or is_context(node.func)):
            yield node


def is_log_method(function: ast.expr) -> bool:
    return (
        isinstance(function, ast.Attribute)
        and function.attr in METHODS
        and ast.unparse(function.value).removeprefix("self.") in LOGGERS
    )


def is_context(function: ast.expr) -> bool:
    return ast.unparse(function).rpartition(".")[2] in CONTEXTS


def is_indiscreet(call: ast.Call) -> bool:
    """Whether a call names what must not be logged, or logs text that was put together, or an exception's own."""
    texts = [ast.unparse(value) for value in (*call.args, *(keyword.value for keyword in call.keywords))]
    return (
        any(keyword.arg in NEVER for keyword in call.keywords)
        or any(isinstance(argument, ast.JoinedStr | ast.BinOp) for argument in call.args)
        or any(text.startswith(("str(", "repr(")) or text in {"error", "exc", "e"} for text in texts)
    )


def test_no_log_call_names_what_must_not_be_logged():
    found = {
        f"{module.name}:{call.lineno}"
        for module in modules()
        if module.name not in OUTSIDE
        for call in log_calls(module)
        if is_indiscreet(call)
    }

    assert found == set()


def test_there_are_log_calls_to_look_at():
    assert sum(len(list(log_calls(module))) for module in modules()) > 10


@pytest.mark.parametrize(
    "line",
    [
        "_log.info('received', text=message.text)",
        "_log.info('received', phone=contact.phone)",
        "_log.warning(f'received {phone}')",
        "_log.error('failed', error=str(error))",
        "self._log.error('failed', error=error)",
        "logger.exception('failed', exc_info=True)",
        "structlog.contextvars.bind_contextvars(email=user.email)",
    ],
)
def test_an_indiscreet_call_is_found(line: str, make_module: MakeModule):
    assert all(is_indiscreet(call) for call in log_calls(make_module(line)))
    assert list(log_calls(make_module(line)))


@pytest.mark.parametrize("line", ["_log.error('failed', error=type(error).__name__, at=place_of(error))"])
def test_a_discreet_call_is_let_through(line: str, make_module: MakeModule):
    assert not any(is_indiscreet(call) for call in log_calls(make_module(line)))
