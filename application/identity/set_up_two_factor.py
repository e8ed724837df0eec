"""Begin with a second factor: a secret for the phone, which counts once a code has proved that the phone has it."""

import secrets

import msgspec

from application.identity.prove_second_factor import totp_place
from application.identity.two_factor_tools import TwoFactorTools, account_of
from application.ports.secrets import SecretBox
from application.shared.actor import Person
from domain.identity.errors import TwoFactorEnabledError
from domain.identity.totp import SECRET_BYTES, otpauth_url, write_secret

ISSUER = "PyTake"


class TwoFactorSetup(msgspec.Struct, frozen=True, kw_only=True):
    """What an authenticator app needs, shown once: the address as a QR code, or the secret typed in."""

    secret: str
    otpauth_url: str

    def __repr__(self) -> str:
        """Show no secret."""
        return "TwoFactorSetup()"


class SetUpTwoFactor:
    """Anybody who is logged in. A secret that was set up before and never proved is replaced."""

    def __init__(self, tools: TwoFactorTools, *, box: SecretBox) -> None:
        self._tools, self._box = tools, box

    async def __call__(self, person: Person) -> TwoFactorSetup:
        """Make a secret. Raises TwoFactorEnabledError while another is in use."""
        user = await account_of(self._tools.directory, person)
        secret = secrets.token_bytes(SECRET_BYTES)
        sealed = await self._box.seal(secret, tenant_id=user.tenant_id, place=totp_place(user.id))
        async with self._tools.uow(user.tenant_id) as tx:
            if (await tx.credentials.lock_second_factor(user.id)).enabled_at is not None:
                raise TwoFactorEnabledError("Disable the second factor first.")
            await tx.credentials.set_up(user.id, sealed=sealed)
        url = otpauth_url(secret, account=user.email, issuer=ISSUER)
        return TwoFactorSetup(secret=write_secret(secret), otpauth_url=url)
