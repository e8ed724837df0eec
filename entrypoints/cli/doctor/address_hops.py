"""The public address: whether it leads to a PyTake, and if not, whether another program has taken our port."""

import secrets

import httpx
import msgspec

from entrypoints.cli.doctor.asking import Answer, ask
from entrypoints.cli.doctor.finding import Finding, broken, good
from entrypoints.cli.doctor.round import Hop, Round

VERSION = "/api/v1/version"
SHARED = "/api/v1/whatsapp/webhook"
PORT_SECONDS = 3.0
"""This machine."""
GATEWAY_ERRORS = range(502, 505)
EVERYWHERE = frozenset({"0.0.0.0", "::", ""})  # noqa: S104 - recognised, not listened on


class _Version(msgspec.Struct):
    version: str


async def _port(on: Round) -> Finding:
    """Look at our own port, only if the public address does not lead to us: on another machine it is anybody's."""
    here = local_address(on)
    if is_pytake(await _version_at(on.settings.public_url)):
        return good("port", "the public address leads to a PyTake")
    found = await ask(httpx.Request("GET", f"{here}{VERSION}"), seconds=PORT_SECONDS)
    if found.status is None and "nothing" in found.trouble:
        return good("port", f"nobody listens on {here} of this machine")
    if is_pytake(found):
        return good("port", f"a PyTake listens on {here}")
    fix = (
        f"Stop it (`ss -ltnp 'sport = :{on.settings.port}'` names it), or set PYTAKE_PORT to a free port, here and in "
        "the proxy; then start `pytake serve`."
    )
    return broken("port", f"something that is not PyTake listens on {here}", fix=fix)


async def _public_address(on: Round) -> Finding:
    url = on.settings.public_url
    found = await _version_at(url)
    if is_pytake(found):
        return good("public address", f"PyTake {msgspec.json.decode(found.body, type=_Version).version} at {url}")
    if found.status is None:
        fix = "Start `pytake serve`, and see that PYTAKE_PUBLIC_URL leads to it: name, port, firewall, certificate."
        return broken("public address", f"{found.trouble} at {url}", fix=fix)
    if found.status in GATEWAY_ERRORS:
        fix = "Start `pytake serve`, and let the proxy pass on to its PYTAKE_HOST and PYTAKE_PORT."
        return broken("public address", f"a proxy answers {found.status} at {url}", fix=fix)
    fix = (
        "PYTAKE_PUBLIC_URL, or the proxy behind it, leads elsewhere: let it lead to `pytake serve`, path /api included."
    )
    return broken("public address", f"something that is not PyTake answers {found.status} at {url}", fix=fix)


async def _shared_verify_token(on: Round) -> Finding:
    """Ask the shared address for its challenge, if this platform has one."""
    token = on.settings.whatsapp_verify_token
    if not token:
        return good("shared verify token", "no shared address: each number has its own")
    finding = await verification("shared verify token", f"{on.settings.public_url}{SHARED}", token=token)
    if finding.ok or "another verify token" not in finding.seen:
        return finding
    fix = "Set the same WHATSAPP_VERIFY_TOKEN for `pytake serve`, here, and in Meta's app (Webhooks); restart serve."
    return broken(finding.hop, finding.seen, fix=fix)


async def verification(hop: str, address: str, *, token: str) -> Finding:
    """Do what Meta does when an address is entered."""
    challenge = str(secrets.randbelow(2**31))
    query = {"hub.mode": "subscribe", "hub.challenge": challenge, "hub.verify_token": token}
    found = await ask(httpx.Request("GET", address, params=query))
    if found.status == httpx.codes.OK and found.body.decode(errors="replace").strip() == challenge:
        return good(hop, "gives the challenge back")
    if found.code == "VERIFY_TOKEN_WRONG" and await _passes_queries(address):
        return broken(hop, "the server has another verify token", fix="")
    fix = (
        "Let the proxy pass GET with its whole query (hub.mode, hub.challenge, hub.verify_token) and change no answer."
    )
    return broken(hop, f"the challenge does not come back: it {found.seen}", fix=fix)


async def _passes_queries(address: str) -> bool:
    """Whether a query reaches the server: an address of ours that takes none refuses it."""
    root = address.partition(SHARED)[0]
    return not is_pytake(await ask(httpx.Request("GET", f"{root}{VERSION}", params={"hub.mode": "subscribe"})))


def local_address(on: Round) -> str:
    """Give the address that `pytake serve` listens on, as this machine reaches it."""
    host = "127.0.0.1" if on.settings.host in EVERYWHERE else on.settings.host
    return f"http://{f'[{host}]' if ':' in host else host}:{on.settings.port}"


def is_pytake(answer: Answer) -> bool:
    """Whether the answer is that of our version."""
    try:
        return answer.status == httpx.codes.OK and bool(msgspec.json.decode(answer.body, type=_Version).version)
    except msgspec.MsgspecError:
        return False


async def _version_at(url: str) -> Answer:
    return await ask(httpx.Request("GET", f"{url}{VERSION}"), seconds=PORT_SECONDS)


ADDRESS_HOPS = (
    Hop("port", ("PYTAKE_PUBLIC_URL", "PYTAKE_HOST", "PYTAKE_PORT"), _port),
    Hop("public address", ("PYTAKE_PUBLIC_URL", "port"), _public_address),
    Hop("shared verify token", ("public address",), _shared_verify_token),
)
