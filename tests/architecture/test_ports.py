"""Each port has an implementation in the composition root, and a test that speaks to that implementation by name."""

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from functools import cache

import pytest

from tests.architecture.source import ROOT, modules

PORT_FOLDERS = ("application/ports", "domain/flows")

NOT_PROVIDED = {
    "Transaction": ("tests/integration/postgres/test_unit_of_work.py", "what a unit of work opens"),
    "LaneSteps": ("tests/integration/postgres/test_lanes.py", "a transaction's part in the lanes, reached through it"),
    "AuditTrail": ("tests/integration/postgres/test_audit_trail.py", "a transaction's part in the audit log"),
    "UsageMeter": ("tests/integration/postgres/test_usage.py", "a transaction's part in the counting"),
    "JobQueue": ("tests/integration/postgres/test_job_queue.py", "a transaction's part in the jobs"),
    "Hours": ("tests/integration/spine/test_flow_actions.py", "lent to the flows that ask for them: CompanyHours"),
    "PeopleData": ("tests/integration/postgres/test_unit_of_work.py", "a transaction's part about the people"),
    "SupportData": ("tests/contract/repositories/test_waiting.py", "a transaction's part in how the company serves"),
    "FlowData": ("tests/contract/repositories/test_passages.py", "a transaction's part in what flows live on"),
    "WhatsAppGateway": ("tests/contract/providers/test_gateway.py", "each Provider's part in sending"),
    "WebhookParser": ("tests/contract/providers/test_gateway.py", "each Provider's part in reading webhooks"),
    "WebhookSignature": ("tests/contract/providers/test_gateway.py", "each Provider's part in believing webhooks"),
    "ProviderTemplates": ("tests/contract/whatsapp/test_templates.py", "each Provider's part in templates"),
    "ProviderFiles": ("tests/contract/whatsapp/test_files.py", "each Provider's part in files"),
    "ScratchFile": ("tests/contract/storage/test_file_store.py", "what a Scratch makes"),
    "Sheet": ("tests/contract/sheets/test_sheets.py", "what a SheetReader opens"),
    "LiveListener": ("tests/integration/redis/test_realtime.py", "called back by LiveFeed; the sockets' hub is one"),
}
"""Ports that the root does not provide: where they are tested, and whose part they are."""
THROUGH_ITS_USE_CASE = {
    "Partitions": "tests/e2e/test_tidying.py",
    "DatabaseDoor": "tests/doctor",
    "RedisDoor": "tests/doctor",
}
"""Ports whose implementation is not named by its test, for only what one use case does with it can be seen."""


class Port:
    """A Protocol of ours, and what it asks for."""

    def __init__(self, module: str, protocol: type) -> None:
        self.name, self.module = protocol.__name__, module
        self.members = {name for name in {*vars(protocol), *inspect.get_annotations(protocol)} if not is_plumbing(name)}

    def __repr__(self) -> str:
        return self.name

    def is_met_by(self, candidate: type) -> bool:
        return all(hasattr(candidate, name) for name in self.members)


def is_plumbing(name: str) -> bool:
    return name.startswith("_") and name != "__call__"


def ports() -> Iterator[Port]:
    for module in modules(*PORT_FOLDERS):
        dotted = module.name.removesuffix(".py").replace("/", ".")
        for node in module.tree.body:
            if isinstance(node, ast.ClassDef) and "Protocol" in {ast.unparse(base) for base in node.bases}:
                yield Port(dotted, getattr(importlib.import_module(dotted), node.name))


PORTS = list(ports())


@cache
def provided() -> dict[str, set[type]]:
    """Give, by a port's name, the classes that the composition root builds where it provides that port."""
    found: dict[str, set[type]] = {}
    for module in modules("entrypoints/ioc"):
        here = vars(importlib.import_module(module.name.removesuffix(".py").replace("/", ".")))
        for node in ast.walk(module.tree):
            name, inside = provision(node)
            if name is not None:
                classes = {here[word] for word in words_in(inside) if inspect.isclass(here.get(word))}
                found.setdefault(name, set()).update(classes)
    return found


def provision(node: ast.AST) -> tuple[str | None, list[ast.AST]]:
    """Give the name of what a provider's function, or a `provide(…)`, provides; and where its maker is named."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.returns is not None:
        return re.sub(r"^AsyncIterator\[(.*)\]$", r"\1", ast.unparse(node.returns)), [node.args, *node.body]
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "provide":
        named = {keyword.arg: keyword.value for keyword in node.keywords}
        return ast.unparse(named["provides"]) if "provides" in named else None, [*node.args]
    return None, []


def words_in(nodes: list[ast.AST]) -> set[str]:
    return {part.id for node in nodes for part in ast.walk(node) if isinstance(part, ast.Name)}


def implementations(port: Port) -> set[str]:
    return {
        candidate.__name__
        for name in (port.name, "Language" if port.module == "domain.flows.language" else port.name)
        for candidate in provided().get(name, set())
        if port.is_met_by(candidate) and not getattr(candidate, "_is_protocol", False)
    }


@cache
def text_of_the_tests() -> str:
    folders = ("contract", "integration", "unit", "consumers", "websocket")
    files = [file for folder in folders for file in sorted((ROOT / "tests" / folder).rglob("*.py"))]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def is_part_of_a_transaction(port: Port) -> bool:
    return port.module.startswith("application.ports.repositories.")


PROVIDED = [port for port in PORTS if port.name not in NOT_PROVIDED and not is_part_of_a_transaction(port)]


@pytest.mark.parametrize("port", PROVIDED, ids=str)
def test_a_port_is_provided(port: Port):
    assert implementations(port), f"the composition root builds nothing that has {sorted(port.members)}"


@pytest.mark.parametrize("port", [port for port in PROVIDED if port.name not in THROUGH_ITS_USE_CASE], ids=str)
def test_an_implementation_is_tested_by_name(port: Port):
    untested = {name for name in implementations(port) if not re.search(rf"\b{name}\b", text_of_the_tests())}

    assert untested == set()


@pytest.mark.parametrize("port", [port for port in PORTS if is_part_of_a_transaction(port)], ids=str)
def test_a_repository_has_its_contract_test(port: Port):
    area = port.module.rpartition(".")[2]
    text = "".join(
        file.read_text(encoding="utf-8") for file in (ROOT / "tests/contract/repositories").glob(f"test_{area}*.py")
    )

    assert f"tx.{area}." in text


@pytest.mark.parametrize(
    ("name", "place"),
    [*((name, place) for name, (place, _) in NOT_PROVIDED.items()), *THROUGH_ITS_USE_CASE.items()],
)
def test_every_exception_is_of_a_port_and_is_tested_somewhere(name: str, place: str):
    assert name in {port.name for port in PORTS}
    assert (ROOT / place).exists()
