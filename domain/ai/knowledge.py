"""What a company lets its bots look things up in: bases of documents."""

from datetime import datetime
from enum import StrEnum

import msgspec

from domain.ai.errors import DocumentProblem
from domain.shared.aggregate import Aggregate
from domain.shared.errors import ErrorDetail
from domain.shared.ids import KnowledgeBaseId, KnowledgeDocumentId

MAX_BASES = 50
MAX_NAME = 100
MAX_DESCRIPTION = 1_000
MAX_DOCUMENTS = 500
"""Of a base: one subject of a company's; what is more is several bases."""
MAX_FILE = 20 * 1024 * 1024
"""Bytes; a handbook with pictures. Its text is far smaller."""
MAX_TEXT = 1_000_000
"""Characters of a document: a book of four hundred pages; more are several documents."""
MAX_BASE_CHUNKS = 10_000
"""Passages of a base. Each is compared with a question, so that nothing near is missed: with long vectors that takes
two seconds where PostgreSQL reckons by itself, and a fifth of one where it has the extension `vector`."""

TEXT, MARKDOWN, HTML, PDF = "text/plain", "text/markdown", "text/html", "application/pdf"
READ = (TEXT, MARKDOWN, HTML, PDF)
"""Types that are read."""


class DocumentStatus(StrEnum):
    """How far its reading is."""

    WAITING = "waiting"
    READY = "ready"
    FAILED = "failed"


class KnowledgeBase(Aggregate, kw_only=True, eq=False):
    """Documents under a name, by which flows know it."""

    id: KnowledgeBaseId
    name: str
    description: str = ""
    created_at: datetime


class KnowledgeDocument(msgspec.Struct, kw_only=True):
    """A file that was brought; when it is read only its text is kept."""

    id: KnowledgeDocumentId
    base_id: KnowledgeBaseId
    name: str
    mime: str
    size: int
    sha256: bytes
    created_at: datetime
    status: DocumentStatus = DocumentStatus.WAITING
    error: str | None = None
    chunks: int = 0
    read_at: datetime | None = None

    def become_ready(self, *, chunks: int, now: datetime) -> None:
        """Be read."""
        self.status, self.error, self.chunks, self.read_at = DocumentStatus.READY, None, chunks, now

    def fail(self, problem: DocumentProblem, *, now: datetime) -> None:
        """Be given up."""
        self.status, self.error, self.read_at = DocumentStatus.FAILED, problem.value, now


def wrong_in_base(base: KnowledgeBase) -> tuple[ErrorDetail, ...]:
    """Say what cannot be."""
    wrong = []
    if not 0 < len(base.name) <= MAX_NAME or "\n" in base.name:
        wrong.append(
            ErrorDetail(field="name", message="1 to {limit} characters, and no line breaks", values={"limit": MAX_NAME})
        )
    if len(base.description) > MAX_DESCRIPTION:
        wrong.append(
            ErrorDetail(field="description", message="at most {limit} characters", values={"limit": MAX_DESCRIPTION})
        )
    return tuple(wrong)


def kind_of(head: bytes, *, filename: str | None) -> str | None:
    """Tell what a file is by its first bytes; its name says only which kind of text it is. None is not read."""
    if head.startswith(b"%PDF-"):
        return PDF
    if b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    if head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")):
        return None
    name = (filename or "").lower()
    start = head[:1_000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or name.endswith((".html", ".htm")):
        return HTML
    return MARKDOWN if name.endswith((".md", ".markdown")) else TEXT
