"""The hops of one number's webhooks, from outside: signature, verify token, size; only empty bodies are kept."""

import hashlib
import hmac

import httpx

from application.ports.whatsapp import Credentials
from entrypoints.cli.doctor.address_hops import SHARED, is_pytake, local_address, verification
from entrypoints.cli.doctor.asking import Answer, ask
from entrypoints.cli.doctor.finding import Finding, broken, good
from entrypoints.cli.doctor.round import Round

PLAIN = b'{"object":"whatsapp_business_account","entry":[]}'
"""Any program that reads and writes it again leaves it as it is, or nearly; of no consequence."""
ESCAPED = b'{"object":"whatsapp_business_account","entry":[],"doctor":"S\\u00e3o Paulo 1\\/2"}'
"""Escaped as Meta escapes: who reads and writes it again changes it, and its signature breaks."""
BIG = b'{"object":"whatsapp_business_account","entry":[],"padding":"' + b"x" * 2_900_000 + b'"}'
"""Meta sends up to 3 MB; many a proxy takes one. It is signed wrongly, for it is to be read and not kept."""
WRONG_SECRET = "not the secret"  # noqa: S105 - signs badly on purpose

REWRITES = (
    "Have every proxy pass bodies on byte for byte: no JSON filters, no charset or firewall rule that rewrites them."
)
LARGER = "Allow at least 3 MiB on every proxy in front (nginx: client_max_body_size 4m; and any firewall's own limit)."
DIFFERS = (
    "The servers hold another app secret: enter it again (pytake config renew --app-secret); a new one works after "
    "five seconds. If it stays, a proxy drops the header X-Hub-Signature-256 or changes every body."
)

DROPPED = (
    "A proxy drops the header X-PyTake-Secret, or the secrets were entered anew a moment ago: they work after five "
    "seconds."
)
EMPTY_EVENT = b'{"event":"presence.update","data":{}}'
"""What an Evolution server may send, and what nobody keeps."""


def address_of(on: Round, config_id: object) -> str:
    """Give the address of a number's own webhooks, as the world sees it."""
    return f"{on.settings.public_url}{SHARED}/{config_id}"


async def signature(hop: str, address: str, credentials: Credentials, on: Round) -> Finding:
    """Deliver an empty webhook as Meta would; then a badly signed one."""
    secret = credentials.app_secrets[0]
    found = await _post(address, ESCAPED, secret=secret)
    if found.status == httpx.codes.UNAUTHORIZED:
        return await _refused(hop, address, secret, on)
    if found.status != httpx.codes.OK:
        return _unexpected(hop, found)
    if (await _post(address, ESCAPED, secret=WRONG_SECRET)).status != httpx.codes.UNAUTHORIZED:
        fix = "Something in front answers in our place: let the proxy pass POST to `pytake serve`."
        return broken(hop, "a wrongly signed body is taken", fix=fix)
    return good(hop, "takes what is signed, refuses what is not")


async def _refused(hop: str, address: str, secret: str, on: Round) -> Finding:
    """Find out why a rightly signed body is refused: by its writing, by its way, or by its secret."""
    if (await _post(address, PLAIN, secret=secret)).status == httpx.codes.OK:
        return broken(hop, r"a proxy rewrites bodies: \u00e3 and \/ do not arrive as they were sent", fix=REWRITES)
    here = local_address(on)
    if is_pytake(await ask(httpx.Request("GET", f"{here}/api/v1/version"))):
        direct = address.replace(on.settings.public_url, here, 1)
        if here != on.settings.public_url and (await _post(direct, ESCAPED, secret=secret)).status == httpx.codes.OK:
            fix = f"{REWRITES} And have them keep the header X-Hub-Signature-256."
            return broken(hop, f"a proxy rewrites bodies: {here} takes what {on.settings.public_url} refuses", fix=fix)
    return broken(hop, "a rightly signed body is refused", fix=DIFFERS)


def _unexpected(hop: str, found: Answer) -> Finding:
    if found.code == "WHATSAPP_CONFIG_NOT_FOUND":
        fix = "Let PYTAKE_PUBLIC_URL and the proxy lead to the `pytake serve` that has this DATABASE_URL."
        return broken(hop, "another PyTake answers: it does not know this number", fix=fix)
    if found.status is None:
        return broken(hop, found.trouble, fix="Let the proxy pass POST to `pytake serve`, and look in both logs.")
    fix = "Look in the log of `pytake serve` for this request; if it is not there, the proxy or a firewall answered."
    return broken(hop, found.seen, fix=fix)


async def secrets(hop: str, address: str, credentials: Credentials) -> Finding:
    """Deliver an empty webhook as an Evolution server would; then one with a wrong secret."""
    own = f"{address}/{credentials.verify_token}"
    found = await _post_secret(own, secret=credentials.app_secrets[0])
    if found.status == httpx.codes.UNAUTHORIZED:
        return broken(hop, "the right secrets are refused", fix=DROPPED)
    if found.status != httpx.codes.OK:
        return _unexpected(hop, found)
    if (await _post_secret(own, secret=WRONG_SECRET)).status != httpx.codes.UNAUTHORIZED:
        fix = "Something in front answers in our place: let the proxy pass POST to `pytake serve`."
        return broken(hop, "a wrong secret is taken", fix=fix)
    return good(hop, "takes what has the secrets, refuses what has not")


async def _post_secret(address: str, *, secret: str) -> Answer:
    headers = {"X-PyTake-Secret": secret, "Content-Type": "application/json"}
    return await ask(httpx.Request("POST", address, content=EMPTY_EVENT, headers=headers))


async def verify_token(hop: str, address: str, credentials: Credentials) -> Finding:
    """Do what Meta does when this number's address is entered."""
    finding = await verification(hop, address, token=credentials.verify_token or "")
    if finding.ok or finding.fix:
        return finding
    fix = "Enter it again, then have Meta take it over: pytake config renew --verify-token; pytake config subscribe."
    return broken(hop, finding.seen, fix=fix)


async def body_size(hop: str, address: str) -> Finding:
    """Send Meta's largest body, badly signed: a server that has read all of it says 401, and keeps nothing."""
    found = await _post(address, BIG, secret=WRONG_SECRET)
    if found.status == httpx.codes.UNAUTHORIZED:
        return good(hop, "takes Meta's largest body")
    return broken(hop, f"a body of 2.9 MB does not get through: {found.seen}", fix=LARGER)


async def _post(address: str, body: bytes, *, secret: str) -> Answer:
    signature = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    headers = {"X-Hub-Signature-256": f"sha256={signature}", "Content-Type": "application/json"}
    return await ask(httpx.Request("POST", address, content=body, headers=headers))
