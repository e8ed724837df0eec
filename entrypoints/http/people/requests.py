"""What callers send about people. In a PUT or PATCH an absent field stays as it is, and null is as it was at first."""

from datetime import UTC, datetime
from typing import Annotated, Literal, TypeVar

import msgspec
from msgspec import UNSET, UnsetType

from application.people.accept_invitation import AcceptInvitation
from application.people.add_department import AddDepartment
from application.people.add_role import AddRole
from application.people.add_user import AddUser
from application.people.create_api_key import CreateApiKey
from application.people.invite_user import InviteUser
from application.people.set_members import MAX_MEMBERS, SetMembers
from application.people.update_department import UpdateDepartment
from application.people.update_role import UpdateRole
from application.people.update_user import UpdateUser
from domain.people.department import Assignment
from domain.people.status import DEFAULT_CAPACITY, MAX_CAPACITY, Status
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import DepartmentId, RoleId, UserId
from entrypoints.http.requests import Name, Secret, Word

MAX_LIST = 100
"""Departments of a person, permissions of a role: there are not as many."""

Language = Literal["pt-BR", "en"]
Capacity = Annotated[int, msgspec.Meta(ge=0, le=MAX_CAPACITY)]
Description = Annotated[str, msgspec.Meta(max_length=1_000)]
Departments = Annotated[tuple[DepartmentId, ...], msgspec.Meta(max_length=MAX_LIST)]
Names = Annotated[tuple[Word, ...], msgspec.Meta(max_length=MAX_LIST)]
Moment = Annotated[datetime, msgspec.Meta(tz=True)]


T = TypeVar("T")


class _Request(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Common base of all bodies."""

    def __repr__(self) -> str:
        """Show nothing: a body may hold a password, a token, or who somebody is."""
        return f"{type(self).__name__}()"


class AddUserRequest(_Request, frozen=True):
    """A person; without a password they choose one through "forgot my password"."""

    email: Word
    name: Name
    role: Word
    password: Secret | None = None
    language: Language = "pt-BR"
    department_ids: Departments = ()
    capacity: Capacity = DEFAULT_CAPACITY

    def to_command(self) -> AddUser:
        """Build the order."""
        return AddUser(**msgspec.structs.asdict(self))


class UpdateUserRequest(_Request, frozen=True):
    """What changes of a person."""

    name: Name | UnsetType = UNSET
    role: Word | UnsetType = UNSET
    language: Language | UnsetType = UNSET
    department_ids: Departments | UnsetType | None = UNSET
    capacity: Capacity | UnsetType | None = UNSET

    def to_command(self, user_id: UserId, *, version: int | None) -> UpdateUser:
        """Build the order; null departments are none, a null capacity is the usual one."""
        return UpdateUser(
            user_id=user_id,
            name=None if self.name is UNSET else self.name,
            role=None if self.role is UNSET else self.role,
            language=None if self.language is UNSET else self.language,
            department_ids=None if self.department_ids is UNSET else self.department_ids or (),
            capacity=None if self.capacity is UNSET else _or(self.capacity, DEFAULT_CAPACITY),
            version=version,
        )


class InviteUserRequest(_Request, frozen=True):
    """Whom to ask to join, and as what."""

    email: Word
    name: Name
    role: Word
    language: Language = "pt-BR"
    department_ids: Departments = ()

    def to_command(self) -> InviteUser:
        """Build the order."""
        return InviteUser(**msgspec.structs.asdict(self))


class AcceptInvitationRequest(_Request, frozen=True):
    """The mail's token, and who accepts it."""

    token: Word
    name: Name
    password: Secret

    def to_command(self) -> AcceptInvitation:
        """Build the order."""
        return AcceptInvitation(token=self.token, name=self.name, password=self.password)


class SetStatusRequest(_Request, frozen=True):
    """How to be seen by the others."""

    status: Status


class AddDepartmentRequest(_Request, frozen=True):
    """A team."""

    name: Name
    description: Description = ""

    def to_command(self) -> AddDepartment:
        """Build the order."""
        return AddDepartment(name=self.name, description=self.description)


class UpdateDepartmentRequest(_Request, frozen=True):
    """What changes of a team; `is_default` can be given, and is lost by giving it to another one."""

    name: Name | UnsetType = UNSET
    description: Description | UnsetType | None = UNSET
    is_default: bool | UnsetType = UNSET
    assignment: Assignment | UnsetType = UNSET
    assigns_out_of_hours: bool | UnsetType = UNSET

    def to_command(self, department_id: DepartmentId, *, version: int | None) -> UpdateDepartment:
        """Build the order."""
        return UpdateDepartment(
            department_id=department_id,
            name=None if self.name is UNSET else self.name,
            description=None if self.description is UNSET else _or(self.description, ""),
            is_default=None if self.is_default is UNSET else self.is_default,
            assignment=None if self.assignment is UNSET else self.assignment,
            assigns_out_of_hours=None if self.assigns_out_of_hours is UNSET else self.assigns_out_of_hours,
            version=version,
        )


class SetMembersRequest(_Request, frozen=True):
    """Everybody who is to be in a department."""

    user_ids: Annotated[tuple[UserId, ...], msgspec.Meta(max_length=MAX_MEMBERS)]

    def to_command(self, department_id: DepartmentId, *, version: int | None) -> SetMembers:
        """Build the order; `version` is the one that the caller has read, where it said so."""
        return SetMembers(department_id=department_id, user_ids=self.user_ids, version=version)


class AddRoleRequest(_Request, frozen=True):
    """A role; its code is made from its name."""

    name: Name
    description: Description = ""
    permissions: Names = ()

    def to_command(self) -> AddRole:
        """Build the order."""
        return AddRole(name=self.name, description=self.description, permissions=self.permissions)


class UpdateRoleRequest(_Request, frozen=True):
    """What changes of a role; null permissions are none."""

    name: Name | UnsetType = UNSET
    description: Description | UnsetType | None = UNSET
    permissions: Names | UnsetType | None = UNSET

    def to_command(self, role_id: RoleId, *, version: int | None) -> UpdateRole:
        """Build the order."""
        return UpdateRole(
            role_id=role_id,
            name=None if self.name is UNSET else self.name,
            description=None if self.description is UNSET else _or(self.description, ""),
            permissions=None if self.permissions is UNSET else self.permissions or (),
            version=version,
        )


class CreateApiKeyRequest(_Request, frozen=True):
    """A key for a program: what it may do, and until when; without an end it is good until it is revoked."""

    name: Name
    scopes: Names
    expires_at: Moment | None = None

    def to_command(self) -> CreateApiKey:
        """Build the order. Raises InvalidError."""
        try:
            expires_at = None if self.expires_at is None else self.expires_at.astimezone(UTC)
        except OverflowError as error:
            wrong = ErrorDetail(field="expires_at", message="a time between the years 1 and 9999 in UTC")
            raise InvalidError("There is no such time.", details=(wrong,)) from error
        return CreateApiKey(name=self.name, scopes=self.scopes, expires_at=expires_at)


def _or(given: T | None, at_first: T) -> T:
    return at_first if given is None else given
