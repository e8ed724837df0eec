"""What the report of an import says of each part of a file, by the note's code. In English a note says it itself."""

import msgspec

from domain.flows.importing.imported import ImportNote, ImportReport
from domain.shared.phrases import filled
from entrypoints.http.texts.message import ENGLISH

IMPORT_NOTES: dict[str, str] = {
    "ai_model": "O modelo e a chave são os da empresa: veja as configurações de IA.",
    "ai_task": "A tarefa '{task}' não tem equivalente.",
    "choice_condition": "Uma opção que aparecia às vezes agora aparece sempre.",
    "choice_cut": "Títulos de opções têm {limit} caracteres; o resto ficou na descrição.",
    "choose_flow": "O outro Typebot é outro arquivo: importe-o e escolha o fluxo neste bloco.",
    "code_in_text": "O JavaScript em {{= =}} foi retirado.",
    "comparison_lost": "Uma comparação sem variável ficou de fora.",
    "comparison_unknown": "A comparação '{operator}' não é conhecida e ficou de fora.",
    "date_as_text": "Um intervalo de datas, ou uma hora, fica como a pessoa escrever.",
    "dynamic_choices": "As opções vinham de uma variável: a resposta é digitada.",
    "empty_condition": "Não compara nada.",
    "empty_text": "O balão não diz nada.",
    "image_type": "O WhatsApp só mostra JPEG e PNG: troque a imagem.",
    "integration": "Esta integração não existe aqui: uma chamada de API pode fazer o mesmo.",
    "link_written_out": "No WhatsApp não se toca em imagem: o link ficou abaixo dela.",
    "mapping": "Veja onde '{name}' está na resposta: o caminho no Typebot era '{path}'.",
    "mixed_value": "Um valor que mistura texto e variáveis é comparado como está escrito.",
    "no_address": "Não chama nada.",
    "no_body": "O Typebot envia todas as variáveis quando não há corpo: escreva o corpo.",
    "no_file": "Não tem endereço na web.",
    "no_variable": "Não define nenhuma variável.",
    "not_settable": "'{kind}' não tem equivalente: defina '{name}' de outro jeito.",
    "number_limits": "O menor e o maior número não são conferidos: ponha uma condição depois.",
    "one_file": "Só um arquivo é aceito.",
    "page_is_a_link": "O WhatsApp não mostra páginas: vai o link.",
    "payment": "Não se paga dentro da conversa: envie um link ou um código PIX.",
    "redirect_is_a_link": "O WhatsApp não abre páginas sozinho: vai o link.",
    "script": "JavaScript não roda aqui: use condições, expressões e chamadas de API.",
    "secret": "Guarde o valor do cabeçalho '{name}' como o segredo {secret}: ele não foi importado.",
    "several_choices": "No WhatsApp se toca em uma opção só: a resposta é digitada.",
    "sum": "Uma soma de variáveis virou expressão: todas precisam ser números.",
    "too_many_choices": "O WhatsApp mostra {limit} opções: {count} ficaram de fora.",
    "transfer": "Aqui a conversa vai para pessoas: escolha o departamento.",
    "trigger": "Nada inicia o fluxo ainda: escolha um gatilho.",
    "unknown_block": "Este tipo de bloco não é conhecido.",
    "version": "A versão {version} foi lida como a 6.",
    "video_is_a_link": "O WhatsApp não toca {kind}: vai o link.",
    "wait_impossible": "Não espera tempo nenhum, ou espera demais.",
    "wait_unknown": "O tempo de espera vem de uma variável.",
}
"""`tests/http/flows/test_told_texts.py` holds it complete."""


def report_told(report: ImportReport, *, language: str) -> ImportReport:
    """Say every note in a language."""
    return msgspec.structs.replace(report, notes=tuple(_told(note, language) for note in report.notes))


def _told(note: ImportNote, language: str) -> ImportNote:
    text = IMPORT_NOTES.get(note.code)
    if language == ENGLISH or text is None:
        return note
    return msgspec.structs.replace(note, message=filled(text, note.values))
