"""The things that an `action` node does, as a document writes them."""

from typing import Annotated, Literal

import msgspec

from domain.flows.limits import MAX_TEXT

Stage = Literal["lead", "prospect", "customer", "churned"]
Purpose = Literal["marketing", "support", "billing"]
PriorityName = Literal["low", "medium", "high", "urgent"]
Points = Annotated[int, msgspec.Meta(ge=-1_000, le=1_000)]
"""As many as one rule of lead scores gives."""
Words = Annotated[str, msgspec.Meta(max_length=MAX_TEXT)]


class _Action(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """Common base of the actions. Every text may name variables."""

    @property
    def empty(self) -> str | None:
        """What is missing, in words."""
        return None


class _Tagging(_Action, frozen=True):
    """Something with a tag, by its name."""

    tag: Words = ""

    @property
    def empty(self) -> str | None:
        """The tag, if it is not named."""
        return None if self.tag.strip() else "a tag"


class AddTag(_Tagging, frozen=True, tag="add_tag"):
    """Stick a tag on the contact."""


class RemoveTag(_Tagging, frozen=True, tag="remove_tag"):
    """Take a tag off the contact."""


class AddConversationTag(_Tagging, frozen=True, tag="add_conversation_tag"):
    """Stick a tag on the conversation."""


class RemoveConversationTag(_Tagging, frozen=True, tag="remove_conversation_tag"):
    """Take a tag off the conversation."""


class SetAttribute(_Action, frozen=True, tag="set_attribute"):
    """Keep something of the contact: a value, a template, or what an expression gives."""

    name: Words = ""
    value: object = None
    expression: str | None = None

    @property
    def empty(self) -> str | None:
        """The name, if there is none."""
        return None if self.name.strip() else "a name"


class SetName(_Action, frozen=True, tag="set_name"):
    """Call the contact so."""

    name: Words = ""

    @property
    def empty(self) -> str | None:
        """The name, if there is none."""
        return None if self.name.strip() else "a name"


class SetEmail(_Action, frozen=True, tag="set_email"):
    """Keep the contact's address; what is none fails the node."""

    email: Words = ""

    @property
    def empty(self) -> str | None:
        """The address, if there is none."""
        return None if self.email.strip() else "an e-mail"


class SetLifecycleStage(_Action, frozen=True, tag="set_lifecycle_stage"):
    """Say how far the contact is."""

    stage: Stage


class ChangeLeadScore(_Action, frozen=True, tag="change_lead_score"):
    """Let the contact be worth so many points more, or less."""

    points: Points


class GrantConsent(_Action, frozen=True, tag="grant_consent"):
    """Write down that the contact agreed to a purpose; `text` is what they were shown or said."""

    purpose: Purpose = "marketing"
    text: Words = ""


class RevokeConsent(_Action, frozen=True, tag="revoke_consent"):
    """Write down that the contact took it back."""

    purpose: Purpose = "marketing"
    text: Words = ""


class SetPriority(_Action, frozen=True, tag="set_priority"):
    """Say how much the conversation presses."""

    priority: PriorityName


class SetDepartment(_Action, frozen=True, tag="set_department"):
    """Say which department's the conversation is, by name or id; the bot goes on answering."""

    department: Words = ""

    @property
    def empty(self) -> str | None:
        """The department, if none is named."""
        return None if self.department.strip() else "a department"


class AddNote(_Action, frozen=True, tag="add_note"):
    """Write a note for whoever serves the contact."""

    text: Words = ""

    @property
    def empty(self) -> str | None:
        """The text, if there is none."""
        return None if self.text.strip() else "a text"


class Notify(_Action, frozen=True, tag="notify"):
    """Tell a person (id or e-mail) or a department (name or id); else whoever looks after the conversation."""

    text: Words = ""
    user: Words = ""
    department: Words = ""

    @property
    def empty(self) -> str | None:
        """The text, if there is none."""
        return None if self.text.strip() else "a text"


class Block(_Action, frozen=True, tag="block"):
    """Hear the contact without an answer from now on."""


class StartCampaign(_Action, frozen=True, tag="start_campaign"):
    """Take the contact into a campaign. There are none yet: it fails the node with `campaigns_missing`."""

    campaign: Words = ""


Action = (
    AddTag
    | RemoveTag
    | AddConversationTag
    | RemoveConversationTag
    | SetAttribute
    | SetName
    | SetEmail
    | SetLifecycleStage
    | ChangeLeadScore
    | GrantConsent
    | RevokeConsent
    | SetPriority
    | SetDepartment
    | AddNote
    | Notify
    | Block
    | StartCampaign
)
