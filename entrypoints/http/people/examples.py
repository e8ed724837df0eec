"""Examples for the API's description: instances, so that they cannot drift from their types."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from application.people.list_agents import Agent
from application.ports.readers.agents import AgentStats
from application.ports.readers.api_keys import ApiKeyRow
from application.ports.readers.departments import DepartmentRow, MemberRow
from application.ports.readers.invitations import InvitationRow, InvitationState
from application.ports.readers.roles import RoleRow
from application.ports.readers.users import UserRow
from application.ports.sessions import BEARER, LoggedIn
from domain.identity.permissions import Permission, Role
from domain.people.department import Assignment
from domain.people.status import DEFAULT_CAPACITY, Status
from domain.shared.ids import ApiKeyId, DepartmentId, InvitationId, RoleId, UserId
from entrypoints.http.people.requests import (
    AcceptInvitationRequest,
    AddDepartmentRequest,
    AddRoleRequest,
    AddUserRequest,
    CreateApiKeyRequest,
    InviteUserRequest,
    SetMembersRequest,
    SetStatusRequest,
    UpdateDepartmentRequest,
    UpdateRoleRequest,
    UpdateUserRequest,
)
from entrypoints.http.people.responses import DepartmentView, OwnStatus, ShownApiKey

AT = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)
_USER = UserId(UUID("0198a000-0000-7000-8000-000000000002"))
_DEPARTMENT = DepartmentId(UUID("0198a000-0000-7000-8000-0000000000c1"))

USER = UserRow(
    id=_USER,
    email="ana@aurora.example",
    name="Ana",
    role=Role.AGENT,
    language="pt-BR",
    is_active=True,
    has_avatar=False,
    has_two_factor=True,
    email_verified_at=AT,
    last_login_at=AT,
    department_ids=[_DEPARTMENT],
    capacity=DEFAULT_CAPACITY,
    version=1,
    created_at=AT,
    updated_at=AT,
)
ADD_USER = AddUserRequest(
    email="ana@aurora.example",
    name="Ana",
    role=Role.AGENT,
    password="correct horse battery staple",  # noqa: S106  # an example
    department_ids=(_DEPARTMENT,),
)
UPDATE_USER = UpdateUserRequest(role=Role.SUPERVISOR, capacity=20)

INVITATION = InvitationRow(
    id=InvitationId(UUID("0198a000-0000-7000-8000-0000000000c2")),
    email="bia@aurora.example",
    name="Bia",
    role=Role.AGENT,
    department_ids=[_DEPARTMENT],
    language="pt-BR",
    invited_by=_USER,
    status=InvitationState.OPEN,
    created_at=AT,
    expires_at=AT + timedelta(hours=72),
    accepted_at=None,
    revoked_at=None,
)
INVITE = InviteUserRequest(email="bia@aurora.example", name="Bia", role=Role.AGENT, department_ids=(_DEPARTMENT,))
ACCEPT = AcceptInvitationRequest(token="8Zt1…", name="Bia", password="correct horse battery staple")  # noqa: S106  # an example
JOINED = LoggedIn(
    access_token="eyJhbGciOiJSUzI1NiIs…",  # noqa: S106  # an example
    token_type=BEARER,
    expires_in=900,
    refresh_token="Yk3v…",  # noqa: S106  # the same
    refresh_expires_in=604_800,
)

AGENT = Agent(
    id=_USER,
    name="Ana",
    role=Role.AGENT,
    status=Status.AWAY,
    chosen_status=Status.ONLINE,
    chosen_at=AT,
    is_automatic=True,
    last_seen_at=AT,
    department_ids=[_DEPARTMENT],
    open_conversations=4,
    capacity=DEFAULT_CAPACITY,
)
STATS = AgentStats(
    handled_today=12,
    open_conversations=4,
    resolved_last_7_days=63,
    average_first_response_seconds=94.5,
    capacity=DEFAULT_CAPACITY,
)
SET_STATUS = SetStatusRequest(status=Status.BUSY)
OWN_STATUS = OwnStatus(status=Status.BUSY, chosen_status=Status.BUSY, chosen_at=AT, capacity=DEFAULT_CAPACITY)

DEPARTMENT = DepartmentRow(
    id=_DEPARTMENT,
    name="Suporte",
    description="Segundo nível",
    is_default=True,
    assignment=Assignment.LEAST_BUSY,
    assigns_out_of_hours=False,
    members=1,
    capacity=DEFAULT_CAPACITY,
    waiting_conversations=3,
    version=1,
    created_at=AT,
    updated_at=AT,
)
MEMBER = MemberRow(id=_USER, name="Ana", role=Role.AGENT, is_active=True, capacity=DEFAULT_CAPACITY)
DEPARTMENT_VIEW = DepartmentView.of(DEPARTMENT, [MEMBER])
ADD_DEPARTMENT = AddDepartmentRequest(name="Suporte", description="Segundo nível")
UPDATE_DEPARTMENT = UpdateDepartmentRequest(is_default=True, assignment=Assignment.LEAST_BUSY)
SET_MEMBERS = SetMembersRequest(user_ids=(_USER,))

ROLE = RoleRow(
    id=RoleId(UUID("0198a000-0000-7000-8000-0000000000c3")),
    code="plantao_noturno",
    name="Plantão noturno",
    description="Atende de madrugada.",
    is_built_in=False,
    permissions=[Permission.CONVERSATIONS_READ, Permission.CONVERSATIONS_REPLY],
    users=2,
    version=1,
    created_at=AT,
    updated_at=AT,
)
ADD_ROLE = AddRoleRequest(
    name="Plantão noturno",
    description="Atende de madrugada.",
    permissions=(Permission.CONVERSATIONS_READ, Permission.CONVERSATIONS_REPLY),
)
UPDATE_ROLE = UpdateRoleRequest(permissions=(Permission.CONVERSATIONS_READ,))

API_KEY = ApiKeyRow(
    id=ApiKeyId(UUID("0198a000-0000-7000-8000-0000000000c4")),
    name="Site",
    prefix="pytake_4k2m9x0p7q1z",
    scopes=[Permission.CONVERSATIONS_READ],
    user_id=_USER,
    user_name="Ana",
    expires_at=None,
    last_used_at=None,
    version=0,
    created_at=AT,
    updated_at=AT,
)
SHOWN_API_KEY = ShownApiKey.of(API_KEY, key="pytake_4k2m9x0p7q1z_…")
CREATE_API_KEY = CreateApiKeyRequest(name="Site", scopes=(Permission.CONVERSATIONS_READ,))
