"""`pytake flow test` and `pytake flow inspect`, with no setting and no server."""

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

HELLO = {
    "name": "Oi",
    "nodes": [
        {"id": "n1", "type": "start", "data": {}},
        {"id": "n2", "type": "message", "data": {"text": "Olá!"}},
        {"id": "n3", "type": "end", "data": {}},
    ],
    "edges": [{"id": "e1", "source": "n1", "target": "n2"}, {"id": "e2", "source": "n2", "target": "n3"}],
}
OTHER = "0190c0de-0000-7000-8000-000000000002"
JUMP = {
    "name": "Salta",
    "nodes": [
        {"id": "n1", "type": "start", "data": {}},
        {"id": "n2", "type": "jump", "data": {"flow_id": OTHER, "return": True}},
        {"id": "n3", "type": "end", "data": {"message": "Voltei"}},
    ],
    "edges": [{"id": "e1", "source": "n1", "target": "n2"}, {"id": "e2", "source": "n2", "target": "n3"}],
}


def written(name: str, content: object) -> str:
    """Write a file in the working directory, which is an empty one."""
    Path(name).write_text(json.dumps(content), encoding="utf-8")
    return name


def says(name: str, *words: str) -> dict[str, object]:
    return {"name": name, "steps": [{"say": "oi"}, *({"expect": {"text": text}} for text in words)]}


def test_green_tests_of_a_document_and_of_flows_that_jump_to_each_other(bare_pytake: Callable[..., Result]) -> None:
    alone = written("oi.json", {**HELLO, "tests": [says("cumprimenta", "Olá!")]})
    target = written("alvo.json", {"id": OTHER, "document": HELLO})
    jumping = written("salta.json", {"document": JUMP, "tests": [says("vai e volta", "Olá!", "Voltei")]})

    result = bare_pytake("flow", "test", alone, target, jumping)

    assert result.exit_code == 0, result.output
    assert "2 passed, 0 failed" in result.output


def test_a_red_test_shows_what_was_said_and_fails_the_command(bare_pytake: Callable[..., Result]) -> None:
    flow = written("oi.json", HELLO)
    tests = written("testes.json", [says("despede", "Tchau!")])

    result = bare_pytake("flow", "test", flow, "--tests", tests)

    assert result.exit_code == 1
    assert "FAILED  oi.json: despede" in result.output
    assert "bot: Olá!" in result.output


def test_no_test_at_all_is_no_success(bare_pytake: Callable[..., Result]) -> None:
    result = bare_pytake("flow", "test", written("oi.json", HELLO))

    assert result.exit_code == 1
    assert "no tests" in result.output


def test_a_file_that_is_no_flow_is_refused_in_a_line(bare_pytake: Callable[..., Result]) -> None:
    result = bare_pytake("flow", "test", written("x.json", {"rows": []}))

    assert result.exit_code == 1
    assert "IMPORT_REFUSED" in result.output


def test_errors_of_the_check_fail_the_command(bare_pytake: Callable[..., Result]) -> None:
    good = bare_pytake("flow", "inspect", written("oi.json", HELLO))
    bad = bare_pytake("flow", "inspect", written("sem.json", {**HELLO, "edges": []}))

    assert (good.exit_code, bad.exit_code) == (0, 1)
    assert "1 checked, 0 errors" in good.output
