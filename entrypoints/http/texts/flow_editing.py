"""What is said about chatbots and the editing of flows."""

from entrypoints.http.texts.message import Message

FLOW_EDITING: dict[str, Message] = {
    "CHATBOT_NOT_FOUND": Message("O chatbot não foi encontrado.", "The chatbot was not found."),
    "CHATBOT_IN_USE": Message(
        "O chatbot ainda tem fluxos ou atende em um número; veja nos detalhes o que fazer antes.",
        "The chatbot still has flows or answers on a number; the details say what to do first.",
    ),
    "FLOW_IN_USE": Message(
        "Este fluxo ainda é usado; veja nos detalhes por quem.", "This flow is still used; the details say by what."
    ),
    "FLOW_NOT_PUBLISHED": Message("O fluxo não está publicado.", "The flow is not published."),
    "FLOW_VERSION_NOT_FOUND": Message("O fluxo não tem esta versão.", "The flow has no such version."),
    "NODE_NOT_FOUND": Message("O rascunho não tem este bloco.", "The draft has no such node."),
    "EDGE_NOT_FOUND": Message("O rascunho não tem esta ligação.", "The draft has no such edge."),
    "GRAPH_ID_TAKEN": Message(
        "O rascunho já tem um bloco ou ligação com este id.", "The draft has a node or an edge with this id already."
    ),
    "IMPORT_REFUSED": Message(
        "O arquivo não pôde ser importado; veja o motivo nos detalhes.",
        "The file could not be imported; the details say why.",
    ),
    "FLOW_TESTS_FAILED": Message(
        "Os testes do fluxo não passaram; veja quais nos detalhes. Para publicar mesmo assim, force.",
        "The flow's tests are not met; the details say which. To publish all the same, force it.",
    ),
}
