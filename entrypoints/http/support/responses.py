"""What callers get about hours, holidays and texts, where it is not a read model as it is."""

import msgspec

from application.ports.readers.bot_flows import NumberFlows
from application.ports.readers.queues import DepartmentName
from application.support.dry_run_rule import DryRun
from application.support.list_public_holidays import PublicHoliday
from domain.support.bot_texts import LANGUAGES, VARIABLES, BotText, BotTextKey


class BotTextView(msgspec.Struct, frozen=True, kw_only=True):
    """An automatic text: what is said in each language, and in which of them it is the company's own."""

    key: BotTextKey
    is_enabled: bool
    texts: dict[str, str]
    own_languages: list[str]
    variables: list[str]
    version: int

    @classmethod
    def of(cls, text: BotText) -> "BotTextView":
        """Show it."""
        return cls(
            key=text.key,
            is_enabled=text.is_enabled,
            texts={language: text.text_in(language) for language in LANGUAGES},
            own_languages=sorted(text.texts),
            variables=list(VARIABLES),
            version=text.version,
        )


class BotConfig(msgspec.Struct, frozen=True, kw_only=True):
    """All automatic texts."""

    items: list[BotTextView]


class BotFlows(msgspec.Struct, frozen=True, kw_only=True):
    """All numbers, and the flows that answer on them."""

    items: list[NumberFlows]


class PublicHolidayList(msgspec.Struct, frozen=True, kw_only=True):
    """A year's public holidays, in order."""

    items: list[PublicHoliday]


class DryRuns(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule would do, the latest event first."""

    items: list[DryRun]


class DepartmentDirectory(msgspec.Struct, frozen=True, kw_only=True):
    """All departments by name."""

    items: list[DepartmentName]
