"""The project's own modules, as text and as syntax trees, for tests that look at the code itself."""

import ast
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("domain", "application", "adapters", "entrypoints", "simulator", "migrations")


class Module:
    """One file of ours."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.relative_to(ROOT).as_posix()
        self.lines = path.read_text(encoding="utf-8").splitlines()
        self.tree = ast.parse("\n".join(self.lines))

    def __repr__(self) -> str:
        return self.name

    def functions(self) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
        """Give every function and method with its place, such as `domain/flows/run.py:Run.step`."""
        yield from _functions(self.tree, f"{self.name}:")

    def imports(self) -> Iterator[str]:
        """Give the full name of every module that is imported anywhere in the file."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield "." * node.level + (node.module or "")


MakeModule = Callable[[str], Module]
"""Makes a module from a text: the fixture `make_module`."""


@cache
def modules(*packages: str) -> tuple[Module, ...]:
    """Give the modules of some packages, of all of ours when none is named; migrations' revisions are history."""
    files = [file for package in packages or PACKAGES for file in sorted((ROOT / package).rglob("*.py"))]
    return tuple(Module(file) for file in files if "versions" not in file.parts)


def _functions(node: ast.AST, place: str) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{place}{child.name}", child
            yield from _functions(child, f"{place}{child.name}.")
        elif isinstance(child, ast.ClassDef):
            yield from _functions(child, f"{place}{child.name}.")
        else:
            yield from _functions(child, place)
