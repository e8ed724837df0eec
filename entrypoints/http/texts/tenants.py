"""What is said about companies and plans."""

from entrypoints.http.texts.message import Message

TENANTS: dict[str, Message] = {
    "TENANT_NOT_FOUND": Message("A empresa não foi encontrada.", "The company was not found."),
    "DOMAIN_TAKEN": Message("Este domínio já está em uso.", "This domain is in use already."),
    "PLAN_LIMIT_REACHED": Message(
        "O limite do seu plano foi atingido: mude de plano ou remova o que não usa.",
        "Your plan's limit is reached: upgrade, or remove what you do not use.",
    ),
    "TENANT_SUSPENDED": Message(
        "A conta da empresa está suspensa: só é possível consultar. Fale com o suporte.",
        "The company's account is suspended: it can only read. Contact support.",
    ),
}
