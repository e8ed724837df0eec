"""Of people: those of a company, their roles, their passwords, their keys."""

PEOPLE: dict[str, str] = {
    "a PNG, JPEG or WebP in base64, at most 256 KiB and 2048 × 2048 pixels": (
        "Um PNG, JPEG ou WebP em base64, de no máximo 256 KiB e 2048 × 2048 pixels."
    ),
    "a letter or a digit": "Use pelo menos uma letra ou um dígito.",
    "a time to come": "Uma data futura.",
    "an e-mail address": "Um endereço de e-mail válido.",
    "another than the present one": "Escolha uma senha diferente da atual.",
    "at least 10 characters": "Use pelo menos 10 caracteres.",
    "at most 1,000 bytes": "Use no máximo 1.000 caracteres.",
    "at most {limit} departments of this company": "No máximo {limit} departamentos desta empresa.",
    "no role of this company has this code": "Nenhuma função desta empresa tem este código.",
    "no such permission: {choices}": "Estas permissões não existem: {choices}.",
    "not one of the passwords that are tried first": "Esta senha é fácil de adivinhar. Escolha outra.",
    "not your name, your e-mail or your company's name": "Não use seu nome, seu e-mail nem o nome da empresa.",
    "super_admin for operators of the platform, and nobody else": (
        "A função super_admin é só de quem opera a plataforma."
    ),
    "users of this company": "Use pessoas desta empresa.",
}
