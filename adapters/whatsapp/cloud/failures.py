"""Meta's errors as kinds of failure: one table, used for answers and for `failed` statuses alike.

The table is Meta's list of error codes read with the policy of reference 8.1: refused before processing and worth
another try (R), may have gone out (R?), later (D), never this message again (F), stop the sender (S).
Decisions rest on `code` and `error_data.details`; titles change with the API version.
"""

import math
from http import HTTPStatus

import msgspec

from adapters.whatsapp.cloud.fields import ABSENT, NO_CODE, UNREADABLE, Id, error_detail_of, whole_number_of
from adapters.whatsapp.shared.cleaning import clean
from domain.whatsapp.failures import FailureKind, SendFailure

_KINDS: dict[FailureKind, tuple[int, ...]] = {
    FailureKind.THROTTLED: (
        4,  # R: the app's calls
        80007,  # R: the account's calls
        130429,  # R: the number's messages a second
    ),
    FailureKind.PAIR_THROTTLED: (131056,),  # R: too many to this user; wait 4^n s, for them only
    FailureKind.UNAVAILABLE: (131053,),  # R: Meta could not fetch the media of the message
    FailureKind.UNKNOWN: (  # R?: all of these have been seen after a message went out
        1,  # invalid request or server error
        2,  # overloaded
        131000,  # something went wrong
        131016,  # service unavailable
        131057,  # maintenance, about a minute while the throughput is raised
        133004,  # server temporarily unavailable
        2494100,  # maintenance
    ),
    FailureKind.DEFERRED: (
        131049,  # D: Meta's limit of marketing to one user
        132015,  # D: the template is paused for its quality
        132069,  # D: the form is throttled to ten an hour
        134101,  # marketing API still reading the templates
    ),
    FailureKind.WINDOW_CLOSED: (131047,),  # F: more than 24 h since the customer wrote
    FailureKind.OPTED_OUT: (131050,),  # F: the user stopped marketing
    FailureKind.UNREACHABLE: (131026,),  # F: not on WhatsApp, or a reason that Meta does not tell
    FailureKind.TEMPLATE_REJECTED: (
        132000,  # F: number of parameters
        132001,  # F: no such template or language
        132005,  # F: the text is too long
        132007,  # F: against the policy
        132012,  # F: format of a parameter
        132016,  # F: disabled for good
        132018,  # F: a parameter is wrong
        132068,  # F: its form is blocked
    ),
    FailureKind.REJECTED: (
        100,  # F: invalid parameter
        130403,  # F: we blocked the user
        130472,  # F: the user is in an experiment
        130497,  # F: country not allowed
        131008,  # F: missing parameter
        131009,  # F: wrong value
        131021,  # F: to ourselves
        131030,  # F: not among the test recipients
        131051,  # F: unsupported type
        131052,  # inbound media, never of a send
        131055,  # F: not by this API
        131060,  # inbound, coexistence
        131062,  # F: needs a phone instead of a user id
        131063,  # F: marketing is switched off on this API
        134100,  # F: not marketing
        134102,  # F: marketing API not set up
        135000,  # F: wrong parameters
        137000,  # the recipient's identity changed
        139200,  # F: direct send is blocked
    ),
    FailureKind.MISCONFIGURED: (
        0,  # S: authentication
        3,  # S: no capability
        10,  # S: permission
        *range(200, 300),  # S: permissions
        190,  # S: token expired or revoked
        33,  # our number is deleted: the table says F, but every message would fail the same way
        131005,  # S: access denied
        131037,  # S: display name not approved
        131045,  # S: registration of the number
        133000,  # admin: registration
        133005,
        133006,
        133008,
        133009,
        133010,  # S: not registered
        133015,
        133016,
    ),
    FailureKind.SUSPENDED: (
        368,  # S: blocked for breaking the policies
        131031,  # S: locked
        131042,  # S: payment
        131048,  # S: reported as spam; trying on makes it worse
        131064,  # S: templates of a wrong category; lifts by itself
    ),
}

KINDS: dict[int, FailureKind] = {code: kind for kind, codes in _KINDS.items() for code in codes}
"""The kind of each code we know."""

