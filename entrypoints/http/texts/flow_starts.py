"""What is said about flows that somebody or something starts."""

from entrypoints.http.texts.message import Message

FLOW_STARTS: dict[str, Message] = {
    "FLOW_NOT_STARTED": Message(
        "O fluxo não pode começar com este contato agora.", "The flow cannot begin with this contact now."
    ),
    "CHATBOT_INACTIVE": Message(
        "O chatbot deste fluxo está desativado. Ative o chatbot, ou mova o fluxo para outro, e inicie de novo.",
        "This flow's chatbot is switched off. Switch it on, or move the flow to another, and start again.",
    ),
    "FLOW_SESSION_OVER": Message("A sessão do fluxo já terminou.", "The flow session is over already."),
}
