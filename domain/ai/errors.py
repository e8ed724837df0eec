"""What can be wrong with language models and what they know.

PyTakeError
├── NotFoundError
│   ├── KnowledgeBaseNotFoundError      no such base
│   └── KnowledgeDocumentNotFoundError  no such document in this base
├── ConflictError
│   ├── KnowledgeBaseTakenError         another base has the name
│   ├── TooManyKnowledgeBasesError      as many as there may be
│   ├── KnowledgeBaseFullError          as many documents as there may be
│   ├── SameDocumentError               this very file is there already
│   ├── AiBudgetSpentError              the month's cap is reached
│   └── ModelRefusedError               the model will not answer, however often it is asked
├── TooLargeError
│   └── DocumentTooLargeError           more than a document may have
├── InvalidError
│   └── DocumentRefusedError            a type that is not read, or a damaged file
└── UnavailableError
    └── ModelUnavailableError           the model did not answer
"""

from enum import StrEnum

from domain.shared.errors import ConflictError, InvalidError, NotFoundError, TooLargeError, UnavailableError


class DocumentProblem(StrEnum):
    """Why a document cannot be read; kept as its `error`."""

    EMPTY = "empty"
    TYPE_NOT_READ = "type_not_read"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    NO_TEXT = "no_text"
    """There is no text in it: pictures of pages are not read."""
    TOO_LONG = "too_long"
    """More text than one document may have."""
    TOO_SLOW = "too_slow"
    """It takes longer to read than any honest file of its size, or more memory."""
    FILE_GONE = "file_gone"
    """It was not read within the day for which files are kept: bring it again."""


class KnowledgeBaseNotFoundError(NotFoundError):
    """No such base for this tenant."""

    code = "KNOWLEDGE_BASE_NOT_FOUND"


class KnowledgeDocumentNotFoundError(NotFoundError):
    """No such document in this base."""

    code = "KNOWLEDGE_DOCUMENT_NOT_FOUND"


class KnowledgeBaseTakenError(ConflictError):
    """Another base has this name."""

    code = "KNOWLEDGE_BASE_TAKEN"


class TooManyKnowledgeBasesError(ConflictError):
    """As many bases as a company may have."""

    code = "TOO_MANY_KNOWLEDGE_BASES"


class KnowledgeBaseFullError(ConflictError):
    """As many documents as a base may have."""

    code = "KNOWLEDGE_BASE_FULL"


class SameDocumentError(ConflictError):
    """The base has this very file already."""

    code = "KNOWLEDGE_DOCUMENT_SAME"


class AiBudgetSpentError(ConflictError):
    """What may be used in a month is used up."""

    code = "AI_BUDGET_SPENT"


class DocumentTooLargeError(TooLargeError):
    """More bytes than a document may have."""

    code = "KNOWLEDGE_DOCUMENT_TOO_LARGE"


class DocumentRefusedError(InvalidError):
    """By its content it is nothing that can be read."""

    code = "KNOWLEDGE_DOCUMENT_REFUSED"

    def __init__(self, message: str, *, problem: DocumentProblem) -> None:
        super().__init__(message)
        self.problem = problem


class ModelRefusedError(ConflictError):
    """The model does not answer as it is set up; `details` says why, in a word of ours such as `bad_key`."""

    code = "AI_REFUSED"


class ModelUnavailableError(UnavailableError):
    """The model does not answer now."""

    code = "AI_UNAVAILABLE"
