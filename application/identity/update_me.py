"""Change one's own profile."""

import base64
import binascii

import msgspec
from msgspec import UNSET, UnsetType

from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Person
from domain.audit.actions import AuditAction
from domain.identity.avatar import Avatar, read_avatar
from domain.identity.checks import LANGUAGES, is_name
from domain.identity.notices import Notice
from domain.identity.user import User
from domain.shared.errors import ErrorDetail, InvalidError, StaleVersionError

_FACTS = ("name", "language", "notifications", "has_avatar")
"""What the audit log tells of a profile."""


class UpdateMe(msgspec.Struct, frozen=True, kw_only=True):
    """What to change; the rest stays. `avatar` is a picture in base64, None takes it away.

    `notifications` names the notices to switch. `version` is the one that was read, where the caller cares.
    """

    name: str | UnsetType = UNSET
    language: str | UnsetType = UNSET
    notifications: dict[str, bool] | UnsetType = UNSET
    avatar: str | UnsetType | None = UNSET
    version: int | None = None


class UpdateMeHandler:
    """Anybody who is logged in, for their own."""

    def __init__(self, *, uow: UnitOfWork, clock: Clock) -> None:
        self._uow, self._clock = uow, clock

    async def __call__(self, person: Person, command: UpdateMe) -> None:
        """Write it. Raises InvalidError, StaleVersionError."""
        avatar = _check(command)
        async with self._uow(person.tenant_id) as tx:
            user = await tx.users.get(person.user_id)
            if command.version is not None and command.version != user.version:
                raise StaleVersionError("Your profile was changed meanwhile; read it again.")
            before = {fact: getattr(user, fact) for fact in _FACTS}
            _change(user, command)
            await self._keep_picture(tx, user, command, avatar)
            await tx.users.save(user)
            _record(tx, person, user, before=before)

    async def _keep_picture(self, tx: Transaction, user: User, command: UpdateMe, avatar: Avatar | None) -> None:
        if avatar is not None:
            await tx.avatars.put(user.id, avatar, at=self._clock.now())
            user.has_avatar = True
        elif command.avatar is None:
            await tx.avatars.remove(user.id)
            user.has_avatar = False


def _check(command: UpdateMe) -> Avatar | None:
    """Give the picture, if there is one. Raises InvalidError."""
    wrong = []
    if command.name is not UNSET and not is_name(command.name):
        wrong.append(ErrorDetail(field="name", message="1 to 200 characters, and no line breaks"))
    if command.language is not UNSET and command.language not in LANGUAGES:
        wrong.append(ErrorDetail(field="language", message="pt-BR or en"))
    if command.notifications is not UNSET and command.notifications.keys() - set(Notice):
        wrong.append(
            ErrorDetail(field="notifications", message="any of {choices}", values={"choices": ", ".join(Notice)})
        )
    avatar = _picture(command.avatar) if isinstance(command.avatar, str) else None
    if isinstance(command.avatar, str) and avatar is None:
        message = "a PNG, JPEG or WebP in base64, at most 256 KiB and 2048 × 2048 pixels"
        wrong.append(ErrorDetail(field="avatar", message=message))
    if wrong:
        raise InvalidError("The profile cannot be changed.", details=tuple(wrong))
    return avatar


def _picture(text: str) -> Avatar | None:
    try:
        return read_avatar(base64.b64decode(text, validate=True))
    except (binascii.Error, ValueError):
        return None


def _change(user: User, command: UpdateMe) -> None:
    if command.name is not UNSET:
        user.rename(command.name.strip())
    if command.language is not UNSET:
        user.language = command.language
    if command.notifications is not UNSET:
        user.notifications = {**user.notifications, **command.notifications}


def _record(tx: Transaction, person: Person, user: User, *, before: dict[str, object]) -> None:
    changed = [fact for fact in _FACTS if getattr(user, fact) != before[fact]]
    tx.audit.record(
        AuditAction.USER_UPDATED,
        by=person.author,
        on=Subject(type="user", id=user.id),
        before={fact: before[fact] for fact in changed},
        after={fact: getattr(user, fact) for fact in changed},
    )
