"""How another company's ids go into each route: a case by operation; a route without one fails the walk by its name.

`their:<kind>` stands for what belongs to the other company, `our:<kind>` for the same thing of the caller's own.
"""

from collections.abc import Mapping

import msgspec

from tests.http.calls import FLOW, config

Json = object


class Attempt(msgspec.Struct, frozen=True, kw_only=True):
    """One request, and the statuses that are right for it."""

    path: Mapping[str, str] = {}
    query: Mapping[str, str] = {}
    body: Json = None
    wants: frozenset[int]
    field: str | None = None
    """What a 422 must name."""
    is_list: bool = False
    """The answer is a list, and has nothing in it."""


def missing(body: Json = None, **path: str) -> Attempt:
    """Their id in the path: there is no such thing."""
    return Attempt(path={name: f"their:{kind}" for name, kind in path.items()}, body=body, wants=frozenset({404}))


def nothing(*, path: Mapping[str, str] | None = None, **query: str) -> Attempt:
    """Their id as a filter: a list with nothing in it."""
    return Attempt(path=path or {}, query=query, wants=frozenset({200}), is_list=True)


def wrong(field: str, body: Json, **path: str) -> Attempt:
    """Their id in the body of a request about our own: it is named, or not found."""
    own = {name: f"our:{kind}" for name, kind in path.items()}
    return Attempt(path=own, body=body, wants=frozenset({404, 422}), field=field)


def harmless(body: Json = None, *, answers: tuple[int, ...] = (200, 201, 202, 204, 404), **path: str) -> Attempt:
    """Nothing of theirs can be named here, or naming it means nothing."""
    return Attempt(path=path, body=body, wants=frozenset(answers))


def shut(body: Json = None, **path: str) -> Attempt:
    """Not for a company's people at all."""
    return Attempt(path={name: f"their:{kind}" for name, kind in path.items()}, body=body, wants=frozenset({403}))


REFUSED = (400, 401, 403, 404, 409, 422)
_JUMP = {
    "name": "Salto",
    "trigger": "keyword",
    "trigger_value": "oi",
    "nodes": [
        {"id": "n1", "type": "start", "data": {}},
        {"id": "n2", "type": "jump", "data": {"flow_id": "their:flow"}},
    ],
    "edges": [{"id": "e1", "source": "n1", "target": "n2"}],
}
_TEXT = {"content": {"type": "text", "body": "oi"}}
_PERSON = {"email": "novo@walk.example", "name": "Novo", "role": "agent"}

