"""Each doubt and fault that the check finds beyond the shape of the graph, and where it says that it lies."""

from collections.abc import Callable
from uuid import UUID

import msgspec
import pytest

from domain.flows.flow import FlowVersion
from domain.flows.inspection import Finding, Named, World, inspect, name_key
from domain.flows.nodes.base import Problem
from domain.flows.tools import Tools
from domain.shared.ids import FlowId

MakeFlow = Callable[..., FlowVersion]
OTHER = FlowId(UUID(int=9))
PLACE = {"type": "location", "latitude": 91, "longitude": 0}
MEDIA = {"type": "image", "link": "https://example.com/a.png"}


@pytest.fixture
def check(make_flow: MakeFlow, tools: Tools) -> Callable[..., list[Finding]]:
    def look(*nodes: tuple[str, str, dict[str, object]], world: World | None = None, **more: object) -> list[Finding]:
        flow = make_flow(*nodes, **more)
        return list(inspect(flow.document, tools.language, world=world or World(has_window=False)))

    return look


def codes(found: list[Finding]) -> set[tuple[str | None, str]]:
    return {(finding.node, finding.code) for finding in found}


@pytest.mark.parametrize(
    ("kind", "data", "code"),
    [
        ("message", {"media": {"type": "image"}}, "media_source"),
        ("message", {"media": {**MEDIA, "provider_media_id": "1"}}, "media_source"),
        ("message", {"media": {"type": "image", "link": "http://example.com/a.png"}}, "media_link"),
        ("message", {"media": {**MEDIA, "caption": "x" * 1025}}, "text_too_long"),
        ("message", {"media": {"type": "audio", "link": "https://example.com/a.ogg"}, "text": "oi"}, "part_not_sent"),
        ("message", {"text": "oi", "template": {"name": "aviso"}}, "part_not_sent"),
        ("message", {"text": "?", "buttons": ["A"], "location": {**PLACE, "latitude": 1}}, "part_not_sent"),
        ("message", {"template": {"name": "Aviso!"}}, "template_name"),
        ("message", {"template": {"name": "aviso", "language": "português"}}, "template_language"),
        ("message", {"template": {"name": "aviso", "components": [{"type": "corpo"}]}}, "template_shape"),
        ("message", {"template": {"name": "aviso", "components": [{"type": "button"}]}}, "template_shape"),
        (
            "message",
            {"template": {"name": "a", "components": [{"type": "body", "parameters": [{"text": "a\nb"}]}]}},
            "template_parameter",
        ),
        ("message", {"location": PLACE}, "location_nowhere"),
        ("message", {"contacts": [{"phones": ["1"]}]}, "contact_without_name"),
        ("message", {"contacts": [{"formatted_name": "a"}] * 258}, "too_many_contacts"),
        ("message", {"text": "?", "buttons": [{"id": "x" * 257, "title": "A"}]}, "id_too_long"),
        ("message", {"text": "?", "list": [{"id": "x" * 201, "title": "A"}]}, "id_too_long"),
        (
            "message",
            {"text": "?", "buttons": [{"id": "1", "title": "A"}, {"id": "2", "title": "A"}]},
            "same_title_twice",
        ),
        ("message", {"text": "?", "buttons": ["A"], "retry_text": "x" * 1025}, "text_too_long"),
        ("message", {"text": "?", "list": {"sections": [{"rows": ["A"]}, {"rows": ["B"]}]}}, "section_without_title"),
        ("message", {"text": "?", "list": {"sections": [{"title": "x" * 25, "rows": ["A"]}]}}, "title_too_long"),
        ("api_call", {"url": "http://example.com"}, "plain_http"),
        ("api_call", {"url": "https://example.com?token=abcd1234"}, "secret_in_url"),
        ("api_call", {"url": "https://ana:senha@example.com"}, "secret_in_url"),
        ("api_call", {"url": "https://example.com", "query": {"api_key": "abcd1234"}}, "secret_in_url"),
        (
            "api_call",
            {"url": "https://example.com", "headers": {"Authorization": "Bearer abcdef12"}},
            "secret_in_header",
        ),
        ("api_call", {"url": "https://example.com", "headers": {"X-Id": "sk-abcdefghijklmnop"}}, "secret_in_header"),
        ("api_call", {"url": "https://example.com"}, "no_error_edge"),
        ("erp", {"operation": "plans"}, "no_error_edge"),
        ("ai", {"prompt": "Ajude {{ contact.name | default: 'o cliente' }}."}, "data_in_prompt"),
        ("question", {"text": "?", "timeout_minutes": 2880}, "timeout_never_comes"),
        ("question", {"text": "?", "save_as": "nome do cliente"}, "unnameable"),
        ("message", {"text": "{{ contact.nome }}"}, "undefined_name"),
        ("message", {"text": "{{ cpf }}"}, "undefined_name"),
        ("wait", {"until": "amanha"}, "undefined_name"),
        ("condition", {"cases": [{"id": "a", "variable": "cpf", "value": 1}]}, "undefined_name"),
        ("random", {"branches": [{"id": "a", "weight": 0}]}, "no_branches"),
        ("action", {"actions": []}, "no_actions"),
    ],
)
def test_it_is_found(kind: str, data: dict[str, object], code: str, check: Callable[..., list[Finding]]):
    assert ("n", code) in codes(check(("n", kind, data)))


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("message", {"text": "{{ contact.name }} {{ cpf | default: 'nenhum' }} {% if plano %}{{ plano }}{% endif %}"}),
        ("message", {"media": {**MEDIA, "caption": "oi"}}),
        ("message", {"template": {"name": "aviso", "components": [{"type": "body", "parameters": [{"text": "x"}]}]}}),
        ("condition", {"cases": [{"id": "a", "expression": "has(vars.cpf) && vars.cpf == '1'"}]}),
        ("condition", {"cases": [{"id": "a", "variable": "cpf", "operator": "is_set"}]}),
        ("ai", {"prompt": "Você atende por {{ flow.name }}.", "question": "{{ response }}"}),
        ("set_variable", {"assignments": [{"name": "a", "value": 1}, {"name": "b", "expression": "vars.a + 1"}]}),
        (
            "api_call",
            {"url": "https://example.com/{{contact.id}}?q=1", "headers": {"Authorization": "Bearer {{secrets.TOKEN}}"}},
        ),
    ],
)
def test_what_is_well_is_left_alone(kind: str, data: dict[str, object], check: Callable[..., list[Finding]]):
    found = codes(check(("n", kind, data), ("fim", "end", {}), edges="n->fim; n:error->fim"))

    assert found - {(None, "no_timeout")} == set()


