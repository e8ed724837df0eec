"""How content customers are: one question a conversation, and what counts as its answer."""

import re
from datetime import datetime, timedelta

import msgspec

from domain.shared.content import Choice, Content, Interactive, ListMenu, Section, Text
from domain.shared.ids import ContactId, ConversationId, CsatAnswerId, DepartmentId, UserId

ANSWERED_WITHIN = timedelta(hours=24)
"""As long as the window that the customer opened; what comes later is about something else."""
MAX_COMMENT = 1_000
"""What people write beside a number; the message itself keeps all of it."""
SCORES = range(1, 6)

_ID = "csat:"
_WORDS = {
    "pt-BR": ("Avaliar", ("Péssimo", "Ruim", "Regular", "Bom", "Ótimo")),
    "en": ("Rate", ("Very bad", "Bad", "Fair", "Good", "Excellent")),
}
_KEYCAP = dict.fromkeys(map(ord, "\ufe0f\u20e3"))
"""What makes a keycap of a digit: people answer with those too."""
_NUMBER = re.compile(r"(?:nota\s+)?([1-5])(?:\s*/\s*5)?(?:\s*[.,;:!\n-]\s*(?![0-9])(.*))?", re.DOTALL | re.IGNORECASE)
"""A digit alone, or before a comment that is set apart from it: "2 boletos" is no score, and neither is "4,5"."""
_STARS = re.compile(r"((?:⭐|🌟|★){1,5})(?!⭐|🌟|★)\s*(.*)", re.DOTALL)


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """What a customer answered."""

    value: int
    comment: str | None = None


class CsatAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """A question that was asked, of whom, about whose work; and the answer once there is one."""

    id: CsatAnswerId
    conversation_id: ConversationId
    contact_id: ContactId
    user_id: UserId | None
    department_id: DepartmentId | None
    asked_at: datetime
    expires_at: datetime
    score: int | None = None
    comment: str | None = None
    answered_at: datetime | None = None

    def answered(self, score: Score, *, now: datetime) -> "CsatAnswer":
        """Give it with its answer."""
        return msgspec.structs.replace(self, score=score.value, comment=score.comment, answered_at=now)


def question(words: str, language: str) -> ListMenu:
    """Ask with a list of five; where lists are text, its numbers are the scores."""
    button, names = _WORDS.get(language, _WORDS["pt-BR"])
    rows = tuple(
        Choice(id=f"{_ID}{score}", title="⭐" * score, description=name)
        for score, name in zip(SCORES, names, strict=True)
    )
    return ListMenu(body=words, button=button, sections=(Section(rows=rows),))


def score_in(content: Content) -> Score | None:
    """Read a score: a row of the list, a digit from 1 to 5, or stars; None for anything else."""
    match content:
        case Interactive(id=str(chosen)) if chosen.startswith(_ID):
            number = chosen.removeprefix(_ID)
            return Score(value=int(number)) if number in {str(score) for score in SCORES} else None
        case Text(body=body):
            return _read(body.translate(_KEYCAP).strip())
    return None


def _read(said: str) -> Score | None:
    if (stars := _STARS.fullmatch(said)) is not None:
        return Score(value=len(stars[1]), comment=_comment(stars[2]))
    if (number := _NUMBER.fullmatch(said)) is not None:
        return Score(value=int(number[1]), comment=_comment(number[2]))
    return None


def _comment(said: str | None) -> str | None:
    return (said or "").strip()[:MAX_COMMENT] or None
