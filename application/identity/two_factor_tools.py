"""What the use cases of the second factor share: their tools, who it is about, fresh recovery codes, one more try."""

import secrets

import msgspec

from application.identity.prove_second_factor import ProveSecondFactor
from application.ports.clock import Clock
from application.ports.directory import Directory
from application.ports.login_throttle import LoginThrottle
from application.ports.standing import Standings
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Person
from domain.identity.recovery_codes import CODES, new_code, read_code
from domain.identity.user import User
from domain.shared.digest import digest_of
from domain.shared.errors import UnauthenticatedError
from domain.shared.ids import UserId


class TwoFactorTools(msgspec.Struct, frozen=True, kw_only=True):
    """What changing a second factor needs of the world."""

    directory: Directory
    throttle: LoginThrottle
    prove: ProveSecondFactor
    uow: UnitOfWork
    standings: Standings
    clock: Clock


class RecoveryCodes(msgspec.Struct, frozen=True, kw_only=True):
    """Ten codes, each good once in the place of the phone; shown now and never again."""

    recovery_codes: list[str]

    def __repr__(self) -> str:
        """Show none."""
        return "RecoveryCodes()"


async def account_of(directory: Directory, person: Person) -> User:
    """Load the person's account. Raises UnauthenticatedError when it is gone."""
    user = await directory.user(person.user_id)
    if user is None:
        raise UnauthenticatedError("This account no longer exists.")
    return user


async def renew_codes(tx: Transaction, user_id: UserId) -> RecoveryCodes:
    """Make ten codes in the place of all before, of which only the hashes are kept."""
    codes = [new_code(secrets.randbits) for _ in range(CODES)]
    await tx.credentials.replace_recovery_codes(user_id, [digest_of(read_code(code) or "") for code in codes])
    return RecoveryCodes(recovery_codes=codes)
