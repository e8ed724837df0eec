"""From the name of a constraint to the error that its violation means: something like it exists, or is missing."""

import asyncpg

from domain.ai.errors import KnowledgeBaseTakenError, SameDocumentError
from domain.calls.errors import SecretTakenError
from domain.contacts.errors import (
    ContactExistsError,
    ContactFieldTakenError,
    SegmentTakenError,
    TagTakenError,
)
from domain.conversations.errors import ConversationOpenError
from domain.identity.errors import EmailTakenError, RoleTakenError
from domain.messages.errors import ShortcutTakenError
from domain.people.errors import DefaultDepartmentError, DepartmentTakenError, InvitationOpenError
from domain.shared.errors import ConflictError, ErrorDetail, InvalidError, PyTakeError, StaleVersionError, taken
from domain.support.errors import AutomationRuleTakenError, HolidayTakenError, SlaPolicyTakenError
from domain.tenants.errors import DomainTakenError, SlugTakenError
from domain.whatsapp.errors import NumberTakenError
from domain.whatsapp.templates.errors import TemplateTakenError


class FlowRunningError(ConflictError):
    """The conversation has a flow session that is not over; another transaction was faster."""

    code = "FLOW_RUNNING"


_MEANINGS: dict[str, tuple[type[PyTakeError], str]] = {
    "tenants_slug_key": (SlugTakenError, "Another tenant has this slug."),
    "tenants_domain_key": (DomainTakenError, "Another tenant has this domain."),
    "users_email_key": (EmailTakenError, "Another user has this e-mail."),
    "roles_code_key": (RoleTakenError, "Another role has this code."),
    "departments_name_key": (DepartmentTakenError, "Another department has this name."),
    "departments_default_key": (DefaultDepartmentError, "Another department became the default at this moment."),
    "holidays_day_key": (HolidayTakenError, "There is a holiday on this day already."),
    "sla_policies_name_key": (SlaPolicyTakenError, "Another policy has this name."),
    "knowledge_bases_name_key": (KnowledgeBaseTakenError, "Another knowledge base has this name."),
    "knowledge_documents_same_key": (SameDocumentError, "The base has this very file already."),
    "automation_rules_name_key": (AutomationRuleTakenError, "Another rule has this name."),
    "business_hours_department_key": (StaleVersionError, "The hours were set at this moment; read them again."),
    "invitations_open_key": (InvitationOpenError, "This e-mail was invited at this moment."),
    "webhook_routes_number_key": (NumberTakenError, "This number is configured already."),
    "whatsapp_configs_number_key": (NumberTakenError, "This number is configured already."),
    "contacts_phone_key": (ContactExistsError, "Another contact has this phone."),
    "tags_name_key": (TagTakenError, "Another tag has this name."),
    "contact_fields_key_key": (ContactFieldTakenError, "Another field has this key."),
    "segments_name_key": (SegmentTakenError, "Another segment has this name."),
    "contact_identities_value_key": (ContactExistsError, "Another contact is known by this name."),
    "conversations_open_key": (ConversationOpenError, "The contact has an open conversation on this number."),
    "canned_responses_shortcut_key": (ShortcutTakenError, "Another canned response has this shortcut."),
    "templates_name_key": (TemplateTakenError, "The number has a template of this name in this language."),
    "secrets_name_key": (SecretTakenError, "A secret of this name was made at this moment."),
    "flow_sessions_running_key": (FlowRunningError, "A flow is running in this conversation."),
}

_WRITTEN_IN = {
    "tenants_slug_key": "slug",
    "tenants_domain_key": "domain",
    "users_email_key": "email",
    "roles_code_key": "name",
    "departments_name_key": "name",
    "holidays_day_key": "day",
    "sla_policies_name_key": "name",
    "knowledge_bases_name_key": "name",
    "automation_rules_name_key": "name",
    "contacts_phone_key": "phone",
    "tags_name_key": "name",
    "contact_fields_key_key": "key",
    "segments_name_key": "name",
    "canned_responses_shortcut_key": "shortcut",
    "templates_name_key": "name",
}
"""The field in which somebody wrote what another has."""

_POINTS_AT_NOTHING = {
    "canned_responses_tenant_id_department_id_fkey": "department_id",
    "flows_tenant_id_chatbot_id_fkey": "chatbot_id",
    "tenants_plan_fkey": "plan",
    "whatsapp_configs_tenant_id_chatbot_id_fkey": "chatbot_id",
    "department_members_tenant_id_user_id_fkey": "user_ids",
    "department_members_tenant_id_department_id_fkey": "department_ids",
}
"""The field that named something which the tenant does not have."""


def translate(error: asyncpg.UniqueViolationError | asyncpg.ForeignKeyViolationError) -> PyTakeError:
    """Say what a violated constraint means; raise it `from error`."""
    name = error.constraint_name or ""
    if isinstance(error, asyncpg.ForeignKeyViolationError):
        wrong = ErrorDetail(field=_POINTS_AT_NOTHING.get(name, name), message="there is none with this id")
        return InvalidError("It refers to something that does not exist.", details=(wrong,))
    kind, message = _MEANINGS.get(name, (ConflictError, "There is one like this already."))
    return kind(message, details=taken(_WRITTEN_IN[name]) if name in _WRITTEN_IN else ())
