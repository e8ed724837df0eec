"""What contacts write is data: it is never run, never costs more than a bound, and never fails more than its node.

Two of the abuse tests of the platform: injection into expressions and texts, and patterns that explode.
"""

import time
from collections.abc import Callable

import msgspec
import pytest

from domain.flows.effects import CallApi, CallHeader, SecretRef, SendMessage
from domain.flows.engine import resume, start
from domain.flows.flow import FlowVersion
from domain.flows.session import Reply, Session, SessionStatus
from domain.flows.tools import Facts, Tools
from domain.flows.triggers import Keyword, Match, matches
from domain.shared.content import Text

MakeFlow = Callable[..., FlowVersion]
SECONDS = 2.5
"""Of processor time, a hundred times what each of them takes; what knows no bound takes minutes, or never ends."""
NAMES = [
    "{{7*7}}",
    "{{ 7 | times: 7 }}",
    "${7*7}#{7*7}<%= 7*7 %>",
    "{{contact.__class__.__mro__}}",
    "__import__('os').system('id')",
    "{% for i in (1..1000000) %}x{% endfor %}",
    "{{secrets.TOKEN}}",
    "{% raw %}{{vars.segredo}}{% endraw %}",
    "{{",
    "{%",
    "'; DROP TABLE contacts; --",
    '" || true || "',
    "\u202e{{vars.segredo}}\u2066",
]
EXPRESSIONS = [
    "contact.name.__class__",
    "__import__('os')",
    "os.system('id')",
    "vars.__class__.__mro__",
    "2 ** 1000000",
    "9223372036854775807 * 9223372036854775807",
    "1" + "0" * 900,
    "(" * 450 + "1" + ")" * 450,
    "[" * 450 + "1" + "]" * 450,
    "-" * 900 + "1 == x",
    "vars.many.exists(item, item == 1)",
    "vars.many.map(item, vars.many.map(other, other))",
    "vars.many.map(item, item).map(item, item).map(item, item).map(item, item).map(item, item)",
]
TEMPLATES = [
    "{% for i in (1..1000000) %}x{% endfor %}",
    "{% for i in vars.many %}{{ i }}{% endfor %}",
    "{% for i in (1..400) %}{% for j in (1..400) %}x{% endfor %}{% endfor %}",
    "{{ (1..100000000) | join: ',' }}",
    "{{ 10 | divided_by: 0 }}",
    "{% if true %}" * 400 + "{% endif %}" * 400,
    "{% assign a = 'aaaaaaaa' %}{% for i in (1..400) %}{% assign a = a | append: a %}{% endfor %}",
    "{% include '/etc/passwd' %}",
]
PATTERNS = [
    ("(a+)+$", "a" * 28 + "!"),
    ("(a|a)*b", "a" * 4_000),
    ("([a-zA-Z]+)*$", "a" * 4_000 + "1"),
    ("(.*a){20}", "a" * 4_000),
    ("^(([a-z])+.)+[A-Z]([a-z])+$", "a" * 4_000),
    ("(x+x+)+y", "x" * 1_000_000),
    ("(a?){60}a{60}", "a" * 60),
]


def cost(deed: Callable[[], object]) -> float:
    """Give the processor time of this process alone, whatever else the machine does meanwhile."""
    began = time.process_time()
    deed()
    return time.process_time() - began


