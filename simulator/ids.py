import base64
import secrets
from itertools import count

_media_numbers = count(1_200_000_000_000_000)
_template_numbers = count(1_700_000_000_000_000)


def new_wamid(phone_digits: str) -> str:
    """Return a message id that looks like Meta's; readers must treat it as opaque."""
    phone = phone_digits.encode()[:40]
    raw = b"\x1c\x18" + bytes([len(phone)]) + phone + b"\x15\x02\x00\x11\x18\x12"
    return "wamid." + base64.b64encode(raw + secrets.token_hex(9).upper().encode() + b"\x00").decode()


def new_media_id() -> str:
    """Return the next media id, a string of digits like Meta's."""
    return str(next(_media_numbers))


def new_template_id() -> str:
    """Return the next template id, a string of digits like Meta's."""
    return str(next(_template_numbers))


def new_trace_id() -> str:
    """Return an `fbtrace_id` for an error body."""
    return "A" + secrets.token_urlsafe(16)


def user_id_of(phone_digits: str) -> str:
    """Derive a customer's business-scoped user id, the same on each start.

    A phone that starts with another country keeps the `BR.` prefix: consumers may only look at its shape.
    """
    return f"BR.{phone_digits}"
