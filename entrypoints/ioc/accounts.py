"""Accounts: registration, links of e-mails, passwords, profiles."""

from dishka import Provider, Scope, provide, provide_all

from adapters.crypto.common_passwords import BundledPasswords
from adapters.postgres.one_time_tokens import PostgresOneTimeTokenBook
from application.identity.change_password import ChangePasswordHandler, PasswordTools
from application.identity.create_user import CreateUserHandler
from application.identity.forget_old_links import ForgetOldLinksHandler
from application.identity.forgot_password import ForgotPasswordHandler
from application.identity.get_avatar import GetAvatar
from application.identity.get_me import GetMe
from application.identity.mail_user import MailTools, MailUserHandler
from application.identity.register_company import RegisterCompanyHandler, RegistrationTools
from application.identity.resend_verification import ResendVerification
from application.identity.reset_password import ResetPasswordHandler, ResetTools
from application.identity.update_me import UpdateMeHandler
from application.identity.verify_email import VerifyEmailHandler
from application.ports.common_passwords import CommonPasswords
from application.ports.one_time_tokens import OneTimeTokenBook
from application.ports.unit_of_work import UnitOfWork
from application.shared.password_policy import PasswordPolicy
from entrypoints.ioc.stores import PlatformDatabase
from entrypoints.ioc.tools import provide_tools
from entrypoints.settings import Settings


class AccountsProvider(Provider):
    """Accounts."""

    scope = Scope.APP
    plain = provide_all(
        ChangePasswordHandler,
        CreateUserHandler,
        ForgetOldLinksHandler,
        ForgotPasswordHandler,
        GetAvatar,
        GetMe,
        RegisterCompanyHandler,
        ResendVerification,
        ResetPasswordHandler,
        UpdateMeHandler,
        VerifyEmailHandler,
    ) + provide_tools(MailTools, PasswordTools, RegistrationTools, ResetTools)
    common = provide(BundledPasswords, provides=CommonPasswords)

    @provide
    def policy(self, common: CommonPasswords) -> PasswordPolicy:
        """Judge passwords."""
        return PasswordPolicy(common)

    @provide
    def book(self, database: PlatformDatabase) -> OneTimeTokenBook:
        """Find links."""
        return PostgresOneTimeTokenBook(database)

    @provide
    def mail_user(self, tools: MailTools, uow: UnitOfWork, settings: Settings) -> MailUserHandler:
        """Write to people, with links to where the world reaches us."""
        return MailUserHandler(tools, uow=uow, public_url=settings.public_url)
