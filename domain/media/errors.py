"""What can be wrong with a file.

PyTakeError
├── NotFoundError
│   ├── MediaNotFoundError    no such file, or in a conversation that the asker may not see
│   └── NoThumbnailError      the file has no small picture
├── ForbiddenError
│   └── BadSignatureError     the address was changed, or its time is over
├── ConflictError
│   └── MediaNotReadyError    not stored: still on its way, failed, or blocked
├── TooLargeError
│   └── FileTooLargeError     more than its kind may have
└── InvalidError
    └── MediaRefusedError     a type that is not taken, or a damaged file
"""

from enum import StrEnum

from domain.shared.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError, TooLargeError


class MediaProblem(StrEnum):
    """Why a file is not there; kept as its `reason`."""

    GONE = "gone"
    """The provider does not have it any more: Meta keeps what customers send for seven days."""
    UNREACHABLE = "unreachable"
    """The provider did not hand it out, often enough."""
    ADDRESS_REFUSED = "address_refused"
    """It lies at an address that we do not read from."""
    TOO_LARGE = "too_large"
    CHANGED = "changed"
    """Its hash is not the one that the provider gave."""
    TYPE_NOT_ALLOWED = "type_not_allowed"
    ACTIVE_CONTENT = "active_content"
    """A browser or a computer would run it."""
    DAMAGED = "damaged"
    TOO_MANY_PIXELS = "too_many_pixels"
    """Drawn out it would fill the memory of whoever looks at it."""
    TOO_SLOW = "too_slow"
    """It takes longer to read than any honest file of its size."""


BLOCKING = frozenset({MediaProblem.TYPE_NOT_ALLOWED, MediaProblem.ACTIVE_CONTENT, MediaProblem.TOO_MANY_PIXELS})
"""The file itself is why: it is never asked for again."""


class MediaNotFoundError(NotFoundError):
    """No such file for this tenant, or for this person."""

    code = "MEDIA_NOT_FOUND"


class NoThumbnailError(NotFoundError):
    """Documents and sounds have no small picture."""

    code = "NO_THUMBNAIL"


class BadSignatureError(ForbiddenError):
    """The signed address was changed or its time is over: ask for the file's metadata again."""

    code = "BAD_SIGNATURE"


class MediaNotReadyError(ConflictError):
    """The file is not stored."""

    code = "MEDIA_NOT_READY"


class FileTooLargeError(TooLargeError):
    """More than its kind may have."""

    code = "MEDIA_TOO_LARGE"


class MediaRefusedError(InvalidError):
    """By its content it is no file that we take as this kind."""

    code = "MEDIA_REFUSED"

    def __init__(self, message: str, *, problem: MediaProblem) -> None:
        super().__init__(message)
        self.problem = problem
