import importlib
import pkgutil
from collections.abc import Iterator

import pytest

import adapters
import application
import domain
import entrypoints.http
from domain.shared.errors import PyTakeError
from entrypoints.http.errors import STATUSES, status_of
from entrypoints.http.texts.catalogue import ENGLISH, MESSAGES, PORTUGUESE, language_of, message_of


def every_error(root: type[PyTakeError] = PyTakeError) -> Iterator[type[PyTakeError]]:
    for kind in root.__subclasses__():
        yield kind
        yield from every_error(kind)


@pytest.fixture(scope="module", autouse=True)
def _everything_is_imported() -> None:
    for package in (domain, application, adapters, entrypoints.http):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)


def test_every_error_has_its_message_in_both_languages() -> None:
    codes = {kind.code for kind in every_error()}

    assert codes <= MESSAGES.keys(), codes - MESSAGES.keys()
    for code in codes:
        assert message_of(code, language=PORTUGUESE) != message_of(code, language=ENGLISH)


def test_every_message_is_of_some_error() -> None:
    assert MESSAGES.keys() - {kind.code for kind in every_error()} == {"ERROR"}


def test_every_error_has_a_kind_and_so_a_status() -> None:
    kinds = {kind: [base for base in kind.__mro__ if base in STATUSES] for kind in every_error()}

    assert all(len(bases) == 1 for bases in kinds.values())
    assert all(status_of(kind) == STATUSES[base] for kind, [base] in kinds.items())


def test_codes_are_upper_snake_case_and_unique() -> None:
    errors = list(dict.fromkeys(every_error()))

    assert len({kind.code for kind in errors}) == len(errors)
    assert all(kind.code.replace("_", "").isalpha() and kind.code.isupper() for kind in errors)


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (None, PORTUGUESE),
        ("", PORTUGUESE),
        ("en", ENGLISH),
        ("en-US,en;q=0.9,pt;q=0.8", ENGLISH),
        ("pt-PT, en;q=0.9", PORTUGUESE),
        ("fr, en;q=0.1", ENGLISH),
        ("en;q=0", PORTUGUESE),
        ("en;q=x", PORTUGUESE),
        (";;;,,,q=", PORTUGUESE),
        ("en," * 1000, PORTUGUESE),
    ],
)
def test_the_language_is_the_one_that_the_caller_likes_best(header: str | None, language: str) -> None:
    assert language_of(header) == language
