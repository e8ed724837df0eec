"""How rules are read, what every change of one is checked for, and what the audit log is told of it."""

from collections.abc import Collection
from typing import TypeVar

import msgspec

from application.conversations.assignee import find_assignee
from application.ports.expressions import Templates
from application.ports.unit_of_work import Transaction
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import TagId, UserId
from domain.support.actions import (
    Action,
    AddTags,
    AssignDepartment,
    AssignUser,
    Notify,
    RemoveTags,
    SendTemplate,
    SendText,
    StartFlow,
)
from domain.support.conditions import Condition, HasTag, parts_of
from domain.support.rules import AutomationRule, wrong_in_rule

MAX_BYTES = 64 * 1024
_CONDITION: msgspec.json.Decoder[Condition] = msgspec.json.Decoder(Condition)
_ACTIONS: msgspec.json.Decoder[tuple[Action, ...]] = msgspec.json.Decoder(tuple[Action, ...])

T = TypeVar("T")


def read_conditions(text: bytes) -> Condition:
    """Read a tree. Raises InvalidError, whose detail says where and what."""
    return _read(_CONDITION, text, field="conditions")


def read_actions(text: bytes) -> tuple[Action, ...]:
    """Read what is to be done. Raises InvalidError."""
    return _read(_ACTIONS, text, field="actions")


def _read(decoder: msgspec.json.Decoder[T], text: bytes, *, field: str) -> T:
    if len(text) > MAX_BYTES or b"\\u0000" in text:
        raise _refused(
            ErrorDetail(field=field, message="at most {limit} bytes, without U+0000", values={"limit": MAX_BYTES})
        )
    try:
        return decoder.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        message = (
            str(error) if isinstance(error, msgspec.ValidationError) else "JSON as the guide on automation describes it"
        )
        raise _refused(ErrorDetail(field=field, message=message)) from error


async def require_rule(tx: Transaction, rule: AutomationRule, *, templates: Templates) -> None:
    """Raise InvalidError for what cannot be, for people, departments and tags not there, for flows not published."""
    wrong = wrong_in_rule(rule) or (*_no_templates(rule, templates), *await _missing(tx, rule))
    if wrong:
        raise _refused(*wrong)


def _no_templates(rule: AutomationRule, templates: Templates) -> tuple[ErrorDetail, ...]:
    texts = [(number, text) for number, action in enumerate(rule.actions) for text in _texts(action)]
    problems = [(number, templates.check(text)) for number, text in texts]
    return tuple(
        ErrorDetail(field=f"actions[{number}]", message="it is no template: {reason}", values={"reason": problem})
        for number, problem in problems
        if problem
    )


def _texts(action: Action) -> tuple[str, ...]:
    match action:
        case SendText(text=text):
            return (text,)
        case SendTemplate(parameters=parameters):
            return parameters
    return ()


async def _missing(tx: Transaction, rule: AutomationRule) -> tuple[ErrorDetail, ...]:
    """Name what refers to something that the company does not have."""
    named = [tag_id for part in parts_of(rule.conditions) if isinstance(part, HasTag) for tag_id in part.tag_ids]
    wrong = ["conditions"] if await _are_unknown_tags(tx, named) else []
    for number, action in enumerate(rule.actions):
        if await _is_unknown(tx, action):
            wrong.append(f"actions[{number}]")
    return tuple(ErrorDetail(field=field, message="it names what is none of this company's") for field in wrong)


async def _is_unknown(tx: Transaction, action: Action) -> bool:
    match action:
        case AssignUser(user_id=user_id):
            return await find_assignee(tx, str(user_id)) is None
        case AssignDepartment(department_id=department_id):
            return not await tx.departments.known([department_id])
        case AddTags(tag_ids=tag_ids) | RemoveTags(tag_ids=tag_ids):
            return await _are_unknown_tags(tx, tag_ids)
        case Notify(user_ids=user_ids):
            wanted: set[UserId] = set(user_ids)
            return bool(wanted - await tx.users.known(wanted))
        case StartFlow(flow_id=flow_id):
            return flow_id not in {flow.flow_id for flow in await tx.flows.published()}
    return False


async def _are_unknown_tags(tx: Transaction, tag_ids: Collection[TagId]) -> bool:
    wanted = set(tag_ids)
    return bool(wanted) and len(await tx.tags.known(wanted)) < len(wanted)


def _refused(*wrong: ErrorDetail) -> InvalidError:
    return InvalidError("The rule cannot be so.", details=wrong)


def told(rule: AutomationRule) -> dict[str, object]:
    """Say what it is, as the audit log keeps it."""
    return {
        "name": rule.name,
        "event": rule.event,
        "conditions": msgspec.to_builtins(rule.conditions),
        "actions": msgspec.to_builtins(rule.actions),
        "place": rule.place,
        "is_active": rule.is_active,
    }