MINUTE = 60.0
WAITS: dict[int, float] = {
    131049: 24 * 60 * MINUTE,  # Meta: not before 24 h
    132069: 60 * MINUTE,  # Meta: ten messages an hour
    134101: 10 * MINUTE,  # Meta: try again in ten minutes
}
"""Seconds that Meta's list of errors asks to wait, where it says so and no header does."""

MAX_WAIT = 24 * 60 * MINUTE
"""A header that asks for more is a mistake, or an attack on whoever adds it to a date."""

INVALID_PARAMETER = 100
OBJECT_NOT_FOUND = 33
"""`error_subcode` of the above when the number in the path is none of this token's."""

_OF_THE_SENDER = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN})
"""With a redirect, what no message is to blame for: the token, the permission, the address."""

MAX_DETAIL = 1_000
"""Characters of an explanation that are kept; Meta's are sentences."""


class GraphError(msgspec.Struct, frozen=True, kw_only=True):
    """Meta's refusal, read."""

    code: int
    subcode: int | None = None
    detail: str = ""
    is_transient: bool = False


class _Error(msgspec.Struct):
    code: Id = None
    message: str | None = None
    error_subcode: Id = None
    error_data: msgspec.Raw = ABSENT
    is_transient: bool | None = None
    fbtrace_id: str | None = None


class _Answer(msgspec.Struct):
    error: _Error


_ANSWER = msgspec.json.Decoder(_Answer)


def kind_of(code: int, *, is_transient: bool = False) -> FailureKind:
    """Say what to do about a code; an unknown one is tried again only if Meta calls it transient."""
    unknown = FailureKind.UNAVAILABLE if is_transient else FailureKind.REJECTED
    return KINDS.get(code, unknown)


def graph_error(body: bytes) -> GraphError | None:
    """Read Meta's error body; None when the body is no such thing, as of a proxy's page."""
    try:
        error = _ANSWER.decode(clean(body)).error
    except UNREADABLE:
        return None
    code = whole_number_of(error.code)
    if code == NO_CODE:
        return None
    subcode = whole_number_of(error.error_subcode)
    return GraphError(
        code=code,
        subcode=None if subcode == NO_CODE else subcode,
        detail=_detail(error),
        is_transient=bool(error.is_transient),
    )


def from_response(*, status: int, body: bytes, retry_after: str | None = None) -> SendFailure:
    """Say why an answered send failed. `retry_after` is the header of that name, in seconds."""
    wait = _seconds(retry_after)
    error = graph_error(body)
    if error is None:
        kind = _kind_of_status(status)
        return SendFailure(kind=kind, code=f"HTTP_{status}", detail="The answer could not be read.", retry_after=wait)
    return SendFailure(
        kind=_kind_of_answer(error, status=status),
        code=str(error.code),
        detail=error.detail,
        retry_after=wait if wait is not None else WAITS.get(error.code),
    )


def _kind_of_answer(error: GraphError, *, status: int) -> FailureKind:
    if (error.code, error.subcode) == (INVALID_PARAMETER, OBJECT_NOT_FOUND):
        return FailureKind.MISCONFIGURED
    if error.code not in KINDS and not error.is_transient:
        return _kind_of_status(status)
    return kind_of(error.code, is_transient=error.is_transient)


def _kind_of_status(status: int) -> FailureKind:
    """Say what to do by the HTTP status alone: a server's error may hide a message that went out (reference 8.4)."""
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return FailureKind.THROTTLED
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status == HTTPStatus.REQUEST_TIMEOUT:
        return FailureKind.UNKNOWN
    if status < HTTPStatus.MULTIPLE_CHOICES:
        return FailureKind.UNKNOWN
    if status in _OF_THE_SENDER or status < HTTPStatus.BAD_REQUEST:
        return FailureKind.MISCONFIGURED
    return FailureKind.REJECTED


def _detail(error: _Error) -> str:
    """Give the explanation, with the trace id that Meta's support asks for."""
    text = error_detail_of(error.error_data) or error.message or ""
    trace = f" (fbtrace_id {error.fbtrace_id})" if error.fbtrace_id else ""
    return text[:MAX_DETAIL] + trace[:MAX_DETAIL]


def _seconds(header: str | None) -> float | None:
    """Read `Retry-After`; its other form, a date, is not used by Graph."""
    try:
        seconds = float(header or "")
    except ValueError:
        return None
    return min(seconds, MAX_WAIT) if math.isfinite(seconds) and seconds >= 0 else None
