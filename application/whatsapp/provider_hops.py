"""What the provider is asked about a number, for `ProveConfig`: one hop after the other, until one breaks."""

from collections.abc import Awaitable, Callable

import msgspec

from application.ports.whatsapp import Credentials, ProviderRefusedError, WhatsAppGateway
from domain.shared.phone import phone_key


class Hop(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was tried: whether it holds, what was seen, and the fix where it does not."""

    name: str
    ok: bool
    detail: str = ""
    fix: str = ""


NOT_REACHED = frozenset({"NEVER_SENT", "NO_ANSWER"})
TOKEN_REFUSED = frozenset({"190", "0", "WRONG_SETTINGS"})  # Meta: 190 expired or revoked, 0 not authenticated
KEY_REFUSED = frozenset({"HTTP_401", "HTTP_403"})  # Evolution API: neither the server's key nor the instance's token
NO_INSTANCE = frozenset({"NO_SUCH_INSTANCE"})
NO_LICENSE = frozenset({"LICENSE_REQUIRED"})  # Evolution API from 2.4 on
NOT_ALLOWED = frozenset({"3", "10", *map(str, range(200, 300))})  # Meta: capability and permissions
UNKNOWN_NUMBER = frozenset({"100", "33"})  # Meta: 100 with subcode 33, no such object for this token

REACH = "See that this machine reaches WHATSAPP_BASE_URL (name, firewall, proxy), and try again."
EXPIRED = (
    "The token has expired or was revoked: make a permanent one (Meta: Business settings, System users) and enter it: "
    "pytake config renew --access-token."
)
MORE_RIGHTS = (
    "Give the token's system user the WhatsApp account, with whatsapp_business_messaging and "
    "whatsapp_business_management; then enter the new token: pytake config renew --access-token."
)
RIGHT_NUMBER = (
    "Copy the phone number id (not the number) from Meta's API setup page: pytake config renew --phone-number-id."
)
RIGHT_ACCOUNT = "Copy the WhatsApp Business account id from Meta: pytake config renew --business-account-id."
FROM_THE_APP = "Copy it from Meta's app (App settings, Basic) and enter it: pytake config renew --app-secret."
SUBSCRIBE = "Subscribe the app to the account: pytake config subscribe."

RIGHT_KEY = "Enter the API key of the Evolution server, or the instance's token: pytake config renew --access-token."
LINK_PHONE = "Link the phone: show its QR code in the settings of the number."
LICENSE = "Activate the Evolution server's licence in its manager."

_FIXES = (
    (NOT_REACHED, "provider", REACH),
    (TOKEN_REFUSED, "token", EXPIRED),
    (NOT_ALLOWED, "token", MORE_RIGHTS),
    (UNKNOWN_NUMBER, "number", RIGHT_NUMBER),
    (KEY_REFUSED, "token", RIGHT_KEY),
    (NO_INSTANCE, "number", LINK_PHONE),
    (NO_LICENSE, "provider", LICENSE),
)
"""What the provider's code means where a number is asked for: the hop that is broken, and the fix."""
_OTHERWISE = ("provider", "The provider refuses for another reason: look the code up in Meta's list of errors.")


async def provider_hops(gateway: WhatsAppGateway, credentials: Credentials, *, phone_number: str) -> list[Hop]:
    """Ask about token and number, the app secret, the subscription."""
    hops = await _number(gateway, credentials, phone_number)
    for name, ask, wrong, fix in (
        ("app secret", gateway.has_app_secret, "it is not that of the token's app, which signs webhooks", FROM_THE_APP),
        ("subscription", gateway.subscribed, "the app does not get this account's webhooks", SUBSCRIBE),
    ):
        if not hops[-1].ok:
            break
        hops.append(await _asked(name, ask, credentials, wrong=wrong, fix=fix))
    return hops


async def _number(gateway: WhatsAppGateway, credentials: Credentials, phone_number: str) -> list[Hop]:
    try:
        info = await gateway.number(credentials)
    except ProviderRefusedError as error:
        name, fix = next(((name, fix) for codes, name, fix in _FIXES if error.code in codes), _OTHERWISE)
        broken = Hop(name=name, ok=False, detail=str(error), fix=fix)
        return [Hop(name="token", ok=True), broken] if name == "number" else [broken]
    if not info.display_phone_number:
        return [Hop(name="token", ok=True), Hop(name="number", ok=False, detail="no phone is linked", fix=LINK_PHONE)]
    if phone_key(info.display_phone_number) != phone_key(phone_number):
        seen = f"the provider says that this id is {info.display_phone_number}"
        return [Hop(name="token", ok=True), Hop(name="number", ok=False, detail=seen, fix=RIGHT_NUMBER)]
    return [Hop(name="token", ok=True), Hop(name="number", ok=True)]


async def _asked(
    name: str, ask: Callable[[Credentials], Awaitable[bool]], credentials: Credentials, *, wrong: str, fix: str
) -> Hop:
    try:
        holds = await ask(credentials)
    except ProviderRefusedError as error:
        fixes = ((UNKNOWN_NUMBER, "", RIGHT_ACCOUNT), *_FIXES)
        known = next((known for codes, _, known in fixes if error.code in codes), fix)
        return Hop(name=name, ok=False, detail=str(error), fix=known)
    return Hop(name=name, ok=holds, detail="" if holds else wrong, fix="" if holds else fix)
