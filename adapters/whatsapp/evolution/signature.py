"""Whether a webhook comes from the Evolution server that we told our secret.

Evolution API signs nothing (its issue 102 is open). What it can do is to send headers of our choosing with each webhook
(reference 4.4), so one of them holds a secret; the path holds another. Neither proves the body, so both travel over
TLS only.
"""

import hmac

SECRET_HEADER = "X-PyTake-Secret"  # noqa: S105 - the header's name, not what is in it


class EvolutionSignature:
    """Checks the header `X-PyTake-Secret`."""

    def is_valid(self, *, header: str | None, body: bytes, secrets: tuple[str, ...]) -> bool:  # noqa: ARG002 - unsigned
        """Compare in constant time against each secret; several allow a rotation, blank ones never match."""
        given = (header or "").encode()
        matches = [hmac.compare_digest(given, secret.encode()) for secret in secrets if secret.strip()]
        return any(matches)
