"""How another company's ids go into each route: a case by operation; a route without one fails the walk by its name.

`their:<kind>` stands for what belongs to the other company, `our:<kind>` for the same thing of the caller's own.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

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


def _beside_theirs(*, path: Mapping[str, str] | None = None, query: Mapping[str, str] | None = None) -> list[Attempt]:
    """Read our own thread from their message on: only its time matters, and it shows what is ours."""
    return [
        Attempt(path=path or {}, query={**(query or {}), way: "their:message"}, wants=frozenset({200}))
        for way in ("before", "after")
    ]


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
_CANNED = {"shortcut": "novo", "title": "Novo", "content": {"type": "text", "body": "oi"}}
_TEMPLATE = {"name": "a", "language": "pt_BR", "category": "utility", "components": [{"type": "BODY", "text": "Oi"}]}
_SHOWING = {
    "components": [
        {"type": "HEADER", "format": "IMAGE", "example": {"media_id": "their:media"}},
        {"type": "BODY", "text": "Oi"},
    ]
}
_FILE = {"content": {"type": "image", "media_id": "their:media"}}
_BARE_FILE = {"link": None, "type": "image", "media_id": "their:media"}
_TOMORROW = (datetime.now(UTC) + timedelta(days=1)).isoformat()
_BETWEEN = {"contact_id": "our:contact", "whatsapp_config_id": "our:config"}
_MANY = {"conversation_ids": ["our:conversation"]}
_POLICY = {"name": "Novo", "first_response_minutes": 15}
_RULE = {"name": "Nova", "event": "tag_added", "actions": [{"type": "resolve"}]}
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
    "GetSocketStats": (harmless(answers=(200,)),),
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
    # When and how the company serves
    "GetBusinessHours": (harmless(), Attempt(query={"department_id": "their:department"}, wants=frozenset({404}))),
    "SetBusinessHours": (
        harmless({}),
        Attempt(query={"department_id": "their:department"}, body={}, wants=frozenset({404})),
    ),
    "RemoveBusinessHours": (Attempt(query={"department_id": "their:department"}, wants=frozenset({404})),),
    "PreviewHours": (harmless(), Attempt(query={"department_id": "their:department"}, wants=frozenset({404}))),
    "ListHolidays": (harmless(),),
    "ListPublicHolidays": (Attempt(query={"year": "2026"}, wants=frozenset({200})),),
    "AddHoliday": (harmless({"day": "2026-01-26", "name": "Nosso"}, answers=(201,)),),
    "RemoveHoliday": (missing(holiday_id="holiday"),),
    "ListBotTexts": (harmless(),),
    "UpdateBotText": (harmless({"is_enabled": False}, key="their:bot_text"),),
    "ListBotFlows": (harmless(),),
    "ListCsat": (harmless(), nothing(user_id="their:user", department_id="their:department")),
    "GetCsatSummary": (
        harmless(),
        Attempt(query={"user_id": "their:user", "department_id": "their:department"}, wants=frozenset({200})),
    ),
    "ListSlaPolicies": (harmless(),),
    "AddSlaPolicy": (
        wrong("applies_to.department_ids", {**_POLICY, "applies_to": {"department_ids": ["their:department"]}}),
        wrong("applies_to.config_ids", {**_POLICY, "applies_to": {"config_ids": ["their:config"]}}),
        wrong("applies_to.tag_ids", {**_POLICY, "applies_to": {"tag_ids": ["their:tag"]}}),
    ),
    "GetSlaPolicy": (missing(policy_id="sla_policy"),),
    "UpdateSlaPolicy": (
        missing({"name": "Nosso"}, policy_id="sla_policy"),
        wrong("applies_to.tag_ids", {"applies_to": {"tag_ids": ["their:tag"]}}, policy_id="sla_policy"),
        wrong(
            "applies_to.department_ids",
            {"applies_to": {"department_ids": ["their:department"]}},
            policy_id="sla_policy",
        ),
        wrong("applies_to.config_ids", {"applies_to": {"config_ids": ["their:config"]}}, policy_id="sla_policy"),
    ),
    "DeleteSlaPolicy": (missing(policy_id="sla_policy"),),
    "ListAutomationRules": (harmless(),),
    "AddAutomationRule": (
        wrong("actions[0]", {**_RULE, "actions": [{"type": "assign_user", "user_id": "their:user"}]}),
        wrong("actions[0]", {**_RULE, "actions": [{"type": "add_tags", "tag_ids": ["their:tag"]}]}),
        wrong("conditions", {**_RULE, "conditions": {"type": "tag", "tag_ids": ["their:tag"]}}),
    ),
    "GetAutomationRule": (missing(rule_id="automation_rule"),),
    "UpdateAutomationRule": (
        missing({"name": "Nosso"}, rule_id="automation_rule"),
        wrong(
            "actions[0]",
            {"actions": [{"type": "assign_department", "department_id": "their:department"}]},
            rule_id="automation_rule",
        ),
    ),
    "DeleteAutomationRule": (missing(rule_id="automation_rule"),),
    "DryRunRule": (
        missing({}, rule_id="automation_rule"),
        Attempt(
            path={"rule_id": "our:automation_rule"},
            body={"conversation_id": "their:conversation"},
            wants=frozenset({404}),
        ),
    ),
    "ListAutomationRuns": (missing(rule_id="automation_rule"),),
    "GetQueue": (missing(department_id="department"),),
    "ListDepartmentNames": (harmless(),),
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
    "UpdateConfig": (
        missing({"name": "Nosso"}, config_id="config"),
        wrong("chatbot_id", {"chatbot_id": "their:chatbot"}, config_id="config"),
        harmless({"phone_number_id": "their:phone_number_id"}, answers=(409,), config_id="our:config"),
    ),
    "RemoveConfig": (missing(config_id="config"),),
    "ListTemplates": (harmless(), nothing(whatsapp_config_id="their:config"), nothing(q="their:mark")),
    "CreateTemplate": (
        wrong("whatsapp_config_id", {**_TEMPLATE, "whatsapp_config_id": "their:config"}),
        Attempt(body={**_TEMPLATE, **_SHOWING, "whatsapp_config_id": "our:config"}, wants=frozenset({404})),
    ),
    "GetTemplate": (missing(template_id="template"),),
    "EditTemplate": (
        missing({"category": "utility"}, template_id="template"),
        Attempt(path={"template_id": "our:template"}, body=_SHOWING, wants=frozenset({404})),
    ),
    "DeleteTemplate": (missing(template_id="template"),),
    "PreviewTemplate": (
        missing({}, template_id="template"),
        harmless({"header_media": _FILE["content"]}, template_id="our:template"),
    ),
    "SyncTemplates": (missing({"whatsapp_config_id": "their:config"}),),
    "ShowTemplateSync": (Attempt(query={"whatsapp_config_id": "their:config"}, wants=frozenset({404})),),
    "TryConfig": (missing(config_id="config"),),
    "ActivateConfig": (missing(config_id="config"),),
    "DeactivateConfig": (missing(config_id="config"),),
    "GetConfigHealth": (missing(config_id="config"),),
    "PairPhone": (missing(config_id="config"),),
    "ShowConnection": (missing(config_id="config"),),
    "RestartPhone": (missing(config_id="config"),),
    "UnlinkPhone": (missing(config_id="config"),),
    "VerifyWebhook": (harmless(answers=REFUSED),),
    "ReceiveWebhook": (harmless({"entry": [{"id": "their:config"}]}, answers=REFUSED),),
    "VerifyConfigWebhook": (harmless(answers=REFUSED, config_id="their:config"),),
    "ReceiveConfigWebhook": (harmless({"entry": []}, answers=REFUSED, config_id="their:config"),),
    "ReceiveEvolutionWebhook": (harmless({"event": "x"}, answers=REFUSED, config_id="their:config", secret="guessed"),),
    # What flows ask of the world
    "ListSecrets": (harmless(),),
    "SetSecret": (harmless({"value": "x", "hosts": ["a.example"]}, answers=(200,), name="their:secret"),),
    "RemoveSecret": (missing(name="secret"),),
    "ListApiHosts": (harmless(), Attempt(query={"is_failing": "true"}, wants=frozenset({200}))),
    # Language models, and what they may know
    "GetAiSettings": (harmless(),),
    "UpdateAiSettings": (harmless({"currency": "BRL"}),),
    "ShowAiUsage": (harmless(),),
    "TryAi": (missing({"question": "their:mark", "knowledge_base": "their:knowledge_base"}),),
    "ListKnowledgeBases": (harmless(), nothing(q="their:mark")),
    "AddKnowledgeBase": (harmless({"name": "Nova"}, answers=(201,)),),
    "GetKnowledgeBase": (missing(base_id="knowledge_base"),),
    "UpdateKnowledgeBase": (missing({"name": "Nossa"}, base_id="knowledge_base"),),
    "DeleteKnowledgeBase": (missing(base_id="knowledge_base"),),
    "SearchKnowledge": (
        Attempt(path={"base_id": "their:knowledge_base"}, query={"q": "their:mark"}, wants=frozenset({404})),
        Attempt(
            path={"base_id": "our:knowledge_base"}, query={"q": "their:mark"}, wants=frozenset({200}), is_list=True
        ),
    ),
    "ListKnowledgeDocuments": (missing(base_id="knowledge_base"),),
    "AddKnowledgeDocument": (harmless({}, answers=(415,), base_id="their:knowledge_base"),),
    "GetKnowledgeDocument": (
        missing(base_id="knowledge_base", document_id="knowledge_document"),
        Attempt(
            path={"base_id": "our:knowledge_base", "document_id": "their:knowledge_document"}, wants=frozenset({404})
        ),
    ),
    "DeleteKnowledgeDocument": (
        missing(base_id="knowledge_base", document_id="knowledge_document"),
        Attempt(
            path={"base_id": "our:knowledge_base", "document_id": "their:knowledge_document"}, wants=frozenset({404})
        ),
    ),
    # Bots
    "ListFlows": (harmless(), nothing(chatbot_id="their:chatbot")),
    "CreateFlow": (
        wrong("chatbot_id", {"document": FLOW, "chatbot_id": "their:chatbot"}),
        harmless({"document": _JUMP}),
    ),
    "ListFlowTemplates": (harmless(),),
    "GetFlowTemplate": (harmless(key="out_of_hours"),),
    "CreateFlowFromTemplate": (
        Attempt(
            path={"key": "out_of_hours"},
            body={"chatbot_id": "their:chatbot"},
            wants=frozenset({404, 422}),
            field="chatbot_id",
        ),
    ),
    "GetFlow": (missing(flow_id="flow"),),
    "UpdateFlow": (
        missing({"name": "Nosso"}, flow_id="flow"),
        missing({"document": FLOW}, flow_id="flow"),
        wrong("chatbot_id", {"chatbot_id": "their:chatbot"}, flow_id="flow"),
    ),
    "DeleteFlow": (missing(flow_id="flow"),),
    "UnpublishFlow": (missing(flow_id="flow"),),
    "DuplicateFlow": (missing({"name": "Nosso"}, flow_id="flow"),),
    "ExportFlow": (missing(flow_id="flow"),),
    "ImportFlow": (
        wrong("chatbot_id", {"file": FLOW, "chatbot_id": "their:chatbot"}),
        harmless({"file": _JUMP}),
    ),
    "ListFlowVersions": (missing(flow_id="flow"),),
    "GetFlowVersion": (harmless(answers=(404,), flow_id="their:flow", number="1"),),
    "RestoreFlowVersion": (harmless(answers=(404,), flow_id="their:flow", number="1"),),
    "CompareFlowVersions": (Attempt(path={"flow_id": "their:flow"}, query={"from": "draft"}, wants=frozenset({404})),),
    "ListFlowNodes": (missing(flow_id="flow"),),
    "AddFlowNode": (missing({"node": {"type": "end"}}, flow_id="flow"),),
    "ChangeFlowNode": (harmless({"node": {"data": {}}}, answers=(404,), flow_id="their:flow", node_id="n2"),),
    "RemoveFlowNode": (harmless(answers=(404,), flow_id="their:flow", node_id="n2"),),
    "ListFlowEdges": (missing(flow_id="flow"),),
    "AddFlowEdge": (missing({"edge": {"id": "e9", "source": "n1", "target": "n2"}}, flow_id="flow"),),
    "ChangeFlowEdge": (harmless({"edge": {"target": "n1"}}, answers=(404,), flow_id="their:flow", edge_id="e1"),),
    "RemoveFlowEdge": (harmless(answers=(404,), flow_id="their:flow", edge_id="e1"),),
    "ListFlowTests": (missing(flow_id="flow"),),
    "SetFlowTests": (missing({"tests": []}, flow_id="flow"),),
    "ListChatbots": (harmless(), nothing(q="their:mark")),
    "CreateChatbot": (harmless({"name": "Novo"}, answers=(201,)),),
    "GetChatbot": (missing(chatbot_id="chatbot"),),
    "UpdateChatbot": (
        missing({"name": "Nosso"}, chatbot_id="chatbot"),
        wrong("main_flow_id", {"main_flow_id": "their:flow"}, chatbot_id="chatbot"),
    ),
    "DeleteChatbot": (missing(chatbot_id="chatbot"),),
    "ActivateChatbot": (missing(chatbot_id="chatbot"),),
    "DeactivateChatbot": (missing(chatbot_id="chatbot"),),
    "DuplicateChatbot": (missing({"name": "Nosso"}, chatbot_id="chatbot"),),
    "ShowChatbotStats": (missing(chatbot_id="chatbot"),),
    "ListChatbotFlows": (missing(chatbot_id="chatbot"),),
    "CreateChatbotFlow": (missing({"document": FLOW}, chatbot_id="chatbot"),),
    "PublishFlow": (missing(flow_id="flow"),),
    "ValidateFlow": (missing(flow_id="flow"),),
    "RehearseFlow": (
        missing({"tests": [{"name": "Oi", "steps": [{"say": "oi"}]}]}, flow_id="flow"),
        wrong("session_id", {"session_id": "their:flow_session"}, flow_id="flow"),
    ),
    "CheckRegressions": (missing({"last": 5}, flow_id="flow"),),
    "GetFlowAnalytics": (missing(flow_id="flow"),),
    "ListFlowSessions": (
        Attempt(path={"flow_id": "their:flow"}, wants=frozenset({404})),
        nothing(path={"flow_id": "our:flow"}, contact_id="their:contact"),
        nothing(path={"flow_id": "our:flow"}, conversation_id="their:conversation"),
    ),
    "GetFlowSession": (missing(session_id="flow_session"),),
    "StartFlow": (
        missing({"contact_id": "our:contact", "whatsapp_config_id": "our:config"}, flow_id="flow"),
        wrong("contact_id", {"contact_id": "their:contact", "whatsapp_config_id": "our:config"}, flow_id="flow"),
        wrong("conversation_id", {"conversation_id": "their:conversation"}, flow_id="flow"),
        wrong("whatsapp_config_id", {**_BETWEEN, "whatsapp_config_id": "their:config"}, flow_id="flow"),
    ),
    "ListFlowRuns": (missing(flow_id="flow"),),
    "CancelFlowSession": (missing({}, session_id="flow_session"),),
    # The inbox
    "ListConversations": (
        harmless(),
        nothing(config="their:config"),
        nothing(contact="their:contact"),
        nothing(assigned_to="their:admin"),
        nothing(department="their:department"),
        nothing(q="their:mark"),
        nothing(q="their:phone"),
    ),
    "GetConversationStats": (harmless(answers=(200,)),),
    "ListMessagesOfConversation": (
        Attempt(query={"conversation_id": "their:conversation"}, wants=frozenset({404})),
        *_beside_theirs(query={"conversation_id": "our:conversation"}),
    ),
    "ListWhatsAppMessages": (
        missing(conversation_id="conversation"),
        *_beside_theirs(path={"conversation_id": "our:conversation"}),
    ),
    "SearchMessages": (
        nothing(q="oi", conversation="their:conversation"),
        nothing(q="oi", contact="their:contact"),
        nothing(q="oi", config="their:config"),
    ),
    "GetConversation": (missing(conversation_id="conversation"),),
    "ListMessages": (
        missing(conversation_id="conversation"),
        *_beside_theirs(path={"conversation_id": "our:conversation"}),
    ),
    "SendMessage": (
        missing(_TEXT, conversation_id="conversation"),
        missing({**_TEXT, "reply_to": "their:message"}, conversation_id="conversation"),
        wrong("content", _FILE, conversation_id="conversation"),
        wrong(
            "content.media_id",
            {"content": {"type": "image", "media_id": "their:media"}},
            conversation_id="conversation",
        ),
    ),
    # Files
    "UploadMedia": (Attempt(query={"kind": "image"}, body={}, wants=frozenset({415})),),
    "GetMedia": (missing(media_id="media"),),
    "GetThumbnail": (missing(media_id="media"),),
    "DownloadMedia": (
        Attempt(
            path={"media_id": "their:media"},
            query={"tenant": "their:tenant", "variant": "file", "expires": "9999999999", "signature": "their:mark"},
            wants=frozenset({403}),
        ),
    ),
    **{
        operation: (
            missing({"conversation_id": "their:conversation", **sent}),
            missing({"contact_id": "their:contact", "whatsapp_config_id": "our:config", **sent}),
            missing({"contact_id": "our:contact", "whatsapp_config_id": "their:config", **sent}),
            harmless({"phone": "their:phone", "whatsapp_config_id": "our:config", **sent}, answers=(201, 202, 409)),
            wrong("content", {"conversation_id": "our:conversation", **sent, **file}),
        )
        for operation, sent, file in (
            ("SendTo", _TEXT, _FILE),
            ("SendWhatsApp", _TEXT, _FILE),
            ("SendMedia", {"link": "https://cdn.example/a.pdf", "type": "document"}, _BARE_FILE),
            ("SendTemplate", {"name": "boas_vindas", "language": "pt_BR"}, {"header_media": _FILE["content"]}),
            ("ScheduleMessage", {**_TEXT, "send_at": _TOMORROW}, _FILE),
        )
    },
    "MarkMessageRead": (missing(message_id="message"),),
    "SetMessageStatus": (missing({"status": "read"}, message_id="message"),),
    "RetryMessage": (missing(message_id="message"),),
    "ReactToMessage": (missing({"emoji": "👍"}, message_id="message"),),
    "ListScheduledMessages": (
        harmless(),
        nothing(contact_id="their:contact"),
        nothing(conversation_id="their:conversation"),
    ),
    "GetScheduledMessage": (missing(scheduled_id="scheduled"),),
    "CancelScheduledMessage": (missing(scheduled_id="scheduled"),),
    "ListCannedResponses": (harmless(), nothing(department_id="their:department"), nothing(q="their:mark")),
    "AddCannedResponse": (
        wrong("department_id", {**_CANNED, "department_id": "their:department"}),
        wrong("content", {**_CANNED, **_FILE}),
    ),
    "GetCannedResponse": (missing(response_id="canned_response"),),
    "UpdateCannedResponse": (
        missing({"title": "Nosso"}, response_id="canned_response"),
        wrong("department_id", {"department_id": "their:department"}, response_id="canned_response"),
        wrong("content", _FILE, response_id="canned_response"),
    ),
    "DeleteCannedResponse": (missing(response_id="canned_response"),),
    "RenderCannedResponse": (
        missing({"conversation_id": "our:conversation"}, response_id="canned_response"),
        wrong("conversation_id", {"conversation_id": "their:conversation"}, response_id="canned_response"),
    ),
    "OpenConversation": (
        wrong("contact_id", {"contact_id": "their:contact", "whatsapp_config_id": "our:config"}),
        wrong("whatsapp_config_id", {"contact_id": "our:contact", "whatsapp_config_id": "their:config"}),
        wrong("assigned_to", {**_BETWEEN, "assigned_to": "their:user"}),
        wrong("department_id", {**_BETWEEN, "department_id": "their:department"}),
        wrong("content", {**_BETWEEN, **_FILE}),
    ),
    "UpdateConversation": (
        missing({"priority": "high"}, conversation_id="conversation"),
        wrong("department_id", {"department_id": "their:department"}, conversation_id="conversation"),
    ),
    "BulkChange": (
        harmless({"conversation_ids": ["their:conversation"], "action": "resolve"}, answers=(200,)),
        harmless({**_MANY, "action": "assign", "user_id": "their:user"}, answers=(200,)),
        harmless({**_MANY, "action": "tag", "tag_ids": ["their:tag"]}, answers=(200,)),
    ),
    "TakeOverConversation": (missing(conversation_id="conversation"),),
    "AssignConversation": (
        missing({"user_id": "our:user"}, conversation_id="conversation"),
        wrong("user_id", {"user_id": "their:user"}, conversation_id="conversation"),
    ),
    "TransferConversation": (
        missing({"to_bot": True}, conversation_id="conversation"),
        wrong("user_id", {"user_id": "their:user"}, conversation_id="conversation"),
        wrong("department_id", {"department_id": "their:department"}, conversation_id="conversation"),
    ),
    "CloseConversation": (missing({"resolution": "x"}, conversation_id="conversation"),),
    "ReopenConversation": (missing(conversation_id="conversation"),),
    "SnoozeConversation": (missing({}, conversation_id="conversation"),),
    "ArchiveConversation": (missing(conversation_id="conversation"),),
    "MarkRead": (missing({"tell_contact": True}, conversation_id="conversation"),),
    "ListTimeline": (missing(conversation_id="conversation"),),
    "ListTransfers": (missing(conversation_id="conversation"),),
    "ListNotes": (missing(conversation_id="conversation"),),
    "AddNote": (
        missing({"body": "oi"}, conversation_id="conversation"),
        wrong("mentions", {"body": "oi", "mentions": ["their:user"]}, conversation_id="conversation"),
    ),
    "SetTags": (
        missing({"tag_ids": []}, conversation_id="conversation"),
        wrong("tag_ids", {"tag_ids": ["their:tag"]}, conversation_id="conversation"),
    ),
    "GetDraft": (missing(conversation_id="conversation"),),
    "KeepDraft": (missing({"body": "oi"}, conversation_id="conversation"),),
    "ListViewers": (missing(conversation_id="conversation"),),
    "TellTyping": (missing({"on": True}, conversation_id="conversation"),),
    "ReleaseConversation": (missing(conversation_id="conversation"),),
    "ResolveConversation": (missing({"resolution": "x"}, conversation_id="conversation"),),
    # Contacts
    "ListContacts": (
        harmless(),
        nothing(tag="their:tag"),
        nothing(q="their:mark"),
        nothing(q="their:phone"),
        Attempt(query={"segment": "their:segment"}, wants=frozenset({404})),
    ),
    "CreateContact": (
        wrong("tag_ids", {"name": "Novo", "tag_ids": ["their:tag"]}),
        harmless({"name": "Novo"}, answers=(201,)),
    ),
    "ListDuplicates": (harmless(answers=(200,)),),
    "GetContact": (missing(contact_id="contact"),),
    "UpdateContact": (missing({"name": "Nosso"}, contact_id="contact"),),
    "DeleteContact": (missing(contact_id="contact"),),
    "BlockContact": (missing(contact_id="contact"),),
    "UnblockContact": (missing(contact_id="contact"),),
    "OptIn": (missing({"source": "x"}, contact_id="contact"),),
    "OptOut": (missing({"source": "x"}, contact_id="contact"),),
    "MergeContacts": (
        missing({"contact_id": "our:contact"}, contact_id="contact"),
        Attempt(path={"contact_id": "our:contact"}, body={"contact_id": "their:contact"}, wants=frozenset({404})),
    ),
    "UndoMerge": (missing(contact_id="contact"),),
    "SetContactTags": (
        missing({"tag_ids": []}, contact_id="contact"),
        wrong("tag_ids", {"tag_ids": ["their:tag"]}, contact_id="contact"),
    ),
    "ListContactConversations": (missing(contact_id="contact"),),
    "ListContactTimeline": (missing(contact_id="contact"),),
    "ListContactNotes": (missing(contact_id="contact"),),
    "WriteContactNote": (missing({"body": "oi"}, contact_id="contact"),),
    "ListTags": (harmless(), nothing(q="their:mark")),
    "AddTag": (harmless({"name": "Nova"}, answers=(201,)),),
    "GetTag": (missing(tag_id="tag"),),
    "UpdateTag": (missing({"name": "Nossa"}, tag_id="tag"),),
    "DeleteTag": (missing(tag_id="tag"),),
    "ListContactFields": (harmless(),),
    "AddContactField": (harmless({"key": "novo", "label": "Novo", "type": "text"}, answers=(201,)),),
    "GetContactField": (missing(field_id="contact_field"),),
    "UpdateContactField": (missing({"label": "Nosso"}, field_id="contact_field"),),
    "DeleteContactField": (missing(field_id="contact_field"),),
    "ListSegments": (harmless(), nothing(q="their:mark")),
    "CreateSegment": (wrong("filter", {"name": "Nosso", "filter": {"type": "tag", "tag_id": "their:tag"}}),),
    "GetSegment": (missing(segment_id="segment"),),
    "UpdateSegment": (
        missing({"name": "Nosso"}, segment_id="segment"),
        wrong("filter", {"filter": {"type": "tag", "tag_id": "their:tag"}}, segment_id="segment"),
    ),
    "DeleteSegment": (missing(segment_id="segment"),),
    "PreviewSegment": (missing(segment_id="segment"),),
    "ImportContacts": (harmless({}, answers=(415,)),),
    "ListContactImports": (harmless(),),
    "GetContactImport": (missing(import_id="contact_import"),),
    "CancelContactImport": (missing(import_id="contact_import"),),
    "ListContactImportErrors": (missing(import_id="contact_import"),),
    "DownloadContactImportErrors": (missing(import_id="contact_import"),),
    "ExportContacts": (
        missing({"segment_id": "their:segment"}),
        wrong("filter", {"filter": {"type": "tag", "tag_id": "their:tag"}}),
    ),
    "GetContactExport": (missing(export_id="contact_export"),),
    "DownloadContactExport": (
        Attempt(
            path={"export_id": "their:contact_export"},
            query={"tenant": "their:tenant", "expires": "9999999999", "signature": "their:mark"},
            wants=frozenset({403}),
        ),
    ),
    "ListLeadScoreRules": (harmless(),),
    "AddLeadScoreRule": (harmless({"name": "Nova", "event": "opt_in", "points": 1}, answers=(201,)),),
    "GetLeadScoreRule": (missing(rule_id="lead_score_rule"),),
    "UpdateLeadScoreRule": (missing({"points": 2}, rule_id="lead_score_rule"),),
    "DeleteLeadScoreRule": (missing(rule_id="lead_score_rule"),),
    # The system
    "Live": (harmless(),),
    "CheckReadiness": (harmless(),),
    "GetVersion": (harmless(),),
    "GetMetrics": (harmless(),),
}
"""By operation, in the order of the API's description."""
