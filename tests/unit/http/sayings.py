"""Finds the English templates of details in the code: those given to ErrorDetail, and to whoever hands them on."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[3]
LAYERS = ("domain", "application", "adapters", "entrypoints")
PHRASES = {"phrase", "Phrase"}
_SPEAK = ("ErrorDetail", "phrase(", "MisfitError(", "malformed_page(", "shared.measures")
"""A module that makes a detail names one of these."""

Function = ast.FunctionDef | ast.AsyncFunctionDef
Places = dict[str, int]


def sources() -> list[str]:
    """Read all code but the texts themselves."""
    files = (file for layer in LAYERS for file in (ROOT / layer).rglob("*.py"))
    return [file.read_text("utf-8") for file in files if "texts" not in file.parts]


def templates(code: list[str]) -> set[str]:
    """Give the templates that are written where a detail is made."""
    found = [ast.parse(source) for source in code if any(name in source for name in _SPEAK)]
    shared = {name: place for tree in found for name, place in _helpers(tree).items() if not name.startswith("_")}
    return {text for tree in found for text in _templates(tree, {**shared, **_helpers(tree)})}


def _templates(tree: ast.Module, helpers: Places) -> Iterator[str]:
    for call in ast.walk(tree):
        if isinstance(call, ast.Call):
            for given in _messages(call, helpers):
                yield from _texts(given)


def _texts(given: ast.expr) -> Iterator[str]:
    """Give a text, or both of `one if … else other`."""
    if isinstance(given, ast.IfExp):
        yield from (*_texts(given.body), *_texts(given.orelse))
    elif isinstance(given, ast.Constant) and isinstance(given.value, str):
        yield given.value


def _messages(call: ast.Call, helpers: Places) -> list[ast.expr]:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    if name == "ErrorDetail":
        return [word.value for word in call.keywords if word.arg == "message"]
    if name in PHRASES:
        return call.args[:1]
    return call.args[helpers[name] : helpers[name] + 1] if name in helpers else []


def _helpers(tree: ast.Module) -> Places:
    """Find the functions, and the errors, that make a detail of an argument: at which place it stands."""
    found: Places = {}
    for node in ast.walk(tree):
        for function in _makers(node):
            names = [one.arg for one in (*function.args.posonlyargs, *function.args.args) if one.arg != "self"]
            for given in (given for call in ast.walk(function) for given in _handed(call)):
                if given in names:
                    found[node.name if isinstance(node, ast.ClassDef) else function.name] = names.index(given)
    return found


def _makers(node: ast.AST) -> list[Function]:
    if isinstance(node, ast.ClassDef):
        return [one for one in node.body if isinstance(one, ast.FunctionDef) and one.name == "__init__"]
    return [node] if isinstance(node, Function) and node.name != "__init__" else []


def _handed(call: ast.AST) -> list[str]:
    if not isinstance(call, ast.Call):
        return []
    return [given.id for given in _messages(call, {}) if isinstance(given, ast.Name)]
