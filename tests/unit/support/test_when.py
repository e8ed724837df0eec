"""Moments in people's words."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.support.when import words_of

ZONE = ZoneInfo("America/Sao_Paulo")
NOW = datetime(2026, 8, 12, 22, 30, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("hours", "language", "words"),
    [
        (1, "pt-BR", "hoje às 23:30"),
        (2, "pt-BR", "amanhã às 00:30"),
        (9.5, "en", "tomorrow at 08:00"),
        (9.5 + 24 * 4, "pt-BR", "segunda-feira (17/08) às 08:00"),
        (9.5 + 24 * 4, "en", "Monday (17/08) at 08:00"),
        (1, "fr", "hoje às 23:30"),
    ],
)
def test_are_near_days_by_name_and_others_with_their_date(hours: float, language: str, words: str) -> None:
    assert words_of(NOW + timedelta(hours=hours), now=NOW, zone=ZONE, language=language) == words