@pytest.mark.parametrize(
    ("nodes", "edges", "code", "place", "position", "edge"),
    [
        ([("n", "message", {"text": "Olá {{ nome | nada }}"})], "", "bad_template", "data.text", 14, None),
        ([("n", "wait", {"until": "now + "})], "", "bad_expression", "data.until", 6, None),
        ([("n", "message", {"text": "a"}), ("m", "end", {})], "n:?1 + (->m", "bad_expression", "condition", 5, "e1"),
    ],
)
def test_a_mistake_has_its_place(
    nodes: list[tuple[str, str, dict[str, object]]],
    edges: str,
    code: str,
    place: str,
    position: int,
    edge: str | None,
    check: Callable[..., list[Finding]],
):
    [mistake] = [finding for finding in check(*nodes, edges=edges) if finding.code == code]

    assert (mistake.node, mistake.place, mistake.position, mistake.edge) == ("n", place, position, edge)
    assert mistake.params["reason"]


NAMING = {
    "department": ("transfer", {"department": "Suporte"}),
    "user": ("transfer", {"user": "ana@example.com"}),
    "knowledge_base": ("ai", {"prompt": "x", "knowledge_base": "Ajuda"}),
    "secret": ("api_call", {"url": "https://example.com", "headers": {"A": "{{secrets.Token}}"}}),
    "tag": ("action", {"actions": [{"type": "add_tag", "tag": "VIP"}]}),
}


@pytest.mark.parametrize("kind", NAMING)
def test_what_is_named_must_be_there(kind: str, check: Callable[..., list[Finding]]):
    word, data = NAMING[kind]
    written = {"department": "SUPORTE", "user": "Ana@example.com", "knowledge_base": "ajuda", "secret": "Token"}
    there = {Named(kind): frozenset({name_key(Named(kind), written.get(kind, "vip"))})}
    nowhere = World(names={Named(kind): frozenset()}, has_window=False)

    assert ("n", f"{kind}_missing") in codes(check(("n", word, data), world=nowhere))
    assert ("n", f"{kind}_missing") not in codes(check(("n", word, data), world=World(names=there)))
    assert ("n", f"{kind}_missing") not in codes(check(("n", word, data)))


def test_what_a_text_makes_up_is_not_looked_up(check: Callable[..., list[Finding]]):
    world = World(names={Named.DEPARTMENT: frozenset()}, has_window=False)

    assert (
        codes(check(("n", "transfer", {"department": "{{vars.onde}}"}), variables={"onde": ""}, world=world)) == set()
    )


