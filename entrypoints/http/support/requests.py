"""What callers send about hours, holidays and texts. In a PUT an absent field stays as it is."""

from datetime import date
from typing import Annotated

import msgspec
from msgspec import UNSET, UnsetType

from application.support.add_holiday import AddHoliday
from application.support.set_business_hours import SetBusinessHours
from application.support.update_bot_text import UpdateBotText
from domain.shared.ids import DepartmentId
from domain.support.bot_texts import LANGUAGES, MAX_TEXT
from domain.support.holidays import MAX_NAME
from domain.support.week import MAX_SPANS, Span, Weekday
from entrypoints.http.requests import Word

Clock = Annotated[str, msgspec.Meta(pattern=r"^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$")]
Said = Annotated[str, msgspec.Meta(max_length=MAX_TEXT)]


class _Request(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Common base of all bodies."""


class SpanRequest(_Request, frozen=True):
    """From one time (HH:MM) to another; what closes before it opens does so on the next day, 24:00 is the day's end."""

    opens: Clock
    closes: Clock


class WeekRequest(_Request, frozen=True):
    """The spans of each day; a day without any is closed."""

    monday: Annotated[tuple[SpanRequest, ...], msgspec.Meta(max_length=MAX_SPANS)] = ()
    tuesday: Annotated[tuple[SpanRequest, ...], msgspec.Meta(max_length=MAX_SPANS)] = ()
    wednesday: Annotated[tuple[SpanRequest, ...], msgspec.Meta(max_length=MAX_SPANS)] = ()
    thursday: Annotated[tuple[SpanRequest, ...], msgspec.Meta(max_length=MAX_SPANS)] = ()
    friday: Annotated[tuple[SpanRequest, ...], msgspec.Meta(max_length=MAX_SPANS)] = ()
    saturday: Annotated[tuple[SpanRequest, ...], msgspec.Meta(max_length=MAX_SPANS)] = ()
    sunday: Annotated[tuple[SpanRequest, ...], msgspec.Meta(max_length=MAX_SPANS)] = ()

    def to_week(self) -> dict[Weekday, tuple[Span, ...]]:
        """Give the days that have spans."""
        spans: dict[str, tuple[SpanRequest, ...]] = {name: getattr(self, name) for name in self.__struct_fields__}
        return {
            Weekday(day): tuple(Span(opens=one.opens, closes=one.closes) for one in of_day)
            for day, of_day in spans.items()
            if of_day
        }


class SetBusinessHoursRequest(_Request, frozen=True):
    """What changes; `week` replaces the whole week, a null `time_zone` is the company's."""

    week: WeekRequest | UnsetType = UNSET
    time_zone: Word | UnsetType | None = UNSET
    observes_holidays: bool | UnsetType = UNSET

    def to_command(self, department_id: DepartmentId | None, *, version: int | None) -> SetBusinessHours:
        """Build the order."""
        return SetBusinessHours(
            department_id=department_id,
            week=UNSET if self.week is UNSET else self.week.to_week(),
            time_zone=self.time_zone,
            observes_holidays=self.observes_holidays,
            version=version,
        )


class AddHolidayRequest(_Request, frozen=True):
    """A day of the company's own; `is_open` where it works although it is a public holiday."""

    day: date
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_NAME)]
    is_yearly: bool = False
    is_open: bool = False

    def to_command(self) -> AddHoliday:
        """Build the order."""
        return AddHoliday(**msgspec.structs.asdict(self))


class TextsRequest(_Request, frozen=True, rename={"pt_br": "pt-BR"}):
    """A text a language; null brings ours back."""

    pt_br: Said | UnsetType | None = UNSET
    en: Said | UnsetType | None = UNSET

    def given(self) -> dict[str, str | None]:
        """Give the languages that are named."""
        texts = dict(zip(LANGUAGES, (self.pt_br, self.en), strict=True))
        return {language: text for language, text in texts.items() if not isinstance(text, UnsetType)}


class UpdateBotTextRequest(_Request, frozen=True):
    """What changes of an automatic text."""

    is_enabled: bool | UnsetType = UNSET
    texts: TextsRequest | UnsetType = UNSET

    def to_command(self, key: str, *, version: int | None) -> UpdateBotText:
        """Build the order."""
        return UpdateBotText(
            key=key,
            is_enabled=None if self.is_enabled is UNSET else self.is_enabled,
            texts={} if self.texts is UNSET else self.texts.given(),
            version=version,
        )
