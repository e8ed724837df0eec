"""Meta's error bodies: the catalogue (code, title, HTTP status) and the exception that carries one."""

from typing import NamedTuple

from msgspec import UNSET, Struct, UnsetType

from simulator.ids import new_trace_id

SUPPORT_URL = "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/"


class CatalogueEntry(NamedTuple):
    """What Meta says for a code: its title, its usual detail, its HTTP status."""

    title: str
    details: str
    status: int = 400


# Meta: cloud-api/support/error-codes (the copy of December 2025 still had the HTTP statuses).
CATALOGUE: dict[int, CatalogueEntry] = {
    1: CatalogueEntry("API Unknown", "Invalid request or possible server error."),
    2: CatalogueEntry("API Service", "Temporary due to downtime or being overloaded.", 503),
    4: CatalogueEntry("API Too Many Calls", "The app has reached its API call rate limit."),
    10: CatalogueEntry("Permission Denied", "Permission is either not granted or has been removed.", 403),
    100: CatalogueEntry("Invalid parameter", "One or more parameters are unsupported or misspelled."),
    190: CatalogueEntry("Invalid OAuth access token - Cannot parse access token", "", 401),
    368: CatalogueEntry("Temporarily blocked for policies violations", "The account is restricted.", 403),
    80007: CatalogueEntry("Rate limit issues", "The WhatsApp Business Account has reached its rate limit."),
    130429: CatalogueEntry("Rate limit hit", "Cloud API message throughput has been reached."),
    130472: CatalogueEntry("User's number is part of an experiment", "Message was not sent."),
    131000: CatalogueEntry("Something went wrong", "Message failed to send due to an unknown error.", 500),
    131005: CatalogueEntry("Access denied", "Permission is either not granted or has been removed.", 403),
    131008: CatalogueEntry("Required parameter is missing", "The request is missing a required parameter."),
    131009: CatalogueEntry("Parameter value is not valid", "One or more parameter values are invalid."),
    131016: CatalogueEntry("Service unavailable", "A service is temporarily unavailable.", 500),
    131021: CatalogueEntry("Recipient cannot be sender", "Sender and recipient phone number is the same."),
    131026: CatalogueEntry("Message undeliverable", "Message Undeliverable."),
    131030: CatalogueEntry("Recipient phone number not in allowed list", "Add it to the recipient list."),
    131031: CatalogueEntry("Business Account locked", "The account has been restricted or disabled.", 403),
    131042: CatalogueEntry("Business eligibility payment issue", "There is a problem with payment."),
    131045: CatalogueEntry("Incorrect certificate", "The phone number is not registered.", 500),
    131047: CatalogueEntry(
        "Re-engagement message",
        "Message failed to send because more than 24 hours have passed since the customer last replied to this number.",
    ),
    131048: CatalogueEntry("Spam rate limit hit", "Too many messages were reported or blocked."),
    131049: CatalogueEntry(
        "This message was not delivered to maintain healthy ecosystem engagement.",
        "In order to maintain a healthy ecosystem engagement, the message failed to be delivered.",
    ),
    131050: CatalogueEntry("User has stopped marketing messages", "The user asked to stop marketing."),
    131051: CatalogueEntry("Unsupported message type", "Message type is currently not supported."),
    131052: CatalogueEntry("Media download error", "Unable to download the media sent by the user."),
    131053: CatalogueEntry("Media upload error", "Unable to upload the media used in the message."),
    131056: CatalogueEntry(
        "(Business Account, Consumer Account) pair rate limit hit",
        "Message failed to send because there were too many messages sent from this phone number to the "
        "same phone number in a short period of time.",
    ),
    131057: CatalogueEntry("Account in maintenance mode", "Throughput upgrade in progress.", 500),
    131059: CatalogueEntry("Invalid pagination cursor", "The cursor is not valid."),
    131062: CatalogueEntry("Message type not supported for user ids", "Send it to a phone number."),
    132000: CatalogueEntry("Number of parameters does not match the expected number of params", ""),
    132001: CatalogueEntry("Template name does not exist in the translation", "", 404),
    132005: CatalogueEntry("Translated text too long", ""),
    132007: CatalogueEntry("Template content policy violated", ""),
    132012: CatalogueEntry("Parameter format does not match format in the created template", ""),
    132015: CatalogueEntry("Template is Paused", "Template is paused due to low quality."),
    132016: CatalogueEntry("Template is Disabled", "Template was paused too many times."),
    133004: CatalogueEntry("Server Temporarily Unavailable", "Server is temporarily unavailable.", 503),
    133010: CatalogueEntry("Phone number Not Registered", "The phone number is not registered."),
    135000: CatalogueEntry("Generic user error", "Message failed to send because of an unknown error."),
}