def test_a_template_that_cannot_be_sent_is_told_of(check: Callable[..., list[Finding]]):
    world = World(templates={"n": (Problem("template_missing", "there is none"),)}, has_window=False)

    found = check(("n", "message", {"template": {"name": "aviso"}}), ("fim", "end", {}), edges="n->fim", world=world)

    assert codes(found) == {("n", "template_missing")}


@pytest.mark.parametrize(
    ("edges", "found"),
    [
        ("q->w; w->m; m->fim; q:timeout->fim", set()),
        ("q->w; w->m; m->fim; q:timeout->m", {("m", "read_before_written")}),
        ("q->w; w->m; m->fim; q:invalid->m; q:timeout->fim", {("m", "read_before_written")}),
        (
            "q->w; w->m; w:?vars.cpf == '1'->fim; m->fim; q:timeout->w",
            {("m", "read_before_written"), ("w", "read_before_written")},
        ),
        ("q->m; m->w; w->m; w:?true->fim; q:timeout->fim", set()),
    ],
)
def test_variables_are_followed_along_every_way(
    edges: str, found: set[tuple[str, str]], check: Callable[..., list[Finding]]
):
    nodes = (
        ("q", "question", {"text": "?", "save_as": "cpf", "timeout_minutes": 5}),
        ("w", "wait", {"for": "1h"}),
        ("m", "message", {"text": "{{ vars.cpf }}"}),
        ("fim", "end", {}),
    )

    assert codes(check(*nodes, edges=edges)) & {("m", "read_before_written"), ("w", "read_before_written")} == found
    assert codes(check(*nodes, edges=edges, variables={"cpf": ""})) & found == set()


def test_an_answer_is_there_after_its_call_only(check: Callable[..., list[Finding]]):
    nodes = (
        ("a", "api_call", {"url": "https://example.com", "mapping": {"total": "body.total"}}),
        ("m", "message", {"text": "{{ vars.total }} {{ last.status }}"}),
    )

    assert ("m", "read_before_written") not in codes(check(*nodes, edges="a:success->m"))
    assert ("m", "read_before_written") in codes(check(*nodes, edges="a:success->m; a:error->m"))
    why = ("m", "message", {"text": "{{ last.error.code }}"})
    assert ("m", "read_before_written") not in codes(check(nodes[0], why, edges="a:success->m; a:error->m"))
    assert ("m", "read_before_written") in codes(check(why, nodes[0], edges="m->a"))


def test_flows_give_each_other_what_they_need(make_flow: MakeFlow, check: Callable[..., list[Finding]]):
    inner = make_flow(
        ("m", "message", {"text": "{{ vars.cpf }}"}), ("s", "set_variable", {"assignments": {"nota": 1}}), edges="m->s"
    )
    world = World(flows={OTHER: inner.document}, has_window=False)
    jump = {"flow_id": str(OTHER), "outputs": {"nota_final": "nota"}}

    def told(**more: object) -> set[tuple[str | None, str]]:
        nodes = (("j", "jump", {**jump, **more}), ("m", "message", {"text": "{{ nota_final }}"}))
        return codes(check(*nodes, edges="j->m", world=world)) - {("m", "dead_end")}

    assert told(variables={"cpf": "1"}) == set()
    assert told() == {("j", "input_missing")}
    assert told(variables={"cpf": "1"}, outputs={"nota_final": "outra"}) == {("j", "output_missing")}


def test_chatbots_give_their_flows_variables(check: Callable[..., list[Finding]]):
    world = World(variables=frozenset({"empresa"}), has_window=False)

    found = check(("m", "message", {"text": "{{ empresa }}"}), ("fim", "end", {}), edges="m->fim", world=world)

    assert codes(found) == set()


def test_a_company_whose_numbers_never_close_is_not_warned(check: Callable[..., list[Finding]]):
    nodes = (("w", "wait", {"for": "2d"}), ("m", "message", {"text": "oi"}), ("fim", "end", {}))

    assert ("m", "window_closed") in codes(check(*nodes, edges="w->m; m->fim", world=World()))
    assert codes(check(*nodes, edges="w->m; m->fim")) == set()


def test_a_finding_says_what_it_is_about_in_words_and_in_values(check: Callable[..., list[Finding]]):
    [finding] = check(("n", "end", {"message": "{{ cpf }}"}))

    assert msgspec.to_builtins(finding) == {
        "code": "undefined_name",
        "message": "nothing is called 'cpf'",
        "node": "n",
        "severity": "warning",
        "place": "data.message",
        "position": None,
        "edge": None,
        "params": {"name": "cpf"},
    }
