"""What the actions of a node come to: few effects, and all of them or none."""

from domain.flows import actions, effects
from domain.flows.answers import read_email
from domain.flows.limits import MAX_ACTION_TEXT, MAX_LABEL
from domain.flows.session import Value
from domain.flows.text import cut, fold
from domain.flows.turn import NodeFailedError, Turn
from domain.flows.values import to_value

Deed = effects.ChangeContact | effects.ChangeConversation | effects.RecordConsent | effects.AddNote | effects.Notify
"""An effect without its id."""


def deeds_of(wanted: tuple[actions.Action, ...], turn: Turn) -> list[Deed]:
    """Render what is wanted, with the changes of contact and conversation put together.

    Each sees what those before it change. Raises NodeFailedError.
    """
    contact, conversation = effects.ChangeContact(id=""), effects.ChangeConversation(id="")
    others: list[Deed] = []
    for action in wanted:
        match _deed(action, turn):
            case effects.ChangeContact() as change:
                turn.know(change)
                contact = _with_contact(contact, change)
            case effects.ChangeConversation() as change:
                turn.know(change)
                conversation = _with_conversation(conversation, change)
            case other:
                others.append(other)
    together: list[Deed] = [contact] if contact != effects.ChangeContact(id="") else []
    together += [conversation] if conversation != effects.ChangeConversation(id="") else []
    return [*together, *others]


def _deed(action: actions.Action, turn: Turn) -> Deed:
    match action:
        case actions.GrantConsent() | actions.RevokeConsent():
            granted = isinstance(action, actions.GrantConsent)
            text = cut(turn.render(action.text).strip(), MAX_ACTION_TEXT)
            return effects.RecordConsent(id="", purpose=action.purpose, granted=granted, text=text)
        case actions.AddNote(text=text):
            return effects.AddNote(id="", text=_said(text, turn, limit=MAX_ACTION_TEXT))
        case actions.Notify():
            return effects.Notify(
                id="",
                text=_said(action.text, turn, limit=MAX_ACTION_TEXT),
                user=cut(turn.render(action.user).strip(), MAX_LABEL) or None,
                department=cut(turn.render(action.department).strip(), MAX_LABEL) or None,
            )
        case actions.StartCampaign():
            raise NodeFailedError("campaigns_missing", "there are no campaigns yet")
        case (
            actions.SetPriority()
            | actions.SetDepartment()
            | actions.AddConversationTag()
            | actions.RemoveConversationTag()
        ):
            return _conversation_change(action, turn)
        case _:
            return _contact_change(action, turn)


def _conversation_change(
    action: actions.SetPriority | actions.SetDepartment | actions.AddConversationTag | actions.RemoveConversationTag,
    turn: Turn,
) -> effects.ChangeConversation:
    match action:
        case actions.SetPriority(priority=priority):
            return effects.ChangeConversation(id="", priority=priority)
        case actions.SetDepartment(department=department):
            return effects.ChangeConversation(id="", department=_said(department, turn))
        case actions.AddConversationTag(tag=tag):
            return effects.ChangeConversation(id="", add_tags=(_said(tag, turn),))
        case actions.RemoveConversationTag(tag=tag):
            return effects.ChangeConversation(id="", remove_tags=(_said(tag, turn),))


def _contact_change(
    action: (
        actions.AddTag
        | actions.RemoveTag
        | actions.SetAttribute
        | actions.SetName
        | actions.SetEmail
        | actions.SetLifecycleStage
        | actions.ChangeLeadScore
        | actions.Block
    ),
    turn: Turn,
) -> effects.ChangeContact:
    match action:
        case actions.AddTag(tag=tag):
            return effects.ChangeContact(id="", add_tags=(_said(tag, turn),))
        case actions.RemoveTag(tag=tag):
            return effects.ChangeContact(id="", remove_tags=(_said(tag, turn),))
        case actions.SetAttribute():
            return effects.ChangeContact(id="", attributes={_said(action.name, turn): _value(action, turn)})
        case actions.SetName(name=name):
            return effects.ChangeContact(id="", name=" ".join(_said(name, turn).split()))
        case actions.SetEmail(email=email):
            return effects.ChangeContact(id="", email=_email(email, turn))
        case actions.SetLifecycleStage(stage=stage):
            return effects.ChangeContact(id="", lifecycle_stage=stage)
        case actions.ChangeLeadScore(points=points):
            return effects.ChangeContact(id="", lead_score=points)
        case actions.Block():
            return effects.ChangeContact(id="", block=True)


def _said(text: str, turn: Turn, *, limit: int = MAX_LABEL) -> str:
    """Render what must not be empty."""
    rendered = cut(turn.render(text).strip(), limit)
    if not rendered:
        raise NodeFailedError("empty_action", "a text is empty once it is rendered")
    return rendered


def _value(action: actions.SetAttribute, turn: Turn) -> Value:
    if action.expression:
        return to_value(turn.evaluate(action.expression))
    return turn.render(action.value) if isinstance(action.value, str) else to_value(action.value)


def _email(text: str, turn: Turn) -> str:
    email = read_email(turn.render(text))
    if email is None:
        raise NodeFailedError("bad_email", "this is no e-mail address")
    return email


def _with_contact(first: effects.ChangeContact, then: effects.ChangeContact) -> effects.ChangeContact:
    """Put two changes together; of what contradicts itself the later counts."""
    return effects.ChangeContact(
        id="",
        attributes={**first.attributes, **then.attributes},
        name=then.name or first.name,
        email=then.email or first.email,
        lifecycle_stage=then.lifecycle_stage or first.lifecycle_stage,
        lead_score=first.lead_score + then.lead_score,
        add_tags=_tags(first.add_tags, then.add_tags, unless=then.remove_tags),
        remove_tags=_tags(first.remove_tags, then.remove_tags, unless=then.add_tags),
        block=first.block or then.block,
    )


def _with_conversation(
    first: effects.ChangeConversation, then: effects.ChangeConversation
) -> effects.ChangeConversation:
    return effects.ChangeConversation(
        id="",
        priority=then.priority or first.priority,
        department=then.department or first.department,
        add_tags=_tags(first.add_tags, then.add_tags, unless=then.remove_tags),
        remove_tags=_tags(first.remove_tags, then.remove_tags, unless=then.add_tags),
    )


def _tags(before: tuple[str, ...], more: tuple[str, ...], *, unless: tuple[str, ...]) -> tuple[str, ...]:
    gone = {fold(name) for name in unless}
    kept = {fold(name): name for name in (*before, *more) if fold(name) not in gone}
    return tuple(kept.values())
