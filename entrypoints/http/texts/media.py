"""What is said about files."""

from entrypoints.http.texts.message import Message

MEDIA: dict[str, Message] = {
    "MEDIA_NOT_FOUND": Message("O arquivo não foi encontrado.", "The file was not found."),
    "NO_THUMBNAIL": Message("Este arquivo não tem miniatura.", "This file has no small picture."),
    "BAD_SIGNATURE": Message(
        "Este endereço foi alterado ou já venceu: abra o arquivo de novo.",
        "This address was changed or is over: open the file again.",
    ),
    "MEDIA_NOT_READY": Message("O arquivo ainda não está disponível.", "The file is not available yet."),
    "MEDIA_TOO_LARGE": Message(
        "O arquivo é maior do que o WhatsApp aceita para este tipo.",
        "The file is larger than WhatsApp takes of this kind.",
    ),
    "MEDIA_REFUSED": Message(
        "O conteúdo do arquivo não é de um tipo aceito, ou está danificado.",
        "By its content the file is of no type that is taken, or it is damaged.",
    ),
    "FILES_UNAVAILABLE": Message(
        "Os arquivos não estão acessíveis agora: tente de novo em instantes.",
        "Files cannot be reached just now: try again in a moment.",
    ),
}
