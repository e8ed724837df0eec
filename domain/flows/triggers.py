"""What starts a flow, and which flow starts when several could."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

import msgspec

from domain.flows.language import Regex
from domain.flows.text import fold
from domain.shared.ids import FlowId, FlowVersionId, SegmentId, WhatsAppConfigId


class Match(StrEnum):
    """How a keyword is compared; accents and case never count."""

    EXACT = "exact"
    STARTS_WITH = "starts_with"
    CONTAINS = "contains"
    REGEX = "regex"


class _Trigger(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """Common base of the triggers."""


class MessageReceived(_Trigger, frozen=True, tag="message_received"):
    """Any message that nothing else wants: the catch-all."""


class Keyword(_Trigger, frozen=True, tag="keyword"):
    """A word or phrase."""

    keywords: tuple[str, ...] = ()
    match: Match = Match.EXACT


class Audience(msgspec.Struct, frozen=True, kw_only=True):
    """Who is asked: the contacts of a segment, or of a filter; `purpose` is what they must have agreed to."""

    segment_id: SegmentId | None = None
    filter: dict[str, object] | None = None
    purpose: str = "marketing"


class Schedule(_Trigger, frozen=True, kw_only=True, tag="schedule"):
    """A time, for an audience. Without a zone it is the company's, without a number the chatbot's."""

    cron: str
    time_zone: str | None = None
    audience: Audience = Audience()
    whatsapp_config_id: WhatsAppConfigId | None = None


class EventHappened(_Trigger, frozen=True, kw_only=True, tag="event"):
    """Something that happened to the conversation or contact; a number is for what happens to a contact alone."""

    event: str
    whatsapp_config_id: WhatsAppConfigId | None = None


class Referral(_Trigger, frozen=True, tag="referral"):
    """An advertisement that opens WhatsApp; without a source, any."""

    source_id: str | None = None


class Manual(_Trigger, frozen=True, tag="manual"):
    """The API, a campaign, another flow."""


Trigger = MessageReceived | Keyword | Schedule | EventHappened | Referral | Manual


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A published flow that could start. A higher `priority` goes first; `in_chatbot` is the config's chatbot."""

    flow_id: FlowId
    version_id: FlowVersionId
    trigger: Trigger
    priority: int = 0
    is_main: bool = False
    in_chatbot: bool = True


def matches(trigger: Trigger, *, text: str, referral_source: str | None, regex: Regex) -> bool:
    """Whether a message with this text (and advertisement) is what the trigger waits for."""
    match trigger:
        case MessageReceived():
            return True
        case Keyword(keywords=keywords, match=Match.REGEX):
            return any(regex.search(keyword, text).found for keyword in keywords)
        case Keyword(keywords=keywords, match=how):
            said = fold(text)
            return any(_is_said(fold(keyword), said, how) for keyword in keywords)
        case Referral(source_id=source_id):
            return referral_source is not None and source_id in {None, referral_source}
        case _:
            return False


def _is_said(keyword: str, said: str, how: Match) -> bool:
    if not keyword:
        return False
    match how:
        case Match.STARTS_WITH:
            return said.startswith(keyword)
        case Match.CONTAINS:
            return keyword in said
        case _:
            return said == keyword


def choose_flow(
    candidates: Iterable[Candidate], *, text: str, referral_source: str | None, regex: Regex
) -> Candidate | None:
    """Choose: keyword flows by priority, then referral, then the chatbot's main flow, then the catch-all."""
    ordered = sorted(candidates, key=lambda candidate: -candidate.priority)
    wanted = [
        candidate
        for candidate in ordered
        if matches(candidate.trigger, text=text, referral_source=referral_source, regex=regex)
    ]
    ranks: tuple[Sequence[Candidate], ...] = (
        [candidate for candidate in wanted if isinstance(candidate.trigger, Keyword) and candidate.in_chatbot],
        [candidate for candidate in wanted if isinstance(candidate.trigger, Referral)],
        [candidate for candidate in ordered if candidate.is_main and candidate.in_chatbot],
        [candidate for candidate in wanted if isinstance(candidate.trigger, MessageReceived) and candidate.in_chatbot],
        [candidate for candidate in wanted if isinstance(candidate.trigger, MessageReceived)],
    )
    return next((candidate for rank in ranks for candidate in rank), None)
