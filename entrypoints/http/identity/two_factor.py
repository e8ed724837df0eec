"""The second factor: setting it up, using it, doing without it."""

from typing import Annotated

from dishka import FromDishka
from litestar import Response, Router, post
from litestar.di import NamedDependency

from application.identity.disable_two_factor import DisableTwoFactorHandler
from application.identity.enable_two_factor import EnableTwoFactorHandler
from application.identity.renew_recovery_codes import RenewRecoveryCodesHandler
from application.identity.set_up_two_factor import SetUpTwoFactor, TwoFactorSetup
from application.identity.two_factor_tools import RecoveryCodes
from application.shared.actor import Person
from domain.identity.errors import CodeRefusedError, TwoFactorEnabledError, TwoFactorNotSetUpError
from entrypoints.http.actor import BEFORE_TWO_FACTOR, OWN_SESSION
from entrypoints.http.identity import examples
from entrypoints.http.identity.login import NEVER_STORED
from entrypoints.http.identity.requests import CodeRequest, DisableTwoFactorRequest
from entrypoints.http.injection import inject
from entrypoints.http.openapi import AUTH, BEARER, BODY, SECURED, answers, body


@post(
    "/auth/2fa/setup",
    operation_id="SetUpTwoFactor",
    summary="Get a secret for an authenticator app.",
    description="A person who is logged in. It is shown once, and counts once a code has proved it (enable).",
    opt={**OWN_SESSION, **BEFORE_TWO_FACTOR},
    status_code=200,
    responses=answers(200, TwoFactorSetup, example=examples.SETUP, raises=(*BEARER, TwoFactorEnabledError)),
)
@inject
async def set_up_two_factor(
    person: NamedDependency[Person], use_case: FromDishka[SetUpTwoFactor]
) -> Response[TwoFactorSetup]:
    """Make a secret."""
    return Response(await use_case(person), headers=NEVER_STORED)


@post(
    "/auth/2fa/enable",
    operation_id="EnableTwoFactor",
    summary="Prove the secret with a code, and have it asked for at every login from now on.",
    description="A person who is logged in. Answers the recovery codes, which are shown this once.",
    opt={**OWN_SESSION, **BEFORE_TWO_FACTOR},
    status_code=200,
    responses=answers(
        200,
        RecoveryCodes,
        example=examples.RECOVERY_CODES,
        raises=(*BEARER, *BODY, TwoFactorEnabledError, TwoFactorNotSetUpError, CodeRefusedError),
    ),
)
@inject
async def enable_two_factor(
    data: Annotated[CodeRequest, body(examples.CODE)],
    person: NamedDependency[Person],
    use_case: FromDishka[EnableTwoFactorHandler],
) -> Response[RecoveryCodes]:
    """Enable it."""
    return Response(await use_case(person, data.to_enable()), headers=NEVER_STORED)


@post(
    "/auth/2fa/disable",
    operation_id="DisableTwoFactor",
    summary="Do without the second factor.",
    description="A person who is logged in. Where the company asks for one, set another up next.",
    opt={**OWN_SESSION, **BEFORE_TWO_FACTOR},
    status_code=204,
    responses=answers(204, None, example=None, raises=(*BEARER, *BODY, TwoFactorNotSetUpError, CodeRefusedError)),
)
@inject
async def disable_two_factor(
    data: Annotated[DisableTwoFactorRequest, body(examples.DISABLE)],
    person: NamedDependency[Person],
    use_case: FromDishka[DisableTwoFactorHandler],
) -> None:
    """Disable it."""
    await use_case(person, data.to_command())


@post(
    "/auth/2fa/recovery-codes",
    operation_id="RenewRecoveryCodes",
    summary="Get ten new recovery codes in the place of all before.",
    description="A person who is logged in and has a second factor. They are shown this once.",
    opt={**OWN_SESSION, **BEFORE_TWO_FACTOR},
    status_code=200,
    responses=answers(
        200,
        RecoveryCodes,
        example=examples.RECOVERY_CODES,
        raises=(*BEARER, *BODY, TwoFactorNotSetUpError, CodeRefusedError),
    ),
)
@inject
async def renew_recovery_codes(
    data: Annotated[CodeRequest, body(examples.CODE)],
    person: NamedDependency[Person],
    use_case: FromDishka[RenewRecoveryCodesHandler],
) -> Response[RecoveryCodes]:
    """Renew them."""
    return Response(await use_case(person, data.to_renew()), headers=NEVER_STORED)


two_factor_routes = Router(
    "/",
    route_handlers=[set_up_two_factor, enable_two_factor, disable_two_factor, renew_recovery_codes],
    tags=[AUTH.name],
    security=SECURED,
)
