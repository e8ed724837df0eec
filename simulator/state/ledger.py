"""The account of everything, from which loss and duplicates are counted from outside."""

from collections import Counter
from collections.abc import Sequence
from typing import Generic, TypeVar

from msgspec import Struct, field

ROWS_MAX = 200_000  # rows kept per section: ten minutes at 300 a second; older ones are forgotten
_FORGET = 10_000  # rows forgotten at once, so that forgetting is rare
DUPLICATES_SHOWN = 100  # names in the totals; the count is always whole


class SendRow(Struct, kw_only=True):
    """A send that was accepted; `answered` is whether the caller was told so."""

    n: int = 0
    wamid: str
    phone_number_id: str
    to: str
    type: str
    text: str
    biz_opaque_callback_data: str | None
    context_id: str | None
    accepted_at: float
    http_status: int = 200
    answered: bool = True


class RefusedRow(Struct, kw_only=True):
    """A send that was refused."""

    n: int = 0
    phone_number_id: str
    to: str
    code: int
    details: str
    biz_opaque_callback_data: str | None
    http_status: int
    at: float


class ReadRow(Struct, kw_only=True):
    """A read mark that the business set, perhaps with the sign that it is writing."""

    n: int = 0
    wamid: str
    phone_number_id: str
    typing: bool
    at: float


class InboundRow(Struct, kw_only=True):
    """A message that a customer wrote."""

    n: int = 0
    wamid: str
    phone_number_id: str
    sender: str = field(name="from")
    type: str
    text: str
    at: float


class Attempt(Struct, kw_only=True):
    """One POST of a webhook: the answer, or the error when there was none."""

    at: float
    status: int | None
    error: str | None = None


class WebhookRow(Struct, kw_only=True):
    """A webhook body and how its delivery went."""

    n: int = 0
    id: str
    url: str
    kinds: list[str]
    wamids: list[str]
    duplicate_of: str | None = None
    attempts: list[Attempt] = field(default_factory=list)
    delivered_at: float | None = None


Row = TypeVar("Row", SendRow, RefusedRow, ReadRow, InboundRow, WebhookRow)


class Section(Generic[Row]):
    """A numbered list that forgets its oldest rows."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self.total = 0

    def add(self, row: Row) -> Row:
        """Append a row and number it."""
        self.total += 1
        row.n = self.total
        self._rows.append(row)
        if len(self._rows) > ROWS_MAX:
            del self._rows[:_FORGET]
        return row

    def page(self, *, after: int, limit: int) -> Sequence[Row]:
        """Return up to `limit` rows numbered above `after`."""
        forgotten = self.total - len(self._rows)
        start = max(0, after - forgotten)
        return self._rows[start : start + limit]


class Ledger:
    """Sends, refusals, read marks, customers' messages and webhooks, in order."""

    def __init__(self) -> None:
        self.sends: Section[SendRow] = Section()
        self.refused: Section[RefusedRow] = Section()
        self.reads: Section[ReadRow] = Section()
        self.inbound: Section[InboundRow] = Section()
        self.webhooks: Section[WebhookRow] = Section()
        self.webhooks_delivered = 0
        self.attempts_failed = 0
        self._callback_data: Counter[str] = Counter()
        self._repeated: dict[str, int] = {}

    def accept(self, row: SendRow) -> SendRow:
        """Note an accepted send and whether its callback data was seen before."""
        data = row.biz_opaque_callback_data
        if data is not None:
            self._callback_data[data] += 1
            if self._callback_data[data] > 1:
                self._repeated[data] = self._callback_data[data]
        return self.sends.add(row)

    def sends_named(self, callback_data: str) -> int:
        """Return how often a callback data was accepted."""
        return self._callback_data[callback_data]

    def duplicates(self) -> tuple[int, dict[str, int]]:
        """Return how many sends were one too many, and the first callback data that repeat."""
        extra = sum(self._repeated.values()) - len(self._repeated)
        return extra, dict(list(self._repeated.items())[:DUPLICATES_SHOWN])
