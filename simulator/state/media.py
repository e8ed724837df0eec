import base64
import hashlib
import hmac
from urllib.parse import quote

from msgspec import Struct

from simulator.ids import new_media_id

STORE_MAX_BYTES = 256 * 1024 * 1024  # a development machine's memory; the oldest files go first
_MB = 1024 * 1024

# Meta: cloud-api/reference/media, supported types and their largest size.
_AUDIO = ("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg")
_DOCUMENTS = (
    "text/plain",
    "application/pdf",
    "application/msword",
    "application/vnd.ms-excel",
    "application/vnd.ms-powerpoint",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
)
LARGEST: dict[str, int] = {
    **dict.fromkeys(_AUDIO, 16 * _MB),
    **dict.fromkeys(_DOCUMENTS, 100 * _MB),
    "image/jpeg": 5 * _MB,
    "image/png": 5 * _MB,
    "image/webp": 500 * 1024,
    "video/mp4": 16 * _MB,
    "video/3gpp": 16 * _MB,
}


class Medium(Struct, kw_only=True):
    """A stored file."""

    id: str
    phone_number_id: str
    mime_type: str
    filename: str
    content: bytes
    sha256: str

    @property
    def sha256_base64(self) -> str:
        """Return the hash as inbound webhooks write it."""
        return base64.b64encode(bytes.fromhex(self.sha256)).decode()


class MediaStore:
    """Files of both directions, with download addresses that expire."""

    def __init__(self, *, public_url: str, secret: str, url_seconds: int) -> None:
        self._public_url = public_url.rstrip("/")
        self._secret = secret.encode()
        self._url_seconds = url_seconds
        self._files: dict[str, Medium] = {}
        self._bytes = 0

    def add(self, content: bytes, *, mime_type: str, filename: str, phone_number_id: str) -> Medium:
        """Store a file, dropping the oldest ones when the store is full."""
        medium = Medium(
            id=new_media_id(),
            phone_number_id=phone_number_id,
            mime_type=mime_type,
            filename=filename,
            content=content,
            sha256=hashlib.sha256(content).hexdigest(),
        )
        self._files[medium.id] = medium
        self._bytes += len(content)
        while self._bytes > STORE_MAX_BYTES and len(self._files) > 1:
            self.remove(next(iter(self._files)))
        return medium

    def get(self, media_id: str) -> Medium | None:
        """Return a file by its id."""
        return self._files.get(media_id)

    def remove(self, media_id: str) -> bool:
        """Forget a file; say whether there was one."""
        medium = self._files.pop(media_id, None)
        if medium is None:
            return False
        self._bytes -= len(medium.content)
        return True

    def url(self, medium: Medium, *, now: float) -> str:
        """Return an address that works for `url_seconds` (Meta: five minutes)."""
        expires = int(now) + self._url_seconds
        return f"{self._public_url}/_media/{quote(medium.id)}?ext={expires}&hash={self._tag(medium.id, expires)}"

    def is_valid(self, media_id: str, *, expires: int, tag: str, now: float) -> bool:
        """Say whether a download address is ours and not yet expired."""
        return hmac.compare_digest(self._tag(media_id, expires).encode(), tag.encode()) and now <= expires

    def _tag(self, media_id: str, expires: int) -> str:
        return hmac.new(self._secret, f"{media_id}:{expires}".encode(), hashlib.sha256).hexdigest()[:32]
