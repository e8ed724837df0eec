"""Functions, files and constructors stay small enough to be read without scrolling."""

import ast

import pytest

from tests.architecture.source import MakeModule, Module, modules

FUNCTION_LINES = 40
FILE_LINES = 250
CONSTRUCTOR_PARAMETERS = 6

EXCEPTIONS = {
    "domain/shared/content.py": "one tagged union, a struct a kind of message: it is read as one table",
}
"""Who may be longer than the rule, and why."""


def long_files(files: tuple[Module, ...]) -> set[str]:
    return {module.name for module in files if len(module.lines) > FILE_LINES}


def long_functions(files: tuple[Module, ...]) -> set[str]:
    return {
        place
        for module in files
        for place, function in module.functions()
        if (function.end_lineno or 0) - function.lineno >= FUNCTION_LINES
    }


def wide_constructors(files: tuple[Module, ...]) -> set[str]:
    return {
        place
        for module in files
        for place, function in module.functions()
        if function.name == "__init__" and parameters(function) > CONSTRUCTOR_PARAMETERS
    }


def parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    given = function.args
    return len([*given.posonlyargs, *given.args, *given.kwonlyargs]) - 1


def test_files_are_short():
    assert long_files(modules()) - EXCEPTIONS.keys() == set()


def test_functions_are_short():
    assert long_functions(modules()) - EXCEPTIONS.keys() == set()


def test_constructors_are_narrow():
    assert wide_constructors(modules()) - EXCEPTIONS.keys() == set()


def test_every_exception_is_still_needed():
    needed = long_files(modules()) | long_functions(modules()) | wide_constructors(modules())

    assert EXCEPTIONS.keys() <= needed


@pytest.mark.parametrize("lines", [FUNCTION_LINES, FUNCTION_LINES + 1])
def test_a_function_is_measured_from_its_def_to_its_last_line(lines: int, make_module: MakeModule):
    module = make_module("def long():\n" + "    pass\n" * (lines - 1))

    assert bool(long_functions((module,))) == (lines > FUNCTION_LINES)


def test_a_constructor_is_measured_without_self(make_module: MakeModule):
    module = make_module("class Wide:\n    def __init__(self, a, b, c, *, d, e, f): pass\n")

    assert wide_constructors((module,)) == set()
    assert parameters(next(module.functions())[1]) == CONSTRUCTOR_PARAMETERS
