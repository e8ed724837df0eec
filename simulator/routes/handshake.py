import secrets

import msgspec

from simulator.errors import GraphError
from simulator.state.numbers import Callback
from simulator.validation.fields import Fields
from simulator.wire import JsonObject, decode_object
from simulator.world import World

URI_MAX = 200  # Meta: override_callback_uri
TOKEN_MAX = 200


def read_override(fields: Fields) -> Callback | None:
    """Return the override asked for, None when it is to be removed."""
    url = fields.optional_text("override_callback_uri", most=URI_MAX)
    if not url:
        return None
    if not url.startswith(("http://", "https://")):
        raise GraphError(100, "Param override_callback_uri must be a URL.")
    return Callback(url, fields.text("verify_token", most=TOKEN_MAX))


def read_override_body(raw: bytes) -> Callback | None:
    """Return the override of a JSON body; an absent body removes it."""
    try:
        body: JsonObject = decode_object(raw) if raw.strip() else {}
    except msgspec.DecodeError as error:
        raise GraphError(100, "The request body is not a JSON object.") from error
    return read_override(Fields(body))


async def change_callback(world: World, override: Callback | None) -> Callback | None:
    """Accept an address only when it sends Meta's challenge back."""
    if override is None:
        return None
    challenge = str(secrets.randbelow(2**31))
    parameters = {
        "hub.mode": "subscribe",
        "hub.challenge": challenge,
        "hub.verify_token": override.verify_token,
    }
    answer = await world.courier.verify(override.url, parameters=parameters)
    if answer.strip() != challenge:
        raise GraphError(
            100,
            "(#2200) Callback verification failed: the URL couldn't be validated. "
            f"Callback verification failed with the following errors: HTTP challenge expected, url {override.url}",
        )
    return override
