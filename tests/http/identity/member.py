"""A company that registers itself, and its admin."""

from typing import Self

import httpx
from litestar import Litestar

PASSWORD = "quatro pratos de trigo"
NEW_PASSWORD = "tres tigres tristes, hoje"

COMPANY = {
    "company_name": "Padaria Aurora",
    "name": "Ana Souza",
    "email": "ana@aurora.example",
    "password": PASSWORD,
    "language": "en",
}


class Member:
    """Registers as the block begins; `me` calls with the access token."""

    def __init__(self, http: httpx.AsyncClient, app: Litestar, *, email: str = COMPANY["email"]) -> None:
        self._http, self._app, self.email = http, app, email
        self._clients: list[httpx.AsyncClient] = []
        self.tokens: dict[str, str] = {}

    async def __aenter__(self) -> Self:
        answer = await self._http.post("/api/v1/auth/register", json={**COMPANY, "email": self.email})
        assert answer.status_code == 201, answer.text
        self.tokens = answer.json()
        self.me = self.calling(self.tokens["access_token"])
        return self

    async def __aexit__(self, *_: object) -> None:
        for client in self._clients:
            await client.aclose()

    def calling(self, access_token: str) -> httpx.AsyncClient:
        """Make a client that calls with a token."""
        client = httpx.AsyncClient(
            transport=httpx.ASGITransport(self._app),
            base_url="http://pytake.test",
            headers={"accept-language": "en", "authorization": f"Bearer {access_token}"},
        )
        self._clients.append(client)
        return client

    async def log_in(self, password: str) -> httpx.Response:
        """Try a password."""
        return await self._http.post("/api/v1/auth/login", json={"email": self.email, "password": password})

    async def another_session(self, password: str = PASSWORD) -> httpx.AsyncClient:
        """Log in once more, elsewhere."""
        answer = await self.log_in(password)
        assert answer.status_code == 200, answer.text
        return self.calling(answer.json()["access_token"])
