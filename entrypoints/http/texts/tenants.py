"""What is said about companies and plans."""

from entrypoints.http.texts.message import Message

TENANTS: dict[str, Message] = {
    "TENANT_NOT_FOUND": Message("A empresa não foi encontrada.", "The company was not found."),
    "SCHEMA_REFUSED": Message(
        "O banco de dados não permite criar um esquema por aqui; peça ao operador.",
        "The database lets this process make no schema; ask the operator.",
    ),
    "DOMAIN_TAKEN": Message("Este domínio já está em uso.", "This domain is in use already."),
    "TENANT_STATE": Message(
        "Isto não é possível no estado atual da empresa.", "This is not possible in the company's present state."
    ),
    "PLAN_LIMIT_REACHED": Message(
        "O limite do seu plano foi atingido: mude de plano ou remova o que não usa.",
        "Your plan's limit is reached: upgrade, or remove what you do not use.",
    ),
    "TENANT_SUSPENDED": Message(
        "A conta da empresa está suspensa: só é possível consultar. Fale com o suporte.",
        "The company's account is suspended: it can only read. Contact support.",
    ),
}
