"""What a company says by itself: a text a moment, in each language, switched on or off."""

from collections.abc import Mapping
from enum import StrEnum

from domain.shared.aggregate import Aggregate
from domain.shared.errors import ErrorDetail

LANGUAGES = ("pt-BR", "en")
"""The languages in which texts are kept."""
MAX_TEXT = 2_000
"""Half of WhatsApp's longest text: what variables stand for needs room too."""


class BotTextKey(StrEnum):
    """The moments at which something is said."""

    WELCOME = "welcome"
    AWAY = "away"
    FALLBACK = "fallback"
    CLOSING = "closing"
    TRANSFERRED = "transferred"
    ASSIGNED = "assigned"
    QUEUE_POSITION = "queue_position"
    CSAT_QUESTION = "csat_question"
    CSAT_THANKS = "csat_thanks"


VARIABLES = ("contact", "agent", "department", "company", "position", "next_opening")
"""What a text may name: `contact.name`, `contact.first_name`, `agent.name`, `department.name`, `company.name`, the
place in the queue (a number), and when somebody is there again (words). What a moment does not know is empty."""

_HELLO_PT = "Olá{% if contact.first_name %}, {{ contact.first_name }}{% endif %}!"
_HELLO_EN = "Hello{% if contact.first_name %}, {{ contact.first_name }}{% endif %}!"

DEFAULTS: Mapping[BotTextKey, Mapping[str, str]] = {
    BotTextKey.WELCOME: {
        "pt-BR": f"{_HELLO_PT} Recebemos a sua mensagem e já vamos atender você.",
        "en": f"{_HELLO_EN} We have your message and will be with you shortly.",
    },
    BotTextKey.AWAY: {
        "pt-BR": f"{_HELLO_PT} Estamos fora do horário de atendimento."
        "{% if next_opening %} Voltamos {{ next_opening }} e responderemos a sua mensagem.{% endif %}",
        "en": f"{_HELLO_EN} We are closed at the moment."
        "{% if next_opening %} We are back {{ next_opening }} and will answer you then.{% endif %}",
    },
    BotTextKey.FALLBACK: {
        "pt-BR": "Não entendi a sua mensagem, mas uma pessoa da nossa equipe vai responder.",
        "en": "I did not understand your message, but somebody of our team will answer.",
    },
    BotTextKey.CLOSING: {
        "pt-BR": "Seu atendimento foi encerrado. Se precisar, é só chamar de novo.",
        "en": "Your request is closed. If you need anything else, just write again.",
    },
    BotTextKey.TRANSFERRED: {
        "pt-BR": "Estamos passando a conversa"
        "{% if department.name %} para {{ department.name }}{% elsif agent.name %} para {{ agent.name }}{% endif %}.",
        "en": "We are passing the conversation on"
        "{% if department.name %} to {{ department.name }}{% elsif agent.name %} to {{ agent.name }}{% endif %}.",
    },
    BotTextKey.ASSIGNED: {
        "pt-BR": "{{ agent.name | default: 'Uma pessoa da nossa equipe' }} está com você agora.",
        "en": "{{ agent.name | default: 'Somebody of our team' }} is with you now.",
    },
    BotTextKey.QUEUE_POSITION: {
        "pt-BR": "Você é o número {{ position }} da fila. Já vamos atender você.",
        "en": "You are number {{ position }} in the queue. We will be with you shortly.",
    },
    BotTextKey.CSAT_QUESTION: {
        "pt-BR": "De 1 a 5, como você avalia o nosso atendimento?",
        "en": "From 1 to 5, how do you rate our service?",
    },
    BotTextKey.CSAT_THANKS: {"pt-BR": "Obrigado pela sua avaliação!", "en": "Thank you for your rating!"},
}
"""What is said where a company wrote nothing of its own."""

ON_AT_FIRST = frozenset({BotTextKey.AWAY, BotTextKey.CSAT_THANKS})
"""What is said before a company switches anything on: only what follows from something else that it set up."""


class BotText(Aggregate, kw_only=True, eq=False):
    """One moment's text. `texts` are the company's own, by language; `language` is the company's."""

    key: BotTextKey
    is_enabled: bool
    texts: dict[str, str]
    language: str = LANGUAGES[0]

    @classmethod
    def default(cls, key: BotTextKey, *, language: str = LANGUAGES[0]) -> "BotText":
        """Make the one that a company has before it changes anything."""
        return cls(key=key, is_enabled=key in ON_AT_FIRST, texts={}, language=language)

    def text_in(self, language: str) -> str:
        """Give the Liquid text in a language: the company's own, or ours."""
        return self.texts.get(language) or DEFAULTS[self.key][language if language in LANGUAGES else LANGUAGES[0]]

    @property
    def template(self) -> str | None:
        """The Liquid text in the company's language; None when it is switched off."""
        return self.text_in(self.language) if self.is_enabled else None

    def write(self, language: str, text: str | None) -> None:
        """Say it otherwise in a language; None or nothing brings our own text back."""
        own = (text or "").strip()
        if own:
            self.texts[language] = own
        else:
            self.texts.pop(language, None)


def wrong_in_texts(texts: Mapping[str, str | None]) -> tuple[ErrorDetail, ...]:
    """Name the languages that are not kept and the texts that are too long."""
    unknown = [
        ErrorDetail(field=f"texts.{name}", message="one of {choices}", values={"choices": ", ".join(LANGUAGES)})
        for name in set(texts) - {*LANGUAGES}
    ]
    long = [
        ErrorDetail(field=f"texts.{name}", message="at most {limit} characters", values={"limit": MAX_TEXT})
        for name, text in texts.items()
        if text is not None and len(text) > MAX_TEXT
    ]
    return (*unknown, *long)
