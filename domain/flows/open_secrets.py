"""Secrets that somebody wrote out where only their names belong: how they are known, and how they are not shown."""

import re

import msgspec

from domain.flows.effects import CallApi, CallHeader, Effect, SecretRef

_NAMES = "token|access_token|api_?key|apikey|key|secret|password|senha|pwd|auth|authorization|signature|client_secret"
_IN_URL = re.compile(rf"[?&;](?:{_NAMES})=[^&\s{{]{{4,}}|//[^/@\s{{}}]+:[^/@\s{{}}]+@", re.IGNORECASE)
"""`?token=abcd` or `//user:word@host`, written out."""
_HEADERS = re.compile(
    r"authorization|(?:x-)?(?:api|auth)[-_]?(?:key|token)|.*(?:token|secret|password|api-?key)", re.IGNORECASE
)
_SCHEME = re.compile(r"^(?:bearer|basic|token|apikey)\s+", re.IGNORECASE)
_LITERAL = re.compile(r"[^\s{}]{6,}")
"""What is left where no secret and no variable is named: the secret itself."""
_LOOKS_SECRET = re.compile(r"\b(?:sk|pk|ghp|xox[abp]|AKIA|eyJ)[-_A-Za-z0-9]{12,}")
_MASK = "…"


def is_open_secret(text: str) -> bool:
    """Whether an address, or a part of one, holds a secret that is written out."""
    return _IN_URL.search(text) is not None or _LOOKS_SECRET.search(text) is not None


def is_open_header(name: str, value: str) -> bool:
    """Whether a header holds one."""
    if _LOOKS_SECRET.search(value):
        return True
    bare = _SCHEME.sub("", value.strip())
    return _HEADERS.fullmatch(name) is not None and "{{" not in value and _LITERAL.fullmatch(bare) is not None


def without_secrets(effect: Effect) -> Effect:
    """Give the effect as it may be shown."""
    if not isinstance(effect, CallApi):
        return effect
    headers = tuple(_masked(header) for header in effect.headers)
    return msgspec.structs.replace(effect, url=without_secrets_in_url(effect.url), headers=headers)


def without_secrets_in_url(url: str) -> str:
    """Give an address as it may be shown."""
    return _LOOKS_SECRET.sub(_MASK, _IN_URL.sub(_hide, url))


def _hide(found: re.Match[str]) -> str:
    if found[0].startswith("//"):
        return f"//{_MASK}@"
    return f"{found[0].partition('=')[0]}={_MASK}"


def _masked(header: CallHeader) -> CallHeader:
    """Put a sign in the place of a secret; what is only named stays, as it is no more than its name."""
    written = "".join(part for part in header.value if isinstance(part, str))
    if not is_open_header(header.name, written):
        return header
    named = tuple(part for part in header.value if isinstance(part, SecretRef))
    return msgspec.structs.replace(header, value=(*named, _MASK))
