"""Tests as they are kept beside a flow: what was written, and what it means."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec
from msgspec.inspect import ListType, StructType, Type, UnionType, VarTupleType, type_info

from domain.flows.limits import MAX_NAME
from domain.flows.testing import FlowTest
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import FlowTestId

MAX_TESTS = 200
"""Tests of one flow: more than paths that anybody has in mind; they all run before it is published."""
MAX_TEST_BYTES = 64 * 1024
"""One test as JSON: two hundred steps with mocks; beyond it somebody keeps something else here."""
_TEST = type_info(FlowTest)


class SavedTest(msgspec.Struct, frozen=True, kw_only=True):
    """A test of a flow: its name, and the document as it was written."""

    id: FlowTestId
    name: str
    document: msgspec.Raw

    def test(self) -> FlowTest:
        """Read it."""
        return msgspec.json.decode(bytes(self.document), type=FlowTest)


def read_tests(documents: Sequence[msgspec.Raw], *, place: str = "tests") -> list[tuple[str, msgspec.Raw]]:
    """Check that each is a test and that no two share a name, and give the names with the documents.

    Raises InvalidError with every place that is wrong.
    """
    if len(documents) > MAX_TESTS:
        raise _refused([ErrorDetail(field=place, message="at most {limit}", values={"limit": MAX_TESTS})])
    names: list[str] = []
    wrong: list[ErrorDetail] = []
    for number, document in enumerate(documents):
        here = f"{place}[{number}]"
        name, problems = _read(bytes(document), here, number)
        if name in names:
            problems.append(ErrorDetail(field=f"{here}.name", message="'{name}' is used twice", values={"name": name}))
        names.append(name)
        wrong.extend(problems)
    if wrong:
        raise _refused(wrong)
    return list(zip(names, documents, strict=True))


def _read(document: bytes, place: str, number: int) -> tuple[str, list[ErrorDetail]]:
    if len(document) > MAX_TEST_BYTES:
        return str(number), [
            ErrorDetail(field=place, message="at most {limit} bytes", values={"limit": MAX_TEST_BYTES})
        ]
    try:
        test = msgspec.json.decode(document, type=FlowTest)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        return str(number), [ErrorDetail(field=place, message=str(error))]
    wrong = [
        ErrorDetail(field=f"{place}{path}", message="no such field")
        for path in _unknown(msgspec.json.decode(document), _TEST)
    ]
    name = test.name.strip() or f"#{number + 1}"
    if len(name) > MAX_NAME:
        wrong.append(
            ErrorDetail(field=f"{place}.name", message="at most {limit} characters", values={"limit": MAX_NAME})
        )
    return name, wrong


def _unknown(value: object, kind: Type) -> Iterator[str]:
    """Give the paths of fields that the engine would overlook: an expectation misspelt is met by everything."""
    match kind:
        case UnionType(types=kinds):
            for one in kinds:
                if isinstance(one, StructType | ListType | VarTupleType):
                    yield from _unknown(value, one)
        case StructType() if isinstance(value, Mapping):
            known = {field.encode_name: field.type for field in kind.fields}
            for key, inner in value.items():
                if key not in known:
                    yield f".{key}"
                else:
                    yield from (f".{key}{path}" for path in _unknown(inner, known[key]))
        case ListType(item_type=item) | VarTupleType(item_type=item) if isinstance(value, list):
            for number, inner in enumerate(value):
                yield from (f"[{number}]{path}" for path in _unknown(inner, item))
        case _:
            return


def _refused(wrong: list[ErrorDetail]) -> InvalidError:
    return InvalidError("The tests cannot be kept.", details=tuple(wrong[:50]))
