"""When a rule is meant, and what no rule may be."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.shared.ids import AutomationRuleId, TagId
from domain.support.actions import AddTags, Resolve, SendText, SetPriority, Snooze
from domain.support.conditions import (
    MAX_CONDITIONS,
    MAX_NESTING,
    All,
    AnyOf,
    AtLeast,
    Attribute,
    Condition,
    Field,
    HasTag,
    How,
    Is,
    Not,
    Number,
    OpenNow,
    Says,
    Situation,
    holds,
    parts_of,
    wrong_in_condition,
)
from domain.support.rules import MAX_ACTIONS, AutomationRule, RuleEvent, wrong_in_rule
from tests.contract.repositories.stored import NOW, new_id

TAG = TagId(new_id())
HERE = Situation(
    fields={Field.PRIORITY: "high", Field.STATUS: "waiting"},
    numbers={Number.LEAD_SCORE: 10},
    tag_ids=frozenset({TAG}),
    attributes={"plano": "Ouro"},
    said="Quero a 2ª via do BOLETO, por favor",
    is_open=False,
)


@pytest.mark.parametrize(
    ("condition", "is_so"),
    [
        (All(), True),
        (AnyOf(conditions=(OpenNow(), Is(field=Field.PRIORITY, any_of=("high", "urgent")))), True),
        (All(conditions=(OpenNow(), Is(field=Field.PRIORITY, any_of=("high",)))), False),
        (Not(condition=OpenNow(is_open=False)), False),
        (Is(field=Field.ASSIGNED_TO, any_of=("",)), True),
        (AtLeast(number=Number.LEAD_SCORE, value=10), True),
        (AtLeast(number=Number.WAITING_MINUTES, value=1), False),
        (HasTag(tag_ids=(TAG,)), True),
        (HasTag(tag_ids=(TagId(new_id()),)), False),
        (Attribute(name="plano", any_of=("ouro",)), True),
        (Says(words=("boleto",)), True),
        (Says(words=("via do boleto",)), True),
        (Says(words=("bole",)), False),
        (Says(words=("quero",), how=How.STARTS), True),
        (Says(words=("boleto",), how=How.EQUALS), False),
    ],
)
def test_a_condition_holds_or_not(condition: Condition, *, is_so: bool) -> None:
    assert holds(condition, HERE) is is_so


def test_of_an_event_without_a_message_nothing_is_said() -> None:
    assert not holds(Says(words=("boleto",)), msgspec.structs.replace(HERE, said=None))


def nested(depth: int) -> Condition:
    return OpenNow() if depth == 1 else Not(condition=nested(depth - 1))


@pytest.mark.parametrize(
    "condition",
    [
        nested(MAX_NESTING + 1),
        All(conditions=(OpenNow(),) * MAX_CONDITIONS),
        Is(field=Field.STATUS, any_of=()),
        Says(words=("x" * 201,)),
    ],
)
def test_a_tree_is_bounded(condition: Condition) -> None:
    assert {wrong.field for wrong in wrong_in_condition(condition)} == {"conditions"}


LEAVES = st.sampled_from(
    (OpenNow(), Says(words=("oi",)), HasTag(tag_ids=(TAG,)), AtLeast(number=Number.LEAD_SCORE, value=3))
)
TREES = st.recursive(
    LEAVES,
    lambda parts: st.one_of(
        st.lists(parts, max_size=4).map(lambda found: All(conditions=tuple(found))),
        st.lists(parts, max_size=4).map(lambda found: AnyOf(conditions=tuple(found))),
        parts.map(lambda found: Not(condition=found)),
    ),
    max_leaves=12,
)


@given(TREES)
def test_a_tree_is_read_as_it_is_written_and_its_opposite_is_not_so(condition: Condition) -> None:
    assert msgspec.json.decode(msgspec.json.encode(condition), type=Condition) == condition
    assert holds(Not(condition=condition), HERE) is not holds(condition, HERE)
    assert next(parts_of(condition)) == condition


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": ""}, "name"),
        ({"actions": ()}, "actions"),
        ({"actions": (Resolve(),) * (MAX_ACTIONS + 1)}, "actions"),
        ({"actions": (SetPriority(priority="very"),)}, "actions[0].priority"),
        ({"actions": (Resolve(), Snooze(minutes=0))}, "actions[1].minutes"),
        ({"actions": (AddTags(tag_ids=()),)}, "actions[0].tag_ids"),
        ({"actions": (SendText(text=" "),)}, "actions[0].text"),
        ({"conditions": nested(MAX_NESTING + 1)}, "conditions"),
    ],
)
def test_what_is_wrong_with_a_rule_is_named(changed: dict[str, object], field: str) -> None:
    rule = AutomationRule(
        id=AutomationRuleId(new_id()),
        name="Boletos",
        event=RuleEvent.MESSAGE_RECEIVED,
        created_at=NOW,
        actions=(Resolve(),),
    )
    for name, value in changed.items():
        setattr(rule, name, value)

    assert [wrong.field for wrong in wrong_in_rule(rule)] == [field]
