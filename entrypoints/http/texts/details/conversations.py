"""Of conversations: to whom they are given, their notes, their details."""

CONVERSATIONS: dict[str, str] = {
    "give one of user_id, department_id, to_bot": "Informe só um entre user_id, department_id e to_bot.",
    "in the future, and at most {days} days from now": "Um momento futuro, no máximo daqui a {days} dias.",
    "may not see this conversation": "Esta pessoa não pode ver esta conversa.",
    "needed for {action}": "Obrigatório para {action}.",
    "no active person of this company who may answer": "Nenhuma pessoa ativa desta empresa que possa atender.",
    "no department of this company has this id": "Nenhum departamento desta empresa tem este identificador.",
    "one of them is no tag of this company": "Uma delas não é etiqueta desta empresa.",
    "small letters, digits and _, 1 to 50 of them, and not taken by us": (
        "De 1 a 50 letras minúsculas, dígitos e _, e nenhum nome reservado."
    ),
}
