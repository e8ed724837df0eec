"""Where a customer came from."""

import msgspec


class Referral(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The advertisement or post that the customer came from; addresses are the provider's and end some day."""

    source_type: str | None = None
    source_id: str | None = None
    source_url: str | None = None
    headline: str | None = None
    body: str | None = None
    click_id: str | None = None
    media_type: str | None = None
    media_url: str | None = None
    ref: str | None = None
    greeting: str | None = None
