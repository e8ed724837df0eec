"""Logic: what a Typebot decides and remembers."""

import re

from domain.flows.importing.typebot.comparisons import cases_of
from domain.flows.importing.typebot.making import Converter, Made, Way, Work
from domain.flows.importing.typebot.names import mentions
from domain.flows.importing.typebot.schema import Json, object_of, objects_of, text_of
from domain.flows.limits import MAX_WAIT

_HALF = 50
_SUM = re.compile(r"^[\d\s+\-*/().]+$")
_NUMBER = re.compile(r"(?<![\w.])(\d+)(?![\w.])")
_MENTION = re.compile(r"\{\{([^{}]*)\}\}")
_READY: dict[str, Json] = {
    "Empty": {"value": ""},
    "Now": {"expression": "string(now)"},
    "Today": {"template": '{{ now | date: "%Y-%m-%d" }}'},
    "Yesterday": {"expression": "string(now - duration('24h'))"},
    "Tomorrow": {"expression": "string(now + duration('24h'))"},
    "Contact name": {"template": "{{contact.name}}"},
    "Phone number": {"template": "{{contact.phone}}"},
    "User ID": {"template": "{{contact.id}}"},
    "Environment name": {"value": "whatsapp"},
}
"""What Typebot can set a variable to by a name, and how we say it."""


def decide(work: Work) -> Made | None:
    """Make a condition; what no item wants leaves by `else`."""
    cases: list[Json] = []
    ways: list[Way] = []
    for item in work.block.items:
        content = object_of(item, "content")
        made = cases_of(
            work,
            str(item.get("id")),
            objects_of(content, "comparisons"),
            is_or=text_of(content, "logicalOperator") == "OR",
        )
        cases += made
        ways += [Way(str(case["id"]), text_of(item, "outgoingEdgeId") or None) for case in made]
    if not cases:
        work.lost("empty_condition", "it compares nothing")
        return None
    return Made(type="condition", data={"cases": cases}, ways=tuple(ways), through=("else",))


def split(work: Work) -> Made:
    """Make a random choice of an A/B test."""
    share = work.block.told().get("aPercent")
    first = share if isinstance(share, int | float) and 0 <= share <= 100 else _HALF  # noqa: PLR2004 - per cent
    weights = [first, 100 - first]
    items = work.block.items[:2]
    branches: list[object] = [
        {"id": str(item.get("id")), "weight": weight} for item, weight in zip(items, weights, strict=False)
    ]
    ways = tuple(Way(str(item.get("id")), text_of(item, "outgoingEdgeId") or None) for item in items)
    return Made(type="random", data={"branches": branches}, ways=ways)


def remember(work: Work) -> Made | None:
    """Make an assignment; JavaScript is left, but for sums of variables."""
    options = work.block.told()
    name = work.names.of(options.get("variableId"))
    if name is None:
        work.lost("no_variable", "it sets no variable")
        return None
    kind = text_of(options, "type") or "Custom"
    given = _READY.get(kind)
    if kind == "Custom":
        given = _custom(work, text_of(options, "expressionToEvaluate"), is_code=options.get("isCode") is True)
    if given is None:
        work.lost("not_settable", "'{kind}' has no counterpart: set '{name}' otherwise", kind=kind, name=name)
        return None
    return Made(type="set_variable", data={"assignments": [{"name": name, **given}]})


def _custom(work: Work, text: str, *, is_code: bool) -> Json | None:
    plain = _MENTION.sub("1", text).strip()
    if plain and _SUM.match(plain) and any(sign in plain for sign in "+-*/") and mentions(text):
        return {"expression": _sum(work, text)}
    if is_code:
        return None
    return {"template": work.text(text)} if mentions(text) else {"value": text}


def _sum(work: Work, text: str) -> str:
    """Write a sum so that every number is one of the same kind, which CEL asks for."""
    numbers = _NUMBER.sub(r"\1.0", _MENTION.sub(lambda found: f"\x01{found[1].strip()}\x02", text).strip())
    work.changed("sum", "a sum of variables was made an expression: it needs numbers in all of them")
    return re.sub("\x01(.*?)\x02", lambda found: f"double(vars.{work.names.said(_whole(found[1]))})", numbers)


def _whole(name: str) -> str:
    """Take the fraction away that a number inside a variable's name was given."""
    return re.sub(r"(?<![\w.])(\d+)\.0(?![\w.])", r"\1", name)


def send_link(work: Work) -> Made | None:
    """Make a message of a redirection."""
    url = text_of(work.block.told(), "url")
    if not url:
        work.lost("no_file", "it has no address on the web")
        return None
    work.changed("redirect_is_a_link", "WhatsApp opens no pages by itself: the link is sent")
    return Made(type="message", data={"text": work.text(url)})


def wait(work: Work) -> Made | None:
    """Make a wait."""
    given = work.block.told().get("secondsToWaitFor")
    try:
        seconds = float(str(given))
    except ValueError:
        work.lost("wait_unknown", "how long it waits comes out of a variable")
        return None
    if not 0 < seconds <= MAX_WAIT.total_seconds():
        work.lost("wait_impossible", "it waits for no time, or for too long")
        return None
    return Made(type="wait", data={"for": "duration", "duration": f"{max(1, round(seconds))}s"})


def link(work: Work) -> Made:
    """Make a jump to another flow, which its author must choose."""
    work.changed("choose_flow", "the other Typebot is another file: import it and choose the flow in this node")
    return Made(type="jump", data={"flow_id": "", "return": True}, through=(None, "error"))


def refuse_script(work: Work) -> None:
    """Tell that no JavaScript runs here."""
    work.lost("script", "JavaScript does not run here: use conditions, expressions and API calls")


LOGIC: dict[str, Converter] = {
    "Condition": decide,
    "AB test": split,
    "Set variable": remember,
    "Redirect": send_link,
    "Wait": wait,
    "Typebot link": link,
    "Code": refuse_script,
}
