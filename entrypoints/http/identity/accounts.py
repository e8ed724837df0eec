"""Coming aboard, and getting back in: registration, links of e-mails, passwords."""

from typing import Annotated

from dishka import FromDishka
from litestar import Response, Router, post
from litestar.di import NamedDependency

from application.identity.change_password import ChangePasswordHandler
from application.identity.forgot_password import ForgotPasswordHandler
from application.identity.register_company import RegisterCompanyHandler
from application.identity.resend_verification import ResendVerification
from application.identity.reset_password import ResetPasswordHandler
from application.identity.verify_email import VerifyEmailHandler
from application.ports.sessions import LoggedIn
from application.shared.actor import Origin, Person
from domain.identity.errors import EmailTakenError, LinkInvalidError, PasswordWrongError
from domain.shared.errors import StaleVersionError
from domain.tenants.errors import SlugTakenError
from entrypoints.http.actor import BEFORE_TWO_FACTOR, CREATES, OWN_SESSION, PUBLIC, RARE
from entrypoints.http.identity import account_examples as examples
from entrypoints.http.identity.account_requests import (
    ChangePasswordRequest,
    ForgotPasswordRequest,
    RegisterCompanyRequest,
    ResetPasswordRequest,
    VerifyEmailRequest,
)
from entrypoints.http.identity.examples import LOGGED_IN
from entrypoints.http.identity.login import NEVER_STORED
from entrypoints.http.injection import inject
from entrypoints.http.openapi import AUTH, BEARER, BODY, SECURED, answers, body

EVERYBODYS = {**PUBLIC, **RARE}
"""Forms that anybody in the world may fill in, and nobody often."""


@post(
    "/auth/register",
    operation_id="RegisterCompany",
    summary="Come aboard: a company with a trial of 14 days, and its first admin, who is logged in at once.",
    description="Public. A link to confirm the e-mail is sent there. Five tries in 15 minutes for an e-mail from one "
    "address, ten from one network, whether the e-mail is taken or not.",
    opt={**EVERYBODYS, **CREATES},
    responses=answers(
        201,
        LoggedIn,
        example=LOGGED_IN,
        raises=(*BODY, EmailTakenError, SlugTakenError),
    ),
)
@inject
async def register_company(
    data: Annotated[RegisterCompanyRequest, body(examples.REGISTER)],
    origin: NamedDependency[Origin],
    use_case: FromDishka[RegisterCompanyHandler],
) -> Response[LoggedIn]:
    """Register."""
    return Response(await use_case(data.to_command(), origin=origin), status_code=201, headers=NEVER_STORED)


@post(
    "/auth/verify-email",
    operation_id="VerifyEmail",
    summary="Confirm an e-mail with the link that was sent there.",
    description="Public. The link is good for 24 hours and once.",
    opt=EVERYBODYS,
    status_code=204,
    responses=answers(204, None, example=None, raises=(*BODY, LinkInvalidError)),
)
@inject
async def verify_email(
    data: Annotated[VerifyEmailRequest, body(examples.VERIFY_EMAIL)],
    origin: NamedDependency[Origin],
    use_case: FromDishka[VerifyEmailHandler],
) -> None:
    """Confirm."""
    await use_case(data.to_command(), origin=origin)


@post(
    "/auth/resend-verification",
    operation_id="ResendVerification",
    summary="Have the link for confirming my e-mail sent again.",
    description="A person who is logged in, five times in 15 minutes. Earlier links are good no more.",
    opt={**OWN_SESSION, **BEFORE_TWO_FACTOR, **CREATES},
    status_code=202,
    security=SECURED,
    responses=answers(202, None, example=None, raises=BEARER),
)
@inject
async def resend_verification(person: NamedDependency[Person], use_case: FromDishka[ResendVerification]) -> None:
    """Order the e-mail."""
    await use_case(person)


@post(
    "/auth/forgot-password",
    operation_id="ForgotPassword",
    summary="Have a link for a new password sent to an e-mail.",
    description="Public. Takes as long, and answers the same, whether the account exists. Five times in 15 minutes for "
    "an e-mail from one address.",
    opt={**EVERYBODYS, **CREATES},
    status_code=202,
    responses=answers(202, None, example=None, raises=BODY),
)
@inject
async def forgot_password(
    data: Annotated[ForgotPasswordRequest, body(examples.FORGOT)],
    origin: NamedDependency[Origin],
    use_case: FromDishka[ForgotPasswordHandler],
) -> None:
    """Order the e-mail."""
    await use_case(data.to_command(), origin=origin)


@post(
    "/auth/reset-password",
    operation_id="ResetPassword",
    summary="Choose a new password with the link that was sent.",
    description="Public. The link is good for 1 hour and once; a password that is refused leaves it good. All sessions "
    "end, and the person is told by e-mail.",
    opt=EVERYBODYS,
    status_code=204,
    responses=answers(204, None, example=None, raises=(*BODY, LinkInvalidError)),
)
@inject
async def reset_password(
    data: Annotated[ResetPasswordRequest, body(examples.RESET)],
    origin: NamedDependency[Origin],
    use_case: FromDishka[ResetPasswordHandler],
) -> None:
    """Change it."""
    await use_case(data.to_command(), origin=origin)


@post(
    "/auth/change-password",
    operation_id="ChangePassword",
    summary="Choose a new password while being logged in.",
    description="A person who is logged in and knows the present one. This session stays, the others end, and the "
    "person is told by e-mail.",
    opt={**OWN_SESSION, **BEFORE_TWO_FACTOR},
    status_code=204,
    security=SECURED,
    responses=answers(
        204,
        None,
        example=None,
        raises=(*BEARER, *BODY, PasswordWrongError, StaleVersionError),
    ),
)
@inject
async def change_password(
    data: Annotated[ChangePasswordRequest, body(examples.CHANGE)],
    person: NamedDependency[Person],
    use_case: FromDishka[ChangePasswordHandler],
) -> None:
    """Change it."""
    await use_case(person, data.to_command())


account_routes = Router(
    "/",
    route_handlers=[
        register_company,
        verify_email,
        resend_verification,
        forgot_password,
        reset_password,
        change_password,
    ],
    tags=[AUTH.name],
)