CASES: dict[str, tuple[Attempt, ...]] = {
    # Auth and account
    "LogIn": (harmless({"email": "their:user", "password": "their:mark"}, answers=REFUSED),),
    "VerifySecondFactor": (harmless({"challenge": "their:session", "code": "000000"}, answers=REFUSED),),
    "RefreshSession": (harmless({"refresh_token": "their:session"}, answers=REFUSED),),
    "LogOut": (harmless(),),
    "ListSessions": (harmless(),),
    "EndSession": (missing(session_id="session"),),
    "SetUpTwoFactor": (harmless(),),
    "EnableTwoFactor": (harmless({"code": "000000"}, answers=REFUSED),),
    "DisableTwoFactor": (harmless({"password": "their:mark", "code": "000000"}, answers=REFUSED),),
    "RenewRecoveryCodes": (harmless({"code": "000000"}, answers=REFUSED),),
    "RegisterCompany": (
        harmless({"company_name": "", "name": "", "email": "their:user", "password": "short"}, answers=REFUSED),
    ),
    "VerifyEmail": (harmless({"token": "their:user"}, answers=REFUSED),),
    "ResendVerification": (harmless(),),
    "ForgotPassword": (harmless({"email": "their:user"}, answers=(202, 422)),),
    "ResetPassword": (harmless({"token": "their:user", "password": "a long enough one 4711"}, answers=REFUSED),),
    "ChangePassword": (
        harmless({"old_password": "their:mark", "new_password": "a long enough one 4711"}, answers=REFUSED),
    ),
    "AcceptInvitation": (
        harmless({"token": "their:invitation", "name": "Eu", "password": "a long enough one 4711"}, answers=REFUSED),
    ),
    "GetMe": (harmless(),),
    "UpdateMe": (harmless({"name": "Eu"}),),
    "GetSigningKeys": (harmless(),),
    "IssueTicket": (harmless(),),
    # People
    "ListUsers": (harmless(), nothing(department="their:department"), nothing(role="their:role_code", q="their:mark")),
    "AddUser": (
        wrong("department_ids", {**_PERSON, "department_ids": ["their:department"]}),
        wrong("role", {**_PERSON, "role": "their:role"}),
        # An e-mail is one person's on the whole platform, so that it is taken cannot be hidden; nothing else is told.
        harmless({**_PERSON, "email": "their:email"}, answers=(409,)),
    ),
    "GetUser": (missing(user_id="user"),),
    "UpdateUser": (
        missing({"name": "Nosso"}, user_id="user"),
        wrong("department_ids", {"department_ids": ["our:department", "their:department"]}, user_id="user"),
        wrong("role", {"role": "their:role"}, user_id="user"),
    ),
    "DeleteUser": (missing(user_id="user"), missing(user_id="admin")),
    "ActivateUser": (missing(user_id="user"),),
    "DeactivateUser": (missing(user_id="user"),),
    "GetAvatar": (missing(user_id="admin"),),
    "GetUserStats": (missing(user_id="user"),),
    "ListAgents": (harmless(), nothing(department="their:department")),
    "SetStatus": (harmless({"status": "busy"}),),
    "ListInvitations": (harmless(),),
    "InviteUser": (
        wrong("department_ids", {**_PERSON, "department_ids": ["their:department"]}),
        wrong("role", {**_PERSON, "role": "their:role"}),
    ),
    "GetInvitation": (missing(invitation_id="invitation"),),
    "RevokeInvitation": (missing(invitation_id="invitation"),),
    "ListDepartments": (harmless(),),
    "AddDepartment": (harmless({"name": "Nova"}, answers=(201, 409)),),
    "GetDepartment": (missing(department_id="department"),),
    "UpdateDepartment": (
        missing({"name": "Nossa"}, department_id="department"),
        missing({"is_default": True}, department_id="department"),
    ),
    "DeleteDepartment": (missing(department_id="department"),),
    "SetMembers": (
        missing({"user_ids": ["our:user"]}, department_id="department"),
        missing({"user_ids": ["their:user"]}, department_id="department"),
        wrong("user_ids", {"user_ids": ["our:user", "their:user"]}, department_id="department"),
    ),
    "ListRoles": (harmless(),),
    "AddRole": (harmless({"name": "Nova", "permissions": []}, answers=(201, 409)),),
    "UpdateRole": (missing({"name": "Nosso"}, role_id="role"),),
    "DeleteRole": (missing(role_id="role"),),
    "ListApiKeys": (harmless(),),
    "CreateApiKey": (harmless({"name": "Nova", "scopes": []}, answers=(201, 403, 422)),),
    "RotateApiKey": (missing(api_key_id="api_key"),),
    "RevokeApiKey": (missing(api_key_id="api_key"),),
    # The company
    "ListPlans": (harmless(),),
    "GetTenant": (harmless(),),
    "UpdateSettings": (harmless({"currency": "BRL"}),),
    "GetUsage": (harmless(),),
    "ListTenants": (shut(),),
    "CreateTenant": (shut({"name": "Nova", "slug": "nova"}),),
    "GetTenantAsOperator": (shut(tenant_id="tenant"),),
    "UpdateTenant": (shut({"name": "Nossa"}, tenant_id="tenant"),),
    "DeleteTenant": (shut(tenant_id="tenant"),),
    "ChangePlan": (shut({"plan": "starter"}, tenant_id="tenant"),),
    "SuspendTenant": (shut({"reason": "x"}, tenant_id="tenant"),),
    "ActivateTenant": (shut(tenant_id="tenant"),),
    "GetUsageAsOperator": (shut(tenant_id="tenant"),),
    # The past
    "ListAudit": (
        harmless(),
        nothing(user_id="their:admin"),
        nothing(api_key_id="their:api_key"),
        nothing(subject_id="their:department", subject_type="department"),
    ),
    "VerifyAudit": (harmless(),),
    "ExportAudit": (
        harmless({"since": "2026-01-01T00:00:00Z", "until": "2026-12-31T00:00:00Z", "format": "jsonl"}),
        harmless({"since": "2026-01-01T00:00:00Z", "until": "2026-12-31T00:00:00Z", "format": "csv"}),
    ),
    # WhatsApp
    "ListConfigs": (harmless(),),
    "AddConfig": (
        wrong("chatbot_id", {**config(phone_number_id="700000000000001"), "chatbot_id": "their:chatbot"}),
        # A number is one company's on the whole platform, like an e-mail.
        harmless(config(phone_number_id="their:phone_number_id"), answers=(409,)),
    ),
    "GetConfig": (missing(config_id="config"),),
    "ProveConfig": (missing(config_id="config"),),
    "VerifyWebhook": (harmless(answers=REFUSED),),
    "ReceiveWebhook": (harmless({"entry": [{"id": "their:config"}]}, answers=REFUSED),),
    "VerifyConfigWebhook": (harmless(answers=REFUSED, config_id="their:config"),),
    "ReceiveConfigWebhook": (harmless({"entry": []}, answers=REFUSED, config_id="their:config"),),
    # Bots
    "ListFlows": (harmless(), nothing(chatbot_id="their:chatbot")),
    "CreateFlow": (
        wrong("chatbot_id", {"document": FLOW, "chatbot_id": "their:chatbot"}),
        harmless({"document": _JUMP}),
    ),
    "GetFlow": (missing(flow_id="flow"),),
    "UpdateFlow": (missing({"name": "Nosso"}, flow_id="flow"), missing({"document": FLOW}, flow_id="flow")),
    "PublishFlow": (missing(flow_id="flow"),),
    "ValidateFlow": (missing(flow_id="flow"),),
    "RehearseFlow": (missing({"tests": [{"name": "Oi", "steps": [{"say": "oi"}]}]}, flow_id="flow"),),
    "ListFlowSessions": (
        Attempt(path={"flow_id": "their:flow"}, wants=frozenset({404})),
        nothing(path={"flow_id": "our:flow"}, contact_id="their:contact"),
        nothing(path={"flow_id": "our:flow"}, conversation_id="their:conversation"),
    ),
    "GetFlowSession": (missing(session_id="flow_session"),),
    # The inbox
    "ListConversations": (
        harmless(),
        nothing(whatsapp_config_id="their:config"),
        nothing(contact_id="their:contact"),
        nothing(assigned_to="their:admin"),
    ),
    "GetConversation": (missing(conversation_id="conversation"),),
    "ListMessages": (missing(conversation_id="conversation"),),
    "SendMessage": (
        missing(_TEXT, conversation_id="conversation"),
        missing({**_TEXT, "reply_to": "their:message"}, conversation_id="conversation"),
    ),
    "TakeOverConversation": (missing(conversation_id="conversation"),),
    "ReleaseConversation": (missing(conversation_id="conversation"),),
    "ResolveConversation": (missing({"resolution": "x"}, conversation_id="conversation"),),
    # The system
    "Live": (harmless(),),
    "CheckReadiness": (harmless(),),
    "GetVersion": (harmless(),),
    "GetMetrics": (harmless(),),
}
"""By operation, in the order of the API's description."""
