"""The addresses of what is about people, and the bodies that tests send there."""

from uuid import UUID

import httpx

PASSWORD = "quatro pratos de trigo"

USERS = "/api/v1/users"
INVITATIONS = f"{USERS}/invitations"
ONLINE = f"{USERS}/online"
STATUS = f"{USERS}/me/status"
DEPARTMENTS = "/api/v1/departments"
ROLES = "/api/v1/roles"
API_KEYS = "/api/v1/api-keys"
ACCEPT = "/api/v1/auth/accept-invite"
LOGIN = "/api/v1/auth/login"
ME = "/api/v1/auth/me"
AUDIT = "/api/v1/audit"
NOWHERE = UUID("0198a000-0000-7000-8000-00000000dead")


def a_person(**changes: object) -> dict[str, object]:
    """Give the body that adds a person."""
    return {"email": "bia@aurora.example", "name": "Bia", "role": "agent", "password": PASSWORD, **changes}


def an_invitation(**changes: object) -> dict[str, object]:
    """Give the body that invites a person."""
    return {"email": "bia@aurora.example", "name": "Bia", "role": "agent", "language": "en", **changes}


async def made(client: httpx.AsyncClient, address: str, body: dict[str, object]) -> dict[str, str]:
    """Make something, and give what is shown of it."""
    answer = await client.post(address, json=body)
    assert answer.status_code == 201, answer.text
    shown: dict[str, str] = answer.json()
    return shown


async def audited(client: httpx.AsyncClient) -> list[str]:
    """Give what the audit log tells that was done, the newest first."""
    answer = await client.get(AUDIT)
    assert answer.status_code == 200, answer.text
    return [entry["action"] for entry in answer.json()["items"] if entry["action"] != "audit.read"]
