"""Whether a webhook comes from Meta: HMAC-SHA256 of the raw body, keyed with the app's secret.

Meta: webhooks/create_webhook_endpoint. The signature covers the bytes as they came over the wire, so it is checked
before anything is parsed: Meta escapes its JSON in ways that no re-serialising reproduces.
"""

import hmac
import re

_HEADER = re.compile(r"sha256=([0-9a-fA-F]{64})", re.ASCII)
"""`compare_digest` raises on text that is not ASCII, so the shape is checked first."""


class CloudSignature:
    """Checks the header `X-Hub-Signature-256`."""

    def is_valid(self, *, header: str | None, body: bytes, secrets: tuple[str, ...]) -> bool:
        """Compare in constant time against each secret; several allow a rotation, blank ones never match."""
        match = _HEADER.fullmatch(header or "")
        if match is None:
            return False
        claimed = match[1].lower()
        return any(_signs(secret, body=body, claimed=claimed) for secret in secrets)


def _signs(secret: str, *, body: bytes, claimed: str) -> bool:
    """Whether `secret` gives the claimed digest; anybody can compute the digest of a blank secret."""
    if not secret.strip():
        return False
    return hmac.compare_digest(hmac.digest(secret.encode(), body, "sha256").hex(), claimed)
