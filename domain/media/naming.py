"""The name under which a file is saved: its sender's, with an extension that fits what it is."""

from domain.media.kinds import (
    DOC,
    DOCX,
    JPEG,
    MP4,
    MP4_AUDIO,
    OGG,
    PDF,
    PNG,
    PPT,
    PPTX,
    TEXT,
    THREE_GP,
    WEBP,
    XLS,
    XLSX,
    XML,
    ZIP,
)

_EXTENSIONS: dict[str, tuple[str, ...]] = {
    JPEG: ("jpg", "jpeg"),
    PNG: ("png",),
    WEBP: ("webp",),
    MP4: ("mp4",),
    THREE_GP: ("3gp",),
    OGG: ("ogg", "oga", "opus"),
    MP4_AUDIO: ("m4a", "mp4"),
    "audio/aac": ("aac",),
    "audio/amr": ("amr",),
    "audio/mpeg": ("mp3",),
    PDF: ("pdf",),
    TEXT: ("txt", "csv", "log", "md", "ret", "rem", "ofx"),
    XML: ("xml",),
    ZIP: ("zip",),
    DOC: ("doc",),
    XLS: ("xls",),
    PPT: ("ppt",),
    DOCX: ("docx",),
    XLSX: ("xlsx",),
    PPTX: ("pptx",),
    "application/rtf": ("rtf",),
    "application/vnd.oasis.opendocument.text": ("odt",),
    "application/vnd.oasis.opendocument.spreadsheet": ("ods",),
}
"""The first is given to a file whose name has none that fits: `payslip.exe`, which is a text, is saved as a text."""


def saved_name(filename: str | None, *, kind: str, mime: str) -> str:
    """Give a name to save under; one that would be opened as something else gets an extension behind it."""
    name = filename or kind
    fitting = _EXTENSIONS.get(mime, ("bin",))
    extension = name.rpartition(".")[2].lower()
    return name if "." in name and extension in fitting else f"{name}.{fitting[0]}"
