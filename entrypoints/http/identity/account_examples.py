"""Examples for the API's description: instances, so that they cannot drift from their types."""

from domain.identity.notices import Notice
from entrypoints.http.identity.account_requests import (
    ChangePasswordRequest,
    ForgotPasswordRequest,
    RegisterCompanyRequest,
    ResetPasswordRequest,
    UpdateMeRequest,
    VerifyEmailRequest,
)

REGISTER = RegisterCompanyRequest(
    company_name="Provedor Aurora",
    slug="aurora",
    name="Ana Souza",
    email="ana@aurora.example",
    password="correct horse battery staple",  # noqa: S106  # an example
)
VERIFY_EMAIL = VerifyEmailRequest(token="q3YxT0…")  # noqa: S106  # the same
FORGOT = ForgotPasswordRequest(email="ana@aurora.example")
RESET = ResetPasswordRequest(token="q3YxT0…", password="three blue tigers, one kettle")  # noqa: S106  # the same
CHANGE = ChangePasswordRequest(
    old_password="correct horse battery staple",  # noqa: S106  # the same
    new_password="three blue tigers, one kettle",  # noqa: S106  # the same
)
UPDATE_ME = UpdateMeRequest(name="Ana Lima", language="en", notifications={Notice.SOUND: False})
