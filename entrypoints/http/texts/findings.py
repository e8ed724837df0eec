"""What the check of a flow says to people, by a finding's code. In English a finding says itself what it is about."""

from collections.abc import Mapping

from domain.flows.inspection import Finding
from entrypoints.http.texts.message import ENGLISH
from entrypoints.http.texts.reasons import reason_text

FINDINGS: dict[str, str] = {
    "bad_audience": "O público do gatilho não pode ser usado.",
    "bad_duration": "Uma duração se escreve como 30m, 2h ou 1d.",
    "bad_expression": "A expressão não pode ser lida: {reason}",
    "bad_header": "O cabeçalho tem um nome que nenhum pode ter.",
    "bad_mapping": "Um mapeamento precisa de uma variável e de um caminho, como body.items.0.id.",
    "bad_pattern": "O padrão não pode ser lido: {reason}",
    "bad_schedule": "O horário do gatilho não pode ser lido.",
    "bad_secret": "Um segredo se escreve {{{{secrets.NOME}}}}, em um cabeçalho.",
    "bad_template": "O texto não pode ser montado: {reason}",
    "bad_url": "Um endereço começa com https:// e um servidor.",
    "campaigns_missing": "Ainda não há campanhas, então nenhuma pode começar.",
    "choice_without_edge": "A opção '{choice}' não leva a lugar nenhum.",
    "connection_missing": "Não há conexão '{name}'.",
    "contact_without_name": "Todo contato compartilhado precisa de um nome.",
    "data_in_prompt": "O que outros escreveram vira ordem da empresa ao modelo: ponha isso na pergunta.",
    "dead_end": "O fluxo termina aqui; um bloco de fim diria com que resultado.",
    "department_missing": "Não há departamento '{name}'.",
    "description_too_long": "A descrição de uma opção passa de 72 caracteres.",
    "edge_after_end": "O fluxo termina aqui, mas uma ligação sai do bloco.",
    "edge_from_nothing": "Uma ligação sai de um bloco que não existe.",
    "edge_to_nothing": "Uma ligação leva a um bloco que não existe.",
    "edge_without_timeout": "Há uma ligação de tempo esgotado, mas nenhum tempo limite.",
    "empty_action": "Uma das ações está incompleta.",
    "empty_case": "Um caso não compara nada.",
    "empty_message": "Não há nada para enviar.",
    "empty_question": "Não há nada para perguntar.",
    "empty_title": "Uma opção não tem título.",
    "event_with_people": "Depois deste evento uma pessoa atende a conversa: o fluxo quase nunca começa.",
    "flow_missing": "O fluxo de destino não foi escolhido ou não está publicado.",
    "id_too_long": "O id de uma opção tem no máximo {limit} caracteres.",
    "input_missing": "O fluxo chamado lê '{name}' e não o recebe.",
    "knowledge_base_missing": "Não há base de conhecimento '{name}'.",
    "location_nowhere": "A latitude vai até 90 graus, a longitude até 180.",
    "loop_without_wait": "Um ciclo em que nada espera nunca termina.",
    "media_link": "O WhatsApp só busca arquivos em endereços https.",
    "media_source": "Um arquivo vem de um só lugar: um id ou um link.",
    "no_actions": "Não há nada para fazer.",
    "no_assignments": "Não há nada para guardar.",
    "no_audience": "O gatilho não fala com ninguém: escolha um segmento ou um filtro.",
    "no_branches": "Não há caminho para sortear.",
    "no_cases": "Uma condição precisa de um caso.",
    "no_choices": "Uma pergunta de escolha precisa de opções.",
    "no_error_edge": "Se a chamada falhar, vale o `on_error` do fluxo: desenhe a saída de erro.",
    "no_keyword": "O gatilho não tem palavra-chave.",
    "no_operation": "Nada é pedido ao ERP.",
    "no_sources": "Responder só com fontes precisa de uma base de conhecimento.",
    "no_start": "O fluxo não tem início.",
    "no_timeout": "Talvez ninguém responda: defina um tempo limite.",
    "no_url": "Não há endereço para chamar.",
    "number_missing": "O número do gatilho não é da empresa.",
    "output_missing": "O fluxo chamado nunca escreve '{name}'.",
    "part_not_sent": "Uma parte do bloco não é enviada junto com o resto dele: {part}.",
    "plain_http": "Por http qualquer um no caminho lê o pedido: use https.",
    "read_before_written": "'{name}' pode ser lida antes de ter um valor.",
    "same_choice_twice": "Duas opções têm o mesmo id.",
    "same_title_twice": "Dois botões se chamam '{title}'.",
    "secret_in_header": "O cabeçalho '{name}' parece conter um segredo: use {{{{secrets.NOME}}}}.",
    "secret_in_url": "Endereços ficam registrados no caminho: ponha o segredo em um cabeçalho.",
    "secret_misplaced": "Segredos ficam em cabeçalhos e em nenhum outro lugar.",
    "secret_missing": "Não há segredo '{name}'.",
    "section_without_title": "Com várias seções, cada uma precisa de um título.",
    "tag_missing": "Ainda não há etiqueta '{name}'.",
    "template_language": "O idioma é um dos códigos da Meta, como pt_BR.",
    "template_missing": "Nenhum número tem este modelo neste idioma.",
    "template_name": "O nome de um modelo só tem a-z, 0-9 e _.",
    "template_not_approved": "O modelo não está aprovado pela Meta.",
    "template_parameter": "Um parâmetro do modelo tem quebra de linha, tabulação ou muitos espaços.",
    "template_parameters": "Os parâmetros não são os que o modelo pede.",
    "template_shape": "Um componente não é header, body ou button com parâmetros.",
    "text_too_long": "O texto é mais longo do que o WhatsApp aceita.",
    "timeout_never_comes": "A sessão termina antes deste tempo limite.",
    "timeout_without_edge": "A sessão expira quando o tempo acaba: desenhe a saída de tempo esgotado.",
    "title_too_long": "Um título é longo demais para o WhatsApp.",
    "too_many_actions": "São ações demais em um bloco.",
    "too_many_branches": "São caminhos demais em um sorteio.",
    "too_many_buttons": "O WhatsApp mostra no máximo 3 botões.",
    "too_many_contacts": "No máximo {limit} contatos por mensagem.",
    "too_many_nodes": "No máximo {limit} blocos.",
    "too_many_rows": "O WhatsApp mostra no máximo 10 itens de lista.",
    "too_many_sections": "No máximo {limit} seções em uma lista.",
    "two_bodies": "Um pedido leva só um de json, form e body.",
    "two_starts": "O fluxo tem mais de um início.",
    "undefined_name": "Nada se chama '{name}'.",
    "unknown_event": "Este evento não existe.",
    "unnameable": "Nenhuma expressão consegue usar uma variável chamada '{name}'.",
    "unreachable": "Nenhum caminho chega a este bloco.",
    "user_missing": "Não há pessoa '{name}' ativa.",
    "wait_too_long": "Nenhuma espera passa de 30 dias.",
    "window_closed": "Pode ser dito mais de 24 horas depois da última mensagem do contato: envie um modelo.",
    "window_unknown": "O contato pode não ter escrito nas últimas 24 horas: comece com um modelo.",
}
"""`tests/http/flows/test_finding_texts.py` holds it complete."""


_PARTS = {
    "template": "o modelo",
    "media": "o arquivo",
    "text": "o texto",
    "location": "a localização",
    "contacts": "os contatos",
}


class _Gaps(dict[str, object]):
    """What a text names and a finding does not know."""

    def __missing__(self, key: str) -> str:
        return "…"


def finding_text(finding: Finding, *, language: str) -> str:
    """Say it in a language."""
    text = FINDINGS.get(finding.code)
    return finding.message if language == ENGLISH or text is None else _filled(text, finding.params)


def _filled(text: str, params: Mapping[str, object]) -> str:
    return text.format_map(_Gaps({name: _said(name, value) for name, value in params.items()}))


def _said(name: str, value: object) -> object:
    """Say in Portuguese what is itself a text: why something cannot be read, or a part of a node."""
    if name == "reason":
        return reason_text(str(value))
    return _PARTS.get(str(value), value) if name == "part" else value