def knowing(tools: Tools, name: str) -> Tools:
    return msgspec.structs.replace(tools, facts=Facts(contact={"name": name, "tags": []}))


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_said_as_it_is(name: str, make_flow: MakeFlow, new_session: Callable[..., Session], tools: Tools):
    """Wherever it stands: in a text, in a variable made of it, in a request; and it names no secret."""
    call = {
        "url": "https://example.com",
        "headers": {"X-Name": "{{contact.name}}", "Authorization": "Bearer {{secrets.TOKEN}}"},
        "json": {"name": "{{vars.copia}}"},
    }
    flow = make_flow(
        ("copia", "set_variable", {"assignments": {"copia": "{{contact.name}}"}}),
        ("diz", "message", {"text": "[{{contact.name}}|{{vars.copia}}]"}),
        ("caso", "condition", {"cases": [{"id": "a", "expression": "contact.name == vars.copia"}]}),
        ("pede", "api_call", call),
        edges="copia->diz; diz->caso; caso:a->pede",
        variables={"segredo": "não é para ser lido"},
    )

    sprint = start(flow, session=new_session(flow), at=new_session(flow).started_at, tools=knowing(tools, name))

    [said] = [effect.content for effect in sprint.effects if isinstance(effect, SendMessage)]
    [asked] = [effect for effect in sprint.effects if isinstance(effect, CallApi)]
    assert said == Text(body=f"[{name}|{name}]")
    assert asked.headers[:2] == (
        CallHeader(name="X-Name", value=(name,)),
        CallHeader(name="Authorization", value=("Bearer ", SecretRef("TOKEN"))),
    )
    assert msgspec.json.decode(asked.body or "") == {"name": name}


def flow_of(kind: str, text: str, make_flow: MakeFlow) -> FlowVersion:
    part = "template" if kind == "template" else "expression"
    node = ("n", "set_variable", {"assignments": [{"name": "y", part: text}]})
    return make_flow(node, ("fim", "end", {"outcome": "erro"}), ("bom", "end", {}), edges="n:error->fim; n->bom")


@pytest.mark.parametrize(
    ("kind", "text"), [*(("expression", one) for one in EXPRESSIONS), *(("template", one) for one in TEMPLATES)]
)
def test_what_is_too_much_fails_its_node_and_costs_little(
    kind: str, text: str, make_flow: MakeFlow, new_session: Callable[..., Session], tools: Tools
):
    flow = flow_of(kind, text, make_flow)
    many = msgspec.structs.replace(tools, facts=Facts(contact={"name": "Ana"}))
    session = new_session(flow, variables={"many": [0] * 20_000})

    def play() -> Session:
        return start(flow, session=session, at=session.started_at, tools=many).session

    ended = play()

    assert (ended.status, ended.outcome) == (SessionStatus.COMPLETED, "erro")
    assert cost(play) < SECONDS


@pytest.mark.parametrize("text", ["{{ 10 | times: 1e308 | times: 1e308 | floor }}", "{{ 1e-308 | divided_by: 1e308 }}"])
def test_a_number_however_large_costs_little(text: str, tools: Tools):
    assert cost(lambda: tools.templates.render(text, {})) < SECONDS
    assert cost(lambda: tools.expressions.evaluate("1e308 * 1e308 * 1e308 > 1.0", {})) < SECONDS


@pytest.mark.parametrize(("pattern", "text"), PATTERNS)
def test_a_pattern_takes_time_with_the_text_alone(
    pattern: str,
    text: str,
    make_flow: MakeFlow,
    new_session: Callable[..., Session],
    say: Callable[..., Reply],
    tools: Tools,
):
    """In a question, in a trigger and in an expression; what lies behind the longest message is not searched."""
    keyword = Keyword(keywords=(pattern,), match=Match.REGEX)
    flow = make_flow(("q", "question", {"text": "?", "kind": "regex", "pattern": pattern}))
    first = start(flow, session=new_session(flow), at=new_session(flow).started_at, tools=tools).session
    names = {"response": text[:4_096]}

    assert tools.regex.search(pattern, text).error is None
    assert cost(lambda: tools.regex.search(pattern, text)) < SECONDS
    assert cost(lambda: matches(keyword, text=text, referral_source=None, regex=tools.regex)) < SECONDS
    assert cost(lambda: tools.expressions.evaluate(f"response.matches('{pattern}')", names)) < SECONDS
    assert cost(lambda: resume(flow, session=first, stimulus=say(text), at=first.started_at, tools=tools)) < SECONDS
