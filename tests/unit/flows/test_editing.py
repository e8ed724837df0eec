"""A draft is changed by its parts, compared with another, and copied."""

from datetime import UTC, datetime
from uuid import UUID

import msgspec
import pytest
from hypothesis import given, settings

from domain.flows.chatbot_variables import MAX_BYTES, chatbot_variables
from domain.flows.codec import decode_flow
from domain.flows.copying import copy_of, name_of_copy
from domain.flows.definition import Flow
from domain.flows.diff import FieldChange, diff
from domain.flows.document import FlowDocument
from domain.flows.edit_graph import changed_item, item_of, items_of, with_item, without_item
from domain.flows.errors import EdgeNotFoundError, FlowNotPublishedError, GraphIdTakenError, NodeNotFoundError
from domain.flows.limits import MAX_NAME
from domain.flows.saved_tests import MAX_TESTS, read_tests
from domain.shared.errors import InvalidError
from domain.shared.ids import ChatbotId, FlowId, FlowVersionId
from tests.unit.flows.random_flows import documents

AT = datetime(2026, 11, 23, tzinfo=UTC)
SOURCE = {
    "name": "Oi",
    "viewport": {"zoom": 1},
    "nodes": [
        {"id": "n1", "type": "start", "data": {}, "position": {"x": 0, "y": 0}},
        {"id": "n2", "type": "message", "data": {"text": "Olá!", "buttons": ["Sim", "Não"]}, "color": "blue"},
        {"id": "n3", "type": "end", "data": {}},
    ],
    "edges": [{"id": "e1", "source": "n1", "target": "n2"}, {"id": "e2", "source": "n2", "target": "n3"}],
}


def document(source: object = SOURCE) -> FlowDocument:
    return decode_flow(msgspec.json.encode(source))


class TestParts:
    def test_a_node_is_added_last_and_read_at_once(self) -> None:
        changed = with_item(document(), "nodes", {"id": "n4", "type": "handoff", "data": {"department": "vendas"}})

        assert [node.id for node in changed.nodes] == ["n1", "n2", "n3", "n4"]
        assert item_of(changed, "nodes", "n4")["type"] == "transfer"

    def test_a_field_is_replaced_another_removed_and_the_rest_stays(self) -> None:
        changes = {"data": {"text": "Oi!"}, "color": None}

        changed = changed_item(document(), "nodes", "n2", changes)

        assert item_of(changed, "nodes", "n2") == {"id": "n2", "type": "message", "data": {"text": "Oi!"}}
        assert changed.source["viewport"] == {"zoom": 1}

    def test_with_a_node_go_the_edges_that_touch_it(self) -> None:
        changed = without_item(document(), "nodes", "n2")

        assert [node.id for node in changed.nodes] == ["n1", "n3"]
        assert items_of(changed, "edges") == []

    def test_an_edge_goes_alone(self) -> None:
        changed = without_item(document(), "edges", "e1")

        assert [edge.id for edge in changed.edges] == ["e2"]
        assert len(changed.nodes) == 3

    def test_what_is_not_a_flow_any_more_is_refused(self) -> None:
        with pytest.raises(InvalidError) as refused:
            changed_item(document(), "nodes", "n2", {"type": "teleport"})

        assert refused.value.details[0].field == "nodes[1].type"

    def test_an_id_is_used_once_and_stays(self) -> None:
        with pytest.raises(GraphIdTakenError):
            with_item(document(), "nodes", {"id": "n1", "type": "end"})
        with pytest.raises(InvalidError):
            changed_item(document(), "edges", "e1", {"id": "e9"})

    def test_what_is_not_there_is_not_found(self) -> None:
        with pytest.raises(NodeNotFoundError):
            without_item(document(), "nodes", "n9")
        with pytest.raises(EdgeNotFoundError):
            changed_item(document(), "edges", "e9", {})


