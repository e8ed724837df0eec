"""Of the company's numbers."""

NUMBERS: dict[str, str] = {
    "a phone number with its country code": "Um telefone com o código do país.",
    "the address of the Evolution API server, without a login": "O endereço do servidor da Evolution API, sem login.",
    "the instance's name: letters, digits, - _ .": "O nome da instância: letras, dígitos, - _ .",
}
