"""Where a file lies in the store: under its tenant, named by what it holds, so that the same file lies there once."""

from domain.shared.ids import TenantId

THUMBNAIL = ".thumbnail"


def storage_key(tenant_id: TenantId, sha256: bytes) -> str:
    """Name a file by its hash; two letters of it make folders of a size that file systems like."""
    name = sha256.hex()
    return f"{tenant_id}/{name[:2]}/{name}"


def thumbnail_key(key: str) -> str:
    """Name a file's small picture."""
    return f"{key}{THUMBNAIL}"


def hash_in(key: str) -> bytes | None:
    """Give the hash that a key is made of; None for what is no key of ours."""
    try:
        return bytes.fromhex(key.rsplit("/", maxsplit=1)[-1].removesuffix(THUMBNAIL))
    except ValueError:
        return None
