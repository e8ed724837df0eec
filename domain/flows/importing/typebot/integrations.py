"""Integrations: whom a Typebot asks."""

import re

import msgspec

from domain.flows.importing.typebot.making import Converter, Made, Work
from domain.flows.importing.typebot.schema import Json, object_of, objects_of, text_of
from domain.flows.limits import MAX_NESTING

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD")
_SECRET = re.compile(r"auth|token|key|secret|senha|password", re.IGNORECASE)
_INDEX = re.compile(r"\[(\d+)\]")


def call(work: Work) -> Made | None:
    """Make an API call; the value of a header that looks like a secret does not come along."""
    options = work.block.told()
    request = object_of(options, "webhook") or options
    url = text_of(request, "url")
    if not url:
        work.lost("no_address", "it calls nothing")
        return None
    method = text_of(request, "method").upper() or "POST"
    data: Json = {
        "method": method if method in _METHODS else "POST",
        "url": work.text(url),
        **_given("headers", _headers(work, objects_of(request, "headers"))),
        **_given("query", _pairs(work, objects_of(request, "queryParams"))),
        **_payload(work, request, options),
        **_given("mapping", _mapping(work, objects_of(options, "responseVariableMapping"))),
    }
    return Made(type="api_call", data=data, through=(None, "error"))


def _given(name: str, value: Json) -> Json:
    return {name: value} if value else {}


def _pairs(work: Work, pairs: list[Json]) -> Json:
    return {text_of(pair, "key"): work.text(text_of(pair, "value")) for pair in pairs if text_of(pair, "key")}


def _headers(work: Work, pairs: list[Json]) -> Json:
    headers = _pairs(work, pairs)
    for name in headers:
        if _SECRET.search(name):
            secret = re.sub(r"[^A-Za-z0-9_]", "_", name).upper()
            headers[name] = f"{{{{secrets.{secret}}}}}"
            work.changed(
                "secret",
                "keep the value of the header '{name}' as the secret {secret}: it was not imported",
                name=name,
                secret=secret,
            )
    return headers


def _payload(work: Work, request: Json, options: Json) -> Json:
    body = text_of(request, "body")
    if not body or options.get("isCustomBody") is False:
        if text_of(request, "method").upper() not in ("GET", "HEAD"):
            work.changed("no_body", "Typebot sends every variable where no body is written: write the body")
        return {}
    try:
        return {"json": _filled(work, msgspec.json.decode(body), MAX_NESTING)}
    except (msgspec.MsgspecError, RecursionError):
        return {"body": work.text(body)}


def _filled(work: Work, part: object, left: int) -> object:
    """Write every text inside a value as ours. Raises RecursionError for what lies deeper than a document may."""
    if left < 0:
        raise RecursionError
    match part:
        case str():
            return work.text(part)
        case list():
            return [_filled(work, item, left - 1) for item in part]
        case dict():
            return {name: _filled(work, item, left - 1) for name, item in part.items()}
        case _:
            return part


def _mapping(work: Work, mapped: list[Json]) -> Json:
    """Say where in the answer each variable's value lies: `data.items[0].id` is `body.items.0.id`."""
    found: Json = {}
    for one in mapped:
        name, path = work.names.of(one.get("variableId")), text_of(one, "bodyPath").strip()
        if name is None or not path:
            continue
        plain = _INDEX.sub(r".\1", path)
        found[name] = "status" if plain == "statusCode" else re.sub(r"^data(?=\.|$)", "body", plain)
        if not found[name] or str(found[name]).split(".")[0] not in ("body", "status", "headers"):
            work.changed(
                "mapping",
                "look where '{name}' lies in the answer: Typebot's path was '{path}'",
                name=name,
                path=path,
            )
    return found


def ask_model(work: Work) -> Made | None:
    """Make a question to a language model; the company's own settings say which."""
    options = work.block.told()
    task = text_of(options, "task") or text_of(options, "action")
    messages = objects_of(options, "messages")
    system = [text_of(one, "content") for one in messages if text_of(one, "role") == "system"]
    user = [text_of(one, "content") for one in messages if text_of(one, "role") == "user"]
    if task != "Create chat completion":
        work.lost("ai_task", "the task '{task}' has no counterpart", task=task or "–")
        return None
    work.changed("ai_model", "the model and its key are the company's: see the AI settings")
    saved = [
        name
        for one in objects_of(options, "responseMapping")
        if (text_of(one, "valueToExtract") or text_of(one, "item") or "Message content") == "Message content"
        and (name := work.names.of(one.get("variableId")))
    ]
    data: Json = {
        "prompt": work.text("\n".join(system)),
        **({"question": work.text(user[-1])} if user and user[-1] else {}),
        **({"save_as": saved[0]} if saved else {}),
        "send": not saved,
    }
    return Made(type="ai", data=data, through=(None, "error"))


def hand_over(work: Work) -> Made:
    """Make a transfer of what opened another company's chat."""
    work.changed("transfer", "the conversation goes to people here: choose the department")
    return Made(type="transfer", data={}, ends=True)


def refuse(work: Work) -> None:
    """Tell that there is no such service here."""
    work.lost("integration", "there is no such integration: an API call may do the same")


INTEGRATIONS: dict[str, Converter] = {
    "Webhook": call,
    "HTTP request": call,
    "OpenAI": ask_model,
    "openai": ask_model,
    "Chatwoot": hand_over,
    "zendesk": hand_over,
    **dict.fromkeys(
        ("Google Sheets", "Google Analytics", "Email", "Zapier", "Make.com", "Pabbly", "Pixel", "Zemantic AI"), refuse
    ),
}
