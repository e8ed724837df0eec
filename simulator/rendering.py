"""What the customer's phone shows of a message: templates are filled in."""

from simulator.state.templates import Template, fill
from simulator.validation.send_request import Outgoing
from simulator.wire import JsonObject


def content_for_phone(outgoing: Outgoing) -> JsonObject:
    """Return the payload, for a template with the text that the customer reads."""
    if outgoing.template is None:
        return outgoing.payload
    return {**outgoing.payload, "rendered": _rendered(outgoing.template, outgoing.payload)}


def header_parameters(payload: JsonObject) -> list[JsonObject]:
    """Return what a template's header is filled with."""
    return _parameters(payload, "header")


def _rendered(template: Template, payload: JsonObject) -> JsonObject:
    header = _parameters(payload, "header")
    values = _values(_parameters(payload, "body"))
    return {
        "header": fill(template.text_of("HEADER"), _values(header)),
        "header_media": next((item for item in header if item.get("type") != "text"), None),
        "body": fill(template.text_of("BODY"), values),
        "footer": template.text_of("FOOTER"),
        "buttons": [
            {"type": button.get("type"), "text": button.get("text"), "id": _payload_of(payload, index, button)}
            for index, button in enumerate(template.buttons())
        ],
    }


def _components(payload: JsonObject) -> list[JsonObject]:
    found = payload.get("components")
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _parameters(payload: JsonObject, kind: str) -> list[JsonObject]:
    for component in _components(payload):
        if str(component.get("type", "")).lower() == kind:
            return _inner(component)
    return []


def _inner(component: JsonObject) -> list[JsonObject]:
    found = component.get("parameters")
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _values(parameters: list[JsonObject]) -> dict[str, str]:
    values: dict[str, str] = {}
    for position, parameter in enumerate(parameters, start=1):
        name = str(parameter.get("parameter_name") or position)
        values[name] = str(parameter.get("text") or _fallback(parameter))
    return values


def _fallback(parameter: JsonObject) -> str:
    nested = parameter.get(str(parameter.get("type")))
    return str(nested.get("fallback_value", "")) if isinstance(nested, dict) else ""


def _payload_of(payload: JsonObject, index: int, button: JsonObject) -> str:
    for component in _components(payload):
        if str(component.get("type", "")).lower() == "button" and str(component.get("index")) == str(index):
            parameters = _inner(component)
            given = parameters[0].get("payload") if parameters else None
            return str(given or button.get("text", ""))
    return str(button.get("text", ""))
