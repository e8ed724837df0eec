"""What is said about limits, idempotency and the like."""

from entrypoints.http.texts.message import Message

GUARDS: dict[str, Message] = {
    "SESSION_ENDED": Message("Sua sessão terminou; entre novamente.", "Your session has ended; log in again."),
    "API_KEY_INVALID": Message("A chave de API não é válida.", "The API key is not valid."),
    "IP_NOT_ALLOWED": Message(
        "Sua empresa só permite acesso a partir de outros endereços de rede.",
        "Your company allows access from other network addresses only.",
    ),
    "TWO_FACTOR_REQUIRED": Message(
        "Sua empresa exige a verificação em duas etapas: ative-a para continuar.",
        "Your company asks for two-factor authentication: set it up to go on.",
    ),
    "IDEMPOTENCY_KEY_REUSED": Message(
        "Esta Idempotency-Key já foi usada com outra requisição.",
        "This Idempotency-Key was used with another request already.",
    ),
    "IDEMPOTENCY_IN_PROGRESS": Message(
        "A mesma requisição está em andamento; repita em instantes.",
        "The same request is being done; repeat it in a moment.",
    ),
    "REQUEST_TIMEOUT": Message(
        "A operação demorou demais e foi desfeita; tente novamente.", "It took too long and was undone; try again."
    ),
    "BODY_TOO_SLOW": Message("A requisição não chegou inteira a tempo.", "The request did not come in whole in time."),
    "HEAD_TOO_LARGE": Message(
        "O endereço e os cabeçalhos são maiores do que aceitamos.",
        "The address and the headers are larger than we take.",
    ),
}
