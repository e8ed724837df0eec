"""Any value of a msgspec struct, for property tests."""

import types
import typing
from decimal import Decimal
from uuid import UUID

import msgspec
from hypothesis import strategies as st

_texts = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=12)
json_values: st.SearchStrategy[object] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | _texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_texts, inner, max_size=3),
    max_leaves=5,
)

_PLAIN: dict[object, st.SearchStrategy[object]] = {
    str: _texts,
    int: st.integers(-(2**53), 2**53),
    float: st.floats(-180, 180),
    bool: st.booleans(),
    type(None): st.none(),
    msgspec.UnsetType: st.just(msgspec.UNSET),
    UUID: st.uuids(),
    Decimal: st.decimals(-10_000, 10_000, places=2),
    msgspec.Raw: st.dictionaries(_texts, json_values, max_size=3).map(
        lambda value: msgspec.Raw(msgspec.json.encode(value))
    ),
}


def any_of(kind: object) -> st.SearchStrategy[object]:
    """Give values of a struct, of a union of them, or of one of their fields."""
    kind = getattr(kind, "__supertype__", kind)
    if kind in _PLAIN:
        return _PLAIN[kind]
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        return st.one_of([any_of(part) for part in typing.get_args(kind)])
    if typing.get_origin(kind) is tuple:
        return st.lists(any_of(typing.get_args(kind)[0]), max_size=3).map(tuple)
    assert isinstance(kind, type)
    return st.builds(kind, **{field.name: any_of(field.type) for field in msgspec.structs.fields(kind)})


def as_json(value: object) -> object:
    """Give what two values that say the same in JSON share, however it is spaced and ordered."""
    return msgspec.json.decode(msgspec.json.encode(value))
