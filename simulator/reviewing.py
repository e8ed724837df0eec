"""What Meta's reviewers do with templates, and what is told of it."""

import msgspec
from msgspec import Struct

from simulator.errors import GraphError, TemplateRefusedError
from simulator.state.templates import Template
from simulator.webhooks.updates import Update
from simulator.wire import JsonObject
from simulator.world import World

_EDITABLE = frozenset({"APPROVED", "REJECTED", "PAUSED"})
_STATUS_OF = {"REINSTATED": "APPROVED", "UNARCHIVED": "APPROVED", "FLAGGED": None, "LOCKED": None}


class Review(Struct, frozen=True, kw_only=True):
    """What `POST /_sim/templates/review` asks for: an event of the webhook's, and why."""

    name: str
    language: str
    event: str
    reason: str = "NONE"
    waba_id: str | None = None


class _Edit(Struct, kw_only=True):
    components: list[JsonObject] | None = None
    category: str | None = None


def edit_template(world: World, template_id: str, body: bytes) -> None:
    """Change a template, which is then reviewed anew (Meta: only approved, rejected and paused ones)."""
    template = world.templates.by_id(template_id)
    if template is None or template.status not in _EDITABLE:
        raise TemplateRefusedError(2388025, "Message Template Can't Be Edited", "The template is being reviewed.")
    try:
        edit = msgspec.json.decode(body, type=_Edit)
    except msgspec.MsgspecError as error:
        raise GraphError(100, str(error)) from error
    if edit.category is not None and template.status == "APPROVED":
        raise TemplateRefusedError(2388040, "Category Can't Be Edited", "An approved template keeps its category.")
    template.components = edit.components if edit.components is not None else template.components
    template.category = edit.category or template.category  # type: ignore[assignment]  # one of Meta's words
    template.status = "PENDING"


def review(world: World, order: Review) -> Template:
    """Decide about a template, and tell the WABA's webhook."""
    waba_id = order.waba_id or world.settings.waba_id
    template = world.templates.find(waba_id, name=order.name, language=order.language)
    if template is None:
        raise GraphError(132001, f"template name ({order.name}) does not exist in {order.language}")
    template.status = _STATUS_OF.get(order.event, order.event) or template.status
    template.rejected_reason = order.reason
    value: JsonObject = {
        "event": order.event,
        "message_template_id": int(template.id),
        "message_template_name": template.name,
        "message_template_language": template.language,
        "reason": order.reason,
        "message_template_category": template.category,
    }
    number = next(one for one in world.book.numbers.values() if one.waba.waba_id == waba_id)
    world.post_office.post(Update(kind="message_template_status_update", waba=number.waba, number=number, other=value))
    return template
