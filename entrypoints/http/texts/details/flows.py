"""Of flows, their chatbots, their tests and their files."""

FLOWS: dict[str, str] = {
    "'{name}' is used twice": "'{name}' aparece duas vezes.",
    "'{node_id}' is used twice": "'{node_id}' aparece duas vezes.",
    "Unknown node type '{kind}'; known are {choices}": "Não existe bloco do tipo '{kind}'; os tipos são {choices}.",
    "a flow has at most {limit} bytes": "Um fluxo tem no máximo {limit} bytes.",
    "a flow is a JSON object": "Um fluxo é um objeto JSON.",
    "a version's number, or `draft`": "O número de uma versão, ou `draft`.",
    "before `to`, and no more than {days} days": "Antes de `to`, e no máximo {days} dias.",
    "choose another main flow of '{bot}' first": "Escolha antes outro fluxo principal para '{bot}'.",
    "give the number '{name}' another chatbot, or none, first": (
        "Dê antes ao número '{name}' outro chatbot, ou nenhum."
    ),
    "it is '{item_id}' or absent": "É '{item_id}', ou nada.",
    "letters, digits and underscores, not beginning with a digit": "Letras, dígitos e _, sem começar com um dígito.",
    "move or delete the flow '{name}' first": "Mova ou apague antes o fluxo '{name}'.",
    "neither a flow (`nodes` or `document`) nor a Typebot (`groups`)": (
        "Não é um fluxo (`nodes` ou `document`) nem um Typebot (`groups`)."
    ),
    "no start event": "Não há evento de início.",
    "one of the chatbot's own flows": "Um dos fluxos do próprio chatbot.",
    "step {number}: {failure}": "Passo {number}: {failure}.",
    "the published flow '{name}' jumps to it: take the jump out first": (
        "O fluxo publicado '{name}' salta para este: tire o salto antes."
    ),
    "values lie at most {limit} deep": "Os valores têm no máximo {limit} níveis de profundidade.",
    "{finding}": "{finding}",
    "{found}; at most {limit}": "São {found}; o máximo é {limit}.",
    "{given} is not known; {known} is": "A versão {given} não é conhecida; conhecemos a {known}.",
}
