"""What is said about contacts, tags, custom fields, segments and lead scores."""

from entrypoints.http.texts.message import Message

CONTACTS: dict[str, Message] = {
    "CONTACT_BLOCKED": Message(
        "O contato está bloqueado: nada é enviado a ele.", "The contact is blocked: nothing is sent to them."
    ),
    "TAG_NOT_FOUND": Message("A etiqueta não foi encontrada.", "The tag was not found."),
    "TAG_TAKEN": Message("Já existe uma etiqueta com este nome.", "There is a tag with this name already."),
    "TOO_MANY": Message(
        "Não cabem mais: exclua um antes de criar outro.", "There is no room for more: remove one first."
    ),
    "CONTACT_FIELD_NOT_FOUND": Message("O campo não foi encontrado.", "The field was not found."),
    "CONTACT_FIELD_TAKEN": Message("Já existe um campo com esta chave.", "There is a field with this key already."),
    "CONTACT_FIELD_MISFIT": Message(
        "Há contatos com valores que não servem para o campo assim.",
        "Contacts hold values that do not fit the field like this.",
    ),
    "SEGMENT_NOT_FOUND": Message("O segmento não foi encontrado.", "The segment was not found."),
    "SEGMENT_TAKEN": Message("Já existe um segmento com este nome.", "There is a segment with this name already."),
    "FILTER_INVALID": Message("O filtro não está certo.", "The filter is not right."),
    "LEAD_SCORE_RULE_NOT_FOUND": Message("A regra não foi encontrada.", "The rule was not found."),
    "MERGE_NOT_FOUND": Message(
        "Este contato não tem união a desfazer.", "This contact has no merge that could be undone."
    ),
    "IMPORT_NOT_FOUND": Message("A importação não foi encontrada.", "The import was not found."),
    "IMPORT_OVER": Message("A importação já terminou.", "The import is over already."),
    "SHEET_REFUSED": Message(
        "O arquivo não é uma planilha que possamos ler.", "The file is no table that can be read."
    ),
    "EXPORT_NOT_FOUND": Message(
        "A exportação não foi encontrada, ou já expirou.", "The export was not found, or it is over."
    ),
    "EXPORT_NOT_READY": Message("O arquivo ainda não está pronto.", "The file is not ready."),
    "TOO_MANY_TRANSFERS": Message(
        "Há arquivos demais a caminho: espere um terminar.", "Too many files are on their way: wait for one."
    ),
    "MERGE_REFUSED": Message(
        "Estes contatos não podem ser unidos ou separados assim.",
        "These contacts cannot be merged or taken apart like this.",
    ),
}
