"""Which message starts which flow."""

from uuid import UUID

import pytest

from domain.flows.tools import Tools
from domain.flows.triggers import (
    Candidate,
    EventHappened,
    Keyword,
    Manual,
    Match,
    MessageReceived,
    Referral,
    Trigger,
    choose_flow,
    matches,
)
from domain.shared.ids import FlowId, FlowVersionId


def candidate(number: int, trigger: Trigger, **fields: object) -> Candidate:
    return Candidate(
        flow_id=FlowId(UUID(int=number)), version_id=FlowVersionId(UUID(int=number)), trigger=trigger, **fields
    )


@pytest.mark.parametrize(
    ("trigger", "text", "expected"),
    [
        (Keyword(keywords=("olá",)), "  OLA ", True),
        (Keyword(keywords=("segunda via",)), "Segunda   Via", True),
        (Keyword(keywords=("oi",)), "oi tudo bem", False),
        (Keyword(keywords=("oi",), match=Match.STARTS_WITH), "Oi, tudo bem?", True),
        (Keyword(keywords=("boleto",), match=Match.CONTAINS), "quero meu BOLETO hoje", True),
        (Keyword(keywords=("^(2|segunda).?via",), match=Match.REGEX), "2ª via", False),
        (Keyword(keywords=("^(2|segunda).{0,3}via",), match=Match.REGEX), "2ª VIA", True),
        (Keyword(keywords=("(",), match=Match.REGEX), "(", False),
        (Keyword(keywords=("", "  "), match=Match.CONTAINS), "qualquer", False),
        (MessageReceived(), "qualquer", True),
        (Manual(), "qualquer", False),
        (EventHappened(event="x"), "x", False),
        (Referral(), "oi", False),
    ],
)
def test_a_text_matches(trigger: Trigger, text: str, expected: bool, tools: Tools):  # noqa: FBT001
    assert matches(trigger, text=text, referral_source=None, regex=tools.regex) is expected


@pytest.mark.parametrize(("source_id", "expected"), [(None, True), ("ad-1", True), ("ad-2", False)])
def test_an_advertisement_matches(source_id: str | None, expected: bool, tools: Tools):  # noqa: FBT001
    trigger = Referral(source_id=source_id)

    assert matches(trigger, text="", referral_source="ad-1", regex=tools.regex) is expected


CANDIDATES = (
    candidate(1, MessageReceived(), in_chatbot=False),
    candidate(2, MessageReceived(), is_main=True),
    candidate(3, Referral(source_id="ad-1")),
    candidate(4, Keyword(keywords=("oi",)), priority=1),
    candidate(5, Keyword(keywords=("oi",)), priority=2),
    candidate(6, Keyword(keywords=("oi",)), priority=9, in_chatbot=False),
)


@pytest.mark.parametrize(
    ("text", "referral_source", "without", "expected"),
    [
        ("oi", "ad-1", set(), 5),
        ("opa", "ad-1", set(), 3),
        ("opa", None, set(), 2),
        ("opa", None, {2}, 1),
        ("opa", None, {1, 2}, None),
    ],
)
def test_the_first_of_the_order_is_chosen(
    text: str, referral_source: str | None, without: set[int], expected: int | None, tools: Tools
):
    candidates = [each for each in CANDIDATES if each.flow_id.int not in without]

    chosen = choose_flow(candidates, text=text, referral_source=referral_source, regex=tools.regex)

    assert (chosen.flow_id.int if chosen else None) == expected
