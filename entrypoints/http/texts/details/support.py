"""Of hours, holidays, promises, automation rules and the bot's texts."""

SUPPORT: dict[str, str] = {
    "1 to {limit} values each": "De 1 a {limit} valores cada uma.",
    "JSON as the guide on automation describes it": "Um JSON como descrito no guia de automação.",
    "at most {limit} spans a day": "No máximo {limit} períodos por dia.",
    "at most {parameters}, {text} characters each": "No máximo {parameters}, cada um com até {text} caracteres.",
    "it names what is none of this company's": "Algo aqui não é desta empresa.",
    "nested at most {limit} deep": "No máximo {limit} níveis, um dentro do outro.",
    "one of them is none of this company's": "Um deles não é desta empresa.",
    "the name and the language of a template": "Informe o nome e o idioma de um modelo.",
    "the spans of a day do not overlap": "Os períodos de um dia não podem se sobrepor.",
    "this or resolution_minutes, 1 to {limit}": "Este ou resolution_minutes, de 1 a {limit}.",
    "times as 08:00, different from each other, 24:00 only at the end": (
        "Horários como 08:00, diferentes um do outro, e 24:00 só no fim."
    ),
    "values of at most {limit} characters": "Valores de no máximo {limit} caracteres.",
}
