"""A user with a password, and what they do with it."""

from typing import Any

import httpx
from dishka import AsyncContainer

from application.identity.create_user import CreateUser, CreateUserHandler
from domain.identity.permissions import Role
from domain.shared.ids import TenantId, UserId
from tests.http.identity.logging_in import LOGIN, PASSWORD, REFRESH, VERIFY, Knock, code_of


class Person:
    """Somebody with a login."""

    def __init__(self, *, user_id: UserId, email: str, knock: Knock) -> None:
        self.user_id, self.email, self.knock = user_id, email, knock

    async def try_password(self, password: str = PASSWORD, **where: str) -> httpx.Response:
        """Send e-mail and password."""
        return await self.knock(**where).post(LOGIN, json={"email": self.email, "password": password})

    async def log_in(self, **where: str) -> dict[str, Any]:
        """Log in; give the answer."""
        answer = await self.try_password(**where)
        assert answer.status_code == 200, answer.text
        tokens: dict[str, Any] = answer.json()
        return tokens

    async def refresh(self, refresh_token: str, **where: str) -> httpx.Response:
        """Refresh."""
        return await self.knock(**where).post(REFRESH, json={"refresh_token": refresh_token})

    async def verify(self, challenge: str, code: str, **where: str) -> httpx.Response:
        """Send a code."""
        return await self.knock(**where).post(VERIFY, json={"challenge": challenge, "code": code})

    def calling(self, tokens: dict[str, Any], **where: str) -> httpx.AsyncClient:
        """Call with the tokens of a login."""
        return self.knock(token=tokens["access_token"], **where)

    async def set_up_second_factor(self) -> tuple[str, list[str]]:
        """Log in and enable a second factor; give its secret and the recovery codes.

        The code of now is used up by it; the next one is good already.
        """
        me = self.calling(await self.log_in())
        secret = (await me.post("/api/v1/auth/2fa/setup")).json()["secret"]
        answer = await me.post("/api/v1/auth/2fa/enable", json={"code": code_of(secret)})
        assert answer.status_code == 200, answer.text
        return secret, answer.json()["recovery_codes"]


async def a_person(
    container: AsyncContainer, knock: Knock, *, tenant: TenantId, role: Role, email: str = "ana@aurora.example"
) -> Person:
    """Create a user."""
    create = await container.get(CreateUserHandler)
    command = CreateUser(tenant_id=tenant, email=email, name="Ana Souza", role=role, password=PASSWORD)
    return Person(user_id=await create(command), email=email, knock=knock)
