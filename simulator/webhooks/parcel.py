from collections.abc import Callable

from msgspec import Struct

from simulator.state.ledger import WebhookRow


class Parcel(Struct, kw_only=True):
    """A finished body on its way: posted again and again until it is acknowledged."""

    url: str
    body: bytes
    app_secret: str
    row: WebhookRow
    on_acknowledged: Callable[[], None]
