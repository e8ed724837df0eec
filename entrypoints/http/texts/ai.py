"""What is said about language models and what they may know."""

from entrypoints.http.texts.message import Message

AI: dict[str, Message] = {
    "KNOWLEDGE_BASE_NOT_FOUND": Message(
        "A base de conhecimento não foi encontrada.", "The knowledge base was not found."
    ),
    "KNOWLEDGE_DOCUMENT_NOT_FOUND": Message("O documento não foi encontrado.", "The document was not found."),
    "KNOWLEDGE_BASE_TAKEN": Message(
        "Já existe uma base de conhecimento com este nome.", "There is a knowledge base with this name already."
    ),
    "TOO_MANY_KNOWLEDGE_BASES": Message(
        "Há bases de conhecimento demais: remova as que não usa.", "There are too many knowledge bases: remove some."
    ),
    "KNOWLEDGE_BASE_FULL": Message(
        "A base de conhecimento está cheia: remova documentos.", "The knowledge base is full: remove documents."
    ),
    "KNOWLEDGE_DOCUMENT_SAME": Message(
        "Este mesmo arquivo já está na base de conhecimento.", "This very file is in the knowledge base already."
    ),
    "KNOWLEDGE_DOCUMENT_TOO_LARGE": Message("O documento é grande demais.", "The document is too large."),
    "KNOWLEDGE_DOCUMENT_REFUSED": Message(
        "O documento não pode ser lido: envie texto, Markdown, HTML ou PDF.",
        "The document cannot be read: send text, Markdown, HTML or PDF.",
    ),
    "AI_BUDGET_SPENT": Message(
        "O limite mensal de inteligência artificial foi atingido.", "This month's limit of AI use is reached."
    ),
    "AI_REFUSED": Message(
        "O modelo de linguagem não responde: confira provedor, endereço, chave e modelo.",
        "The language model does not answer: check provider, address, key and model.",
    ),
    "AI_UNAVAILABLE": Message(
        "O modelo de linguagem não respondeu. Tente novamente.", "The language model did not answer. Try again."
    ),
}
