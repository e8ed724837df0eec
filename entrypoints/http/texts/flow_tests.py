"""What a flow's tests say of a step that is not as they want it, by the code. In English a failure says it itself."""

from typing import TypeVar

import msgspec

from domain.flows.session import Value
from domain.flows.testing import FlowTestFailure
from domain.flows.unmet import shown
from domain.shared.phrases import filled
from entrypoints.http.texts.details.foreign import foreign_text
from entrypoints.http.texts.message import ENGLISH

F = TypeVar("F", bound=FlowTestFailure)

FAILURES: dict[str, str] = {
    "expected_text": "esperava o texto {expected}, veio {got}",
    "expected_choices": "esperava as opções {expected}, vieram {got}",
    "expected_silence": "esperava silêncio, veio {got}",
    "expected_node": "esperava estar no bloco {expected}, a sessão está em {got}",
    "expected_end": "esperava o fim {expected}, a sessão está como {got} ({outcome})",
    "expected_outcome": "esperava o resultado {expected}, veio {got}",
    "expected_variable": "esperava {name} = {expected}, veio {got}",
    "expected_effect": "esperava o efeito {expected}, veio {got}",
    "no_choice": "não há opção {title} para escolher",
    "no_message": "isto não é uma mensagem: {reason}",
    "no_duration": "{duration} não é uma duração de até {days} dias",
    "nothing_asked": "nenhuma mensagem está à espera de resposta",
    "empty_step": "o passo não diz nada que se possa fazer",
    "no_node": "não há bloco {node} onde começar",
    "year_too_far": "o ano {year} fica longe demais",
    "no_api_mock": "nenhuma resposta simulada serve para {call}",
    "no_erp_mock": "nenhuma resposta simulada serve para o pedido {operation} {arguments} ao ERP",
    "no_ai_mock": "nenhuma resposta simulada serve para a pergunta {question} ao modelo",
    "no_hours_mock": "nenhuma resposta simulada diz o horário de {calendar}",
    "no_company_hours_mock": "nenhuma resposta simulada diz o horário da empresa",
    "asks_for_ever": "o fluxo consulta o mundo mais de {limit} vezes",
}
"""`tests/http/flows/test_told_texts.py` holds it complete."""


def failure_told(failure: F, *, language: str) -> F:
    """Say it in a language."""
    text = FAILURES.get(failure.code)
    if language == ENGLISH or text is None:
        return failure
    values = {name: _said(name, value) for name, value in failure.values.items()}
    return msgspec.structs.replace(failure, message=filled(text, values))


def _said(name: str, value: Value) -> str:
    """Write a value; why something is no message is a library's word."""
    return (foreign_text(value) if name == "reason" and isinstance(value, str) else None) or shown(value)
