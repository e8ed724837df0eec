"""What a rule does."""

from collections.abc import Iterator

import msgspec

from domain.shared.errors import ErrorDetail
from domain.shared.ids import DepartmentId, FlowId, TagId, UserId
from domain.support.sla import PRIORITIES

MAX_TEXT = 2_000
"""As long as what a company says by itself otherwise."""
MAX_RESOLUTION = 200
MAX_NOTIFIED = 50
MAX_TAGS = 20
MAX_SNOOZE_MINUTES = 60 * 24 * 365
MAX_PARAMETERS = 20
MAX_TEMPLATE_NAME = 512
"""Meta's own limit of a template's name."""


class _Action(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", forbid_unknown_fields=True):
    """Common base of all actions."""


class AssignUser(_Action, frozen=True, tag="assign_user"):
    """Give the conversation to a person."""

    user_id: UserId


class AssignDepartment(_Action, frozen=True, tag="assign_department"):
    """Let it wait for a person of a department."""

    department_id: DepartmentId


class AddTags(_Action, frozen=True, tag="add_tags"):
    """Stick tags on it."""

    tag_ids: tuple[TagId, ...]


class RemoveTags(_Action, frozen=True, tag="remove_tags"):
    """Take tags off."""

    tag_ids: tuple[TagId, ...]


class SetPriority(_Action, frozen=True, tag="set_priority"):
    """Say how much it presses."""

    priority: str


class Snooze(_Action, frozen=True, tag="snooze"):
    """Let it sleep for some minutes."""

    minutes: int


class Resolve(_Action, frozen=True, tag="resolve"):
    """End it."""

    resolution: str | None = None


class SendText(_Action, frozen=True, tag="send_text"):
    """Say something, in the window; a Liquid text with `contact`, `agent` and `company`."""

    text: str


class SendTemplate(_Action, frozen=True, tag="send_template"):
    """Send an approved template; the parameters of its body are Liquid texts with the same names."""

    name: str
    language: str
    parameters: tuple[str, ...] = ()


class Notify(_Action, frozen=True, tag="notify"):
    """Tell people of it; without any, whoever has it and its department."""

    user_ids: tuple[UserId, ...] = ()
    words: str = ""


class StartFlow(_Action, frozen=True, tag="start_flow"):
    """Begin a flow, unless a person has the conversation; what is over stays over, and the flow speaks beside it."""

    flow_id: FlowId


class AddNote(_Action, frozen=True, tag="note"):
    """Write a note for people."""

    text: str


Action = (
    AssignUser
    | AssignDepartment
    | AddTags
    | RemoveTags
    | SetPriority
    | Snooze
    | Resolve
    | SendText
    | SendTemplate
    | Notify
    | StartFlow
    | AddNote
)

FOR_OPEN = (AssignUser, AssignDepartment, SetPriority, Snooze, Resolve, SendText, SendTemplate)
"""What is not done with a conversation that is over, and is passed over there."""


def wrong_in_action(action: Action) -> Iterator[ErrorDetail]:
    """Name the fields that cannot be so."""
    match action:
        case AddTags(tag_ids=tag_ids) | RemoveTags(tag_ids=tag_ids):
            yield from _unless(1 <= len(tag_ids) <= MAX_TAGS, "tag_ids", "1 to {limit}", limit=MAX_TAGS)
        case SetPriority(priority=priority):
            yield from _unless(priority in PRIORITIES, "priority", "one of {choices}", choices=", ".join(PRIORITIES))
        case Snooze(minutes=minutes):
            yield from _unless(1 <= minutes <= MAX_SNOOZE_MINUTES, "minutes", "1 to {limit}", limit=MAX_SNOOZE_MINUTES)
        case Resolve(resolution=resolution):
            yield from _unless(
                len(resolution or "") <= MAX_RESOLUTION,
                "resolution",
                "at most {limit} characters",
                limit=MAX_RESOLUTION,
            )
        case SendText(text=text) | AddNote(text=text):
            yield from _unless(1 <= len(text.strip()) <= MAX_TEXT, "text", "1 to {limit} characters", limit=MAX_TEXT)
        case SendTemplate():
            is_named = 1 <= len(action.name) <= MAX_TEMPLATE_NAME and 1 <= len(action.language) <= MAX_TAGS
            yield from _unless(is_named, "name", "the name and the language of a template")
            is_short = (
                len(action.parameters) <= MAX_PARAMETERS and max(map(len, action.parameters), default=0) <= MAX_TEXT
            )
            yield from _unless(
                is_short,
                "parameters",
                "at most {parameters}, {text} characters each",
                parameters=MAX_PARAMETERS,
                text=MAX_TEXT,
            )
        case Notify():
            yield from _unless(len(action.user_ids) <= MAX_NOTIFIED, "user_ids", "at most {limit}", limit=MAX_NOTIFIED)
            yield from _unless(
                len(action.words) <= MAX_RESOLUTION, "words", "at most {limit} characters", limit=MAX_RESOLUTION
            )


def _unless(  # read as a word
    is_right: bool,  # noqa: FBT001
    field: str,
    message: str,
    **values: object,
) -> Iterator[ErrorDetail]:
    if not is_right:
        yield ErrorDetail(field=field, message=message, values=values)
