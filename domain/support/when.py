"""A moment in the words of people: today at 14:00, tomorrow at 08:00, Monday (23/11) at 08:00."""

from datetime import datetime, tzinfo

_WEEKDAYS = {
    "pt-BR": ("segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_NEAR = {"pt-BR": ("hoje", "amanhã"), "en": ("today", "tomorrow")}
_AT = {"pt-BR": "às", "en": "at"}


def words_of(moment: datetime, *, now: datetime, zone: tzinfo, language: str) -> str:
    """Say a moment that is to come, as the clocks of a zone show it; a language that is not known is Portuguese."""
    spoken = language if language in _AT else "pt-BR"
    local = moment.astimezone(zone)
    days = (local.date() - now.astimezone(zone).date()).days
    day = _NEAR[spoken][days] if days in {0, 1} else f"{_WEEKDAYS[spoken][local.weekday()]} ({local:%d/%m})"
    return f"{day} {_AT[spoken]} {local:%H:%M}"
