"""What is said about hours, holidays, and what a company says by itself."""

from entrypoints.http.texts.message import Message

SUPPORT: dict[str, Message] = {
    "HOLIDAY_NOT_FOUND": Message("O feriado não foi encontrado.", "The holiday was not found."),
    "HOLIDAY_TAKEN": Message("Já existe um feriado neste dia.", "There is a holiday on this day already."),
    "TOO_MANY_HOLIDAYS": Message(
        "Há feriados demais: remova os antigos.", "There are too many holidays: remove old ones."
    ),
    "SLA_POLICY_NOT_FOUND": Message("O prazo de atendimento não foi encontrado.", "The SLA policy was not found."),
    "SLA_POLICY_TAKEN": Message(
        "Já existe um prazo de atendimento com este nome.", "There is an SLA policy with this name already."
    ),
    "TOO_MANY_SLA_POLICIES": Message(
        "Há prazos de atendimento demais: remova os que não usa.", "There are too many SLA policies: remove some."
    ),
    "AUTOMATION_RULE_NOT_FOUND": Message(
        "A regra de automação não foi encontrada.", "The automation rule was not found."
    ),
    "AUTOMATION_RULE_TAKEN": Message(
        "Já existe uma regra de automação com este nome.", "There is an automation rule with this name already."
    ),
    "TOO_MANY_AUTOMATION_RULES": Message(
        "Há regras de automação demais: remova as que não usa.", "There are too many automation rules: remove some."
    ),
    "BOT_TEXT_NOT_FOUND": Message("Este texto automático não existe.", "There is no such automatic text."),
}
