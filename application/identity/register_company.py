"""A company comes aboard by itself, with its first admin."""

import re
import unicodedata
from collections.abc import Iterator

import msgspec

from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.login_throttle import LoginThrottle, Purpose
from application.ports.mails import MailKind, MailUser
from application.ports.passwords import Passwords
from application.ports.sessions import LoggedIn, SessionOpener
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Origin, author_of
from application.shared.password_policy import PasswordPolicy
from application.shared.time_zones import wrong_time_zone
from domain.audit.actions import AuditAction
from domain.audit.author import AuthorKind
from domain.identity.checks import fold_email, is_email, is_name
from domain.identity.permissions import Role
from domain.identity.user import User
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import DepartmentId, TenantId, UserId
from domain.tenants.checks import wrong_in_tenant
from domain.tenants.errors import SlugTakenError
from domain.tenants.plans import FREE_TRIAL, Metric
from domain.tenants.tenant import Tenant, TenantStatus

FIRST_DEPARTMENT = {"pt-BR": "Atendimento", "en": "Support"}
"""Where conversations wait that no flow sends elsewhere."""
MAX_SLUG = 50
"""Of a slug that is made of the name; what is added to one that is taken fits into a DNS label with it."""
MAX_TRIES = 3
"""A slug with twelve random digits is free; the third try is for a race that nobody loses twice."""


class RegisterCompany(msgspec.Struct, frozen=True, kw_only=True):
    """The company, its first admin and their password; without `slug` one is made of the name."""

    company_name: str
    name: str
    email: str
    password: str
    slug: str | None = None
    language: str = "pt-BR"
    time_zone: str = "America/Sao_Paulo"

    def __repr__(self) -> str:
        """Show nobody's name, e-mail or password."""
        return "RegisterCompany()"


class RegistrationTools(msgspec.Struct, frozen=True, kw_only=True):
    """What coming aboard needs of the world."""

    throttle: LoginThrottle
    policy: PasswordPolicy
    passwords: Passwords
    open_session: SessionOpener
    clock: Clock
    ids: Ids


class RegisterCompanyHandler:
    """Anybody, some times: a trial of fourteen days, a first department, an admin who is logged in at once.

    The e-mail is to be confirmed by the link that is sent there. That it is taken is said, for there is no account to
    give tokens of; who would find out so which e-mails have accounts gets ten answers a quarter of an hour.
    """

    def __init__(self, tools: RegistrationTools, *, uow: UnitOfWork) -> None:
        self._tools, self._uow = tools, uow

    async def __call__(self, command: RegisterCompany, *, origin: Origin) -> LoggedIn:
        """Give tokens. Raises InvalidError, EmailTakenError, SlugTakenError, RateLimitedError."""
        email = fold_email(command.email)
        await self._tools.throttle.attempt(Purpose.REGISTER, account=email, ip=origin.ip)
        self._check(command, email=email)
        password_hash = await self._tools.passwords.hash(command.password)
        for slug in self._slugs(command):
            try:
                return await self._register(command, slug=slug, password_hash=password_hash, origin=origin)
            except SlugTakenError:
                if command.slug is not None:
                    raise
        raise SlugTakenError("Another company has this short name.")

    def _check(self, command: RegisterCompany, *, email: str) -> None:
        about = (email, command.name, command.company_name)
        wrong = self._tools.policy.wrong(command.password, about=about)
        if not is_email(email):
            wrong.append(ErrorDetail(field="email", message="an e-mail address"))
        if not is_name(command.name):
            wrong.append(ErrorDetail(field="name", message="1 to 200 characters, and no line breaks"))
        wrong += wrong_time_zone(command.time_zone)
        tenant = self._tenant(command, slug=command.slug or "a")
        fields = {"name": "company_name"}
        wrong += [
            msgspec.structs.replace(detail, field=fields.get(detail.field, detail.field))
            for detail in wrong_in_tenant(tenant)
        ]
        if wrong:
            raise InvalidError("The company cannot be registered.", details=tuple(wrong))

    def _slugs(self, command: RegisterCompany) -> Iterator[str]:
        if command.slug is not None:
            yield command.slug
            return
        made = slug_of(command.company_name)
        yield made
        for _ in range(MAX_TRIES - 1):
            yield f"{made}-{self._tools.ids.new().hex[-12:]}"

    async def _register(self, command: RegisterCompany, *, slug: str, password_hash: str, origin: Origin) -> LoggedIn:
        tenant = self._tenant(command, slug=slug)
        user = self._admin(command, tenant=tenant, password_hash=password_hash)
        async with self._uow(tenant.id) as tx:
            await tx.tenants.add(tenant)
            await tx.departments.add(DepartmentId(self._tools.ids.new()), name=FIRST_DEPARTMENT[tenant.language])
            await tx.usage.take(Metric.USERS)
            await tx.users.add(user)
            _record(tx, tenant, user, origin=origin)
            tx.jobs.put(
                MailUser(tenant_id=tenant.id, user_id=user.id, kind=MailKind.VERIFY_EMAIL, at=tenant.created_at)
            )
            return await self._tools.open_session(tx, user, policy=tenant.settings.security, origin=origin)

    def _tenant(self, command: RegisterCompany, *, slug: str) -> Tenant:
        now = self._tools.clock.now()
        tenant = Tenant(
            id=TenantId(self._tools.ids.new()),
            name=command.company_name.strip(),
            slug=slug,
            status=TenantStatus.TRIAL,
            created_at=now,
            time_zone=command.time_zone,
            language=command.language,
        )
        tenant.begin(FREE_TRIAL, now=now)
        return tenant

    def _admin(self, command: RegisterCompany, *, tenant: Tenant, password_hash: str) -> User:
        return User(
            id=UserId(self._tools.ids.new()),
            tenant_id=tenant.id,
            email=fold_email(command.email),
            name=command.name.strip(),
            role=Role.ADMIN,
            password_hash=password_hash,
            language=command.language,
            created_at=tenant.created_at,
            password_changed_at=tenant.created_at,
        )


def slug_of(name: str) -> str:
    """Make a DNS label of a name: its letters without accents, its digits, hyphens between them."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", errors="ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:MAX_SLUG].strip("-") or "empresa"


def _record(tx: Transaction, tenant: Tenant, user: User, *, origin: Origin) -> None:
    author = author_of(AuthorKind.USER, origin, user_id=user.id)
    after: dict[str, object] = {"name": tenant.name, "slug": tenant.slug, "plan": tenant.plan}
    tx.audit.record(AuditAction.TENANT_REGISTERED, by=author, on=Subject(type="tenant", id=tenant.id), after=after)
    subject = Subject(type="user", id=user.id)
    tx.audit.record(AuditAction.USER_CREATED, by=author, on=subject, after={"role": user.role})
