from typing import Literal

from msgspec import Struct


class SimNumber(Struct, frozen=True, kw_only=True):
    """A business number as Meta shows it; the values are our own invention."""

    phone_number_id: str = "700111222333444"
    display_phone_number: str = "+55 11 95555-0100"
    verified_name: str = "Provedor Aurora"


class Delivery(Struct, frozen=True, kw_only=True):
    """How webhooks travel: batching, parallelism, patience."""

    batch_window_ms: int = 5  # long enough to join what is born together, too short to be felt
    busy_window_ms: int = 20  # while updates keep coming: fewer, fuller POSTs, or the load is spent on HTTP
    batch_max: int = 1000  # Meta: up to 1,000 updates a POST
    concurrency: int = 8  # POSTs at once to one callback; more only queues in the receiver
    timeout_seconds: float = 20.0  # Meta publishes none; partners report twenty seconds
    retry_first_ms: int = 200
    retry_cap_ms: int = 30_000
    retry_for_seconds: float = 7 * 86_400  # Meta: seven days, then the update is dropped


class SimulatorSettings(Struct, frozen=True, kw_only=True):
    """Everything that is decided before the simulator starts."""

    host: str = "127.0.0.1"
    port: int = 8001
    public_url: str = "http://127.0.0.1:8001"
    access_token: str = "sim-access-token"  # noqa: S105 — a simulator has no secrets
    app_id: str = "100200300400500"
    app_secret: str = "sim-app-secret"  # noqa: S105 — the same
    verify_token: str = "sim-verify-token"  # noqa: S105 — the same
    evolution_key: str = "sim-evolution-key"
    isp_token: str = "sim-erp-token"  # noqa: S105 — the same
    waba_id: str = "900100200300400"
    phone_numbers: tuple[SimNumber, ...] = (SimNumber(),)
    webhook_url: str | None = None
    status_delays_ms: tuple[int, int, int] = (50, 150, 400)  # sent, delivered, read; from acceptance
    auto_read: bool = True
    media_url_seconds: int = 300  # Meta: a media URL is valid for five minutes
    down_mode: Literal["503", "close"] = "503"
    delivery: Delivery = Delivery()
