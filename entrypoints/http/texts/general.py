"""What holds for all areas, and what the spine says."""

from entrypoints.http.texts.message import Message

GENERAL: dict[str, Message] = {
    "ERROR": Message("A operação não pôde ser feita.", "The operation could not be done."),
    "MALFORMED": Message("A requisição não pôde ser entendida.", "The request could not be understood."),
    "UNAUTHENTICATED": Message("Entre na sua conta para continuar.", "Log in to go on."),
    "TOKEN_INVALID": Message("O token de acesso não é válido.", "The access token is not valid."),
    "TOKEN_EXPIRED": Message("O token de acesso expirou; entre novamente.", "The access token has expired; log in."),
    "LOGIN_REFUSED": Message("O e-mail ou a senha estão incorretos.", "The e-mail or the password is wrong."),
    "SIGNATURE_INVALID": Message(
        "A assinatura não corresponde ao corpo da requisição.", "The signature does not match the request's body."
    ),
    "FORBIDDEN": Message("Você não pode fazer isso.", "You may not do this."),
    "PERMISSION_DENIED": Message(
        "Seu perfil não tem a permissão que isto exige.", "Your role does not hold the permission that this needs."
    ),
    "VERIFY_TOKEN_WRONG": Message(
        "O token de verificação não é o configurado para este endereço.",
        "The verify token is not the one configured for this address.",
    ),
    "NOT_FOUND": Message("Não encontrado.", "Not found."),
    "CONTACT_NOT_FOUND": Message("O contato não foi encontrado.", "The contact was not found."),
    "CONVERSATION_NOT_FOUND": Message("A conversa não foi encontrada.", "The conversation was not found."),
    "FLOW_TEMPLATE_NOT_FOUND": Message("Este modelo de fluxo não existe.", "There is no such flow template."),
    "FLOW_NOT_FOUND": Message("O fluxo não foi encontrado.", "The flow was not found."),
    "FLOW_SESSION_NOT_FOUND": Message("A sessão do fluxo não foi encontrada.", "The flow session was not found."),
    "WHATSAPP_CONFIG_NOT_FOUND": Message(
        "A configuração do WhatsApp não foi encontrada.", "The WhatsApp config was not found."
    ),
    "METHOD_NOT_ALLOWED": Message("Este endereço não aceita este método.", "This address does not take this method."),
    "CONFLICT": Message("Isto não é possível no estado atual.", "This is not possible in the current state."),
    "VERSION_CONFLICT": Message(
        "Outra pessoa alterou isto antes; leia de novo e repita.", "Somebody changed this first; read it and try again."
    ),
    "CONVERSATION_RESOLVED": Message(
        "A conversa já foi resolvida; a próxima mensagem do contato abre outra.",
        "The conversation is resolved; its contact's next message opens a new one.",
    ),
    "CONVERSATION_OPEN": Message(
        "Há uma conversa aberta com o contato neste número; resolva-a antes.",
        "There is an open conversation with the contact on this number; resolve it first.",
    ),
    "WINDOW_CLOSED": Message(
        "Passaram mais de 24 horas desde a última mensagem do contato: envie um modelo aprovado.",
        "More than 24 hours have passed since the contact last wrote: send a template.",
    ),
    "CONTACT_UNREACHABLE": Message(
        "Não há número nem identificador pelo qual alcançar este contato.",
        "There is no number or id by which to reach this contact.",
    ),
    "CONTACT_EXISTS": Message("Este contato já existe.", "This contact exists already."),
    "EMAIL_TAKEN": Message("Este e-mail já está em uso.", "This e-mail is in use already."),
    "SLUG_TAKEN": Message("Este nome curto já está em uso.", "This short name is in use already."),
    "WHATSAPP_NUMBER_TAKEN": Message("Este número já está configurado.", "This number is configured already."),
    "LETTER_NOT_REPLAYABLE": Message("Este item não pode ser reprocessado.", "This dead letter cannot be replayed."),
    "SUBSCRIPTION_REFUSED": Message(
        "O provedor recusou a inscrição nos webhooks.", "The provider refused the subscription to its webhooks."
    ),
    "FLOW_RUNNING": Message(
        "Um fluxo já está em execução nesta conversa.", "A flow runs in this conversation already."
    ),
    "TOO_LARGE": Message("A requisição é maior do que aceitamos.", "The request is larger than we take."),
    "UNSUPPORTED_MEDIA_TYPE": Message(
        "Este tipo ou codificação de conteúdo não é aceito.", "This content type or encoding is not taken."
    ),
    "VALIDATION_ERROR": Message("Há campos com valores inválidos.", "Some fields hold invalid values."),
    "CONTENT_REFUSED": Message("O WhatsApp recusaria este conteúdo.", "WhatsApp would refuse this content."),
    "FLOW_NOT_PUBLISHABLE": Message(
        "O fluxo tem erros e não foi publicado.", "The flow has errors and was not published."
    ),
    "RATE_LIMITED": Message("Muitas requisições; tente mais tarde.", "Too many requests; try again later."),
    "UNAVAILABLE": Message("Serviço indisponível; tente novamente.", "Not available now; try again."),
    "DATABASE_UNAVAILABLE": Message("O banco de dados não responde; tente novamente.", "The database does not answer."),
    "DATABASE_BUSY": Message("O banco de dados está ocupado; tente novamente.", "The database is busy; try again."),
    "TICKETS_UNAVAILABLE": Message(
        "Não é possível abrir a conexão agora; tente novamente.", "No connection can be opened now; try again."
    ),
    "INTERNAL_ERROR": Message("Ocorreu um erro inesperado.", "Something unexpected went wrong."),
}