class TestDifference:
    @settings(max_examples=30, deadline=None)
    @given(documents())
    def test_nothing_differs_from_itself(self, source: object) -> None:
        try:
            found = document(source)
        except InvalidError:
            return

        assert diff(found, found).is_empty

    def test_is_told_by_node_edge_and_field(self) -> None:
        nodes = [*SOURCE["nodes"][:2], {"id": "n4", "type": "end", "data": {}}]  # type: ignore[index]  # a list, above
        nodes[1] = {**nodes[1], "data": {"text": "Oi!", "buttons": ["Sim"]}, "position": {"x": 5, "y": 5}}
        edges = [{"id": "e2", "source": "n2", "target": "n4"}, {"id": "e1", "source": "n1", "target": "n2"}]
        after = document({**SOURCE, "nodes": nodes, "edges": edges, "settings": {"join_seconds": 5}})

        found = diff(document(), after)

        assert [node["id"] for node in found.nodes.added] == ["n4"]
        assert [node["id"] for node in found.nodes.removed] == ["n3"]
        [changed] = found.nodes.changed
        assert (changed.id, changed.type) == ("n2", "message")
        assert changed.changes == (
            FieldChange(path="data.text", before="Olá!", after="Oi!"),
            FieldChange(path="data.buttons[1]", before="Não", after=None),
        )
        assert [edge.id for edge in found.edges.changed] == ["e2"]
        assert found.edges.reordered
        assert found.fields == (FieldChange(path="settings", before=None, after={"join_seconds": 5}),)

    def test_where_a_node_is_drawn_does_not_count(self) -> None:
        moved = changed_item(document(), "nodes", "n1", {"position": {"x": 99, "y": 99}})

        assert diff(document(), moved).is_empty

    def test_true_is_not_one(self) -> None:
        sides = [document({**SOURCE, "variables": {"x": value}}) for value in (True, 1)]

        assert diff(*sides).fields == (FieldChange(path="variables.x", before=True, after=1),)


class TestCopies:
    def test_jumps_lead_to_the_copies(self) -> None:
        own, other = FlowId(UUID(int=1)), FlowId(UUID(int=2))
        jumps = [
            {"id": f"j{number}", "type": "jump", "data": {"flow_id": str(target), "return": True}}
            for number, target in enumerate((own, other))
        ]
        flow = Flow(
            id=own,
            name="Oi",
            draft=msgspec.Raw(msgspec.json.encode({**SOURCE, "nodes": jumps})),
            created_at=AT,
            updated_at=AT,
            published_version_id=FlowVersionId(UUID(int=5)),
        )
        new = FlowId(UUID(int=3))

        copy = copy_of(flow, copy_id=new, name="Cópia", now=AT, chatbot_id=ChatbotId(UUID(int=4)), copies={own: new})

        written = msgspec.json.decode(bytes(copy.draft))
        assert [node["data"]["flow_id"] for node in written["nodes"]] == [str(new), str(other)]
        assert (copy.name, written["name"], copy.published_version_id) == ("Cópia", "Cópia", None)

    def test_a_long_name_has_room_for_what_it_is(self) -> None:
        assert len(name_of_copy("x" * MAX_NAME)) == MAX_NAME

    def test_only_what_runs_is_unpublished(self) -> None:
        flow = Flow(id=FlowId(UUID(int=1)), name="Oi", draft=msgspec.Raw(b"{}"), created_at=AT, updated_at=AT)

        with pytest.raises(FlowNotPublishedError):
            flow.unpublish(now=AT)


class TestSavedTests:
    def test_a_test_without_a_name_gets_its_number(self) -> None:
        raw = msgspec.Raw(b'{"steps": []}')

        assert [name for name, _ in read_tests([raw, raw])] == ["#1", "#2"]

    @pytest.mark.parametrize(
        ("test", "field"),
        [
            (b'{"stepz": []}', "tests[0].stepz"),
            (b'{"steps": [{"expect": {"txt": "oi"}}]}', "tests[0].steps[0].expect.txt"),
            (b'{"steps": "oi"}', "tests[0]"),
            (b'{"mocks": {"api": [{"stat": 1}]}}', "tests[0]"),
        ],
    )
    def test_what_would_be_overlooked_is_refused(self, test: bytes, field: str) -> None:
        with pytest.raises(InvalidError) as refused:
            read_tests([msgspec.Raw(test)])

        assert [detail.field for detail in refused.value.details] == [field]

    def test_two_of_a_name_and_too_many_are_refused(self) -> None:
        named = msgspec.Raw(b'{"name": "um"}')

        for tests in ([named, named], [named] * (MAX_TESTS + 1)):
            with pytest.raises(InvalidError):
                read_tests(tests)


def test_variables_of_a_chatbot_have_names_that_can_be_said_and_a_size() -> None:
    with pytest.raises(InvalidError) as refused:
        chatbot_variables({"nome do bot": 1, "texto": "x" * MAX_BYTES})

    assert {detail.field for detail in refused.value.details} == {"variables.nome do bot", "variables"}
    assert chatbot_variables({"cidade": "Recife", "lista": [1]}) == {"cidade": "Recife", "lista": [1]}
