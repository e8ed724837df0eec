"""Template sends against the stored template (Meta: 132000, 132001, 132012, 132015, 132016)."""

from simulator.errors import GraphError
from simulator.state.templates import Template, variables_in
from simulator.validation.fields import Fields

NAME_MAX = 512
VALUE_MAX = 1024
PARAMETERS_MAX = 100  # no template of Meta's size can hold more
COMPONENTS_MAX = 12  # header, body and ten buttons
_KINDS = frozenset({"header", "body", "footer", "button", "limited_time_offer", "carousel", "order_status"})
_SUB_TYPES = frozenset({"quick_reply", "url", "copy_code", "flow", "catalog", "mpm", "phone_number"})
_FORMAT_OF = {"IMAGE": "image", "VIDEO": "video", "DOCUMENT": "document", "LOCATION": "location"}
_REFUSED = {"PAUSED": 132015, "DISABLED": 132016}


def check_usable(template: Template | None, *, name: str, language: str) -> Template:
    """Return an approved template or refuse the send."""
    if template is not None and template.status in _REFUSED:
        raise GraphError(_REFUSED[template.status])
    if template is None or template.status != "APPROVED":
        raise GraphError(132001, f"template name ({name}) does not exist in {language}")
    return template


def check_components(template: Template, fields: Fields) -> None:
    """Compare the given components with what the template wants."""
    given = fields.children("components", least=0, most=COMPONENTS_MAX) if fields.has("components") else []
    parameters: dict[str, list[Fields]] = {}
    buttons: set[int] = set()
    for component in given:
        kind = component.choice("type", {*_KINDS, *(kind.upper() for kind in _KINDS)}).lower()
        found = component.children("parameters", least=0, most=PARAMETERS_MAX) if component.has("parameters") else []
        if kind == "button":
            component.choice("sub_type", {*_SUB_TYPES, *(name.upper() for name in _SUB_TYPES)})
            buttons.add(int(component.number("index", low=0, high=9)))
            continue
        parameters[kind] = found
    _check_header(template, parameters.get("header", []))
    _check_count("body", variables_in(template.text_of("BODY")), parameters.get("body", []), template)
    _check_buttons(template, buttons)


def _check_header(template: Template, given: list[Fields]) -> None:
    header = template.component("HEADER")
    kind = str(header.get("format", "TEXT")) if header else "TEXT"
    if kind == "TEXT":
        _check_count("header", variables_in(template.text_of("HEADER")), given, template)
        return
    received = str(given[0].values.get("type", "UNKNOWN")) if given else "UNKNOWN"
    if received.lower() != _FORMAT_OF.get(kind, kind.lower()):
        raise GraphError(132012, f"header: Format mismatch, expected {kind}, received {received.upper()}")


def _check_count(where: str, wanted: list[str], given: list[Fields], template: Template) -> None:
    if len(given) != len(wanted):
        raise GraphError(
            132000,
            f"{where}: number of localizable_params ({len(given)}) does not match the expected number of "
            f"params ({len(wanted)})",
        )
    for parameter in given:
        if parameter.values.get("type") == "text":
            parameter.text("text", most=VALUE_MAX)
    if template.parameter_format == "NAMED" and given:
        names = {str(parameter.values.get("parameter_name")) for parameter in given}
        if names != set(wanted):
            raise GraphError(132012, f"{where}: Parameter name is missing or wrong, expected {wanted}")


def _check_buttons(template: Template, given: set[int]) -> None:
    for index, button in enumerate(template.buttons()):
        needs = button.get("type") == "COPY_CODE" or bool(variables_in(str(button.get("url", ""))))
        if needs and index not in given:
            raise GraphError(131008, f"Button at index {index} of type {button.get('type')} requires a parameter")
    for index in given:
        if index >= len(template.buttons()):
            raise GraphError(132000, f"buttons: the template has no button at index {index}")