# Codes that Meta reports after accepting, in a `failed` status, rather than in the answer.
LATE_CODES = frozenset({130472, 131026, 131049, 131050})


class ErrorData(Struct, frozen=True, omit_defaults=True):
    """The `error_data` of a Graph error."""

    details: str
    messaging_product: str | UnsetType = UNSET


class GraphErrorBody(Struct, frozen=True, kw_only=True):
    """The `error` of a Graph answer, field by field as Meta writes it."""

    message: str
    type: str
    code: int
    error_data: ErrorData | UnsetType = UNSET
    error_subcode: int | UnsetType = UNSET
    is_transient: bool | UnsetType = UNSET
    error_user_title: str | UnsetType = UNSET
    error_user_msg: str | UnsetType = UNSET
    fbtrace_id: str


class GraphErrorAnswer(Struct, frozen=True):
    """The whole error body."""

    error: GraphErrorBody


class StatusError(Struct, frozen=True, kw_only=True):
    """One of `statuses[].errors[]`."""

    code: int
    title: str
    message: str
    error_data: ErrorData
    href: str = SUPPORT_URL


class GraphError(Exception):
    """A refusal in Meta's shape."""

    def __init__(self, code: int, details: str | None = None, *, status: int | None = None) -> None:
        entry = CATALOGUE.get(code, CatalogueEntry("Unknown error", ""))
        self.code = code
        self.title = entry.title
        self.details = entry.details if details is None else details
        self.status = status or entry.status
        self.subcode: int | None = None
        self.user_words: tuple[str, str] | None = None
        super().__init__(f"(#{code}) {entry.title}")

    def answer(self) -> GraphErrorAnswer:
        """Return the body of the HTTP answer."""
        data = ErrorData(details=self.details, messaging_product="whatsapp") if self.details else UNSET
        return GraphErrorAnswer(
            GraphErrorBody(
                message=self.title if self.code == 190 else str(self),  # noqa: PLR2004 — bare title, as Meta
                type="GraphMethodException" if self.subcode else "OAuthException",
                code=self.code,
                error_data=data,
                error_subcode=self.subcode or UNSET,
                error_user_title=self.user_words[0] if self.user_words else UNSET,
                error_user_msg=self.user_words[1] if self.user_words else UNSET,
                is_transient=True if self.code in (2, 131016, 133004) else UNSET,
                fbtrace_id=new_trace_id(),
            )
        )

    def as_status_error(self) -> StatusError:
        """Return the same refusal as a `failed` status carries it."""
        return StatusError(
            code=self.code, title=self.title, message=self.title, error_data=ErrorData(details=self.details)
        )


class UnknownObjectError(GraphError):
    """The id in the path is nothing this token may see (Meta: code 100, subcode 33)."""

    def __init__(self, object_id: str) -> None:
        super().__init__(
            100,
            f"Object with ID '{object_id}' does not exist, cannot be loaded due to missing permissions, "
            "or does not support this operation.",
        )
        self.subcode = 33


class TemplateRefusedError(GraphError):
    """What Meta says of a template, in words for programs and for people."""

    def __init__(self, subcode: int, title: str, words: str) -> None:
        super().__init__(100, "Invalid parameter")
        self.subcode = subcode
        self.user_words = (title, words)
