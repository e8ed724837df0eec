"""Of companies, what they decide for themselves, and what the platform keeps of them."""

TENANTS: dict[str, str] = {
    "1 to 63 lower-case letters, digits and hyphens between them, and no name of the platform's own": (
        "De 1 a 63 letras minúsculas e dígitos, com hífens só entre eles, e nenhum nome da própria plataforma."
    ),
    "1 to {limit} characters that a header can hold": "De 1 a {limit} caracteres que caibam em um cabeçalho.",
    "1 to {limit} hosts": "De 1 a {limit} servidores.",
    "BR, or a state of Brazil such as BR-SP": "BR, ou um estado do Brasil como BR-SP.",
    "a colour such as #0f766e": "Uma cor como #0f766e.",
    "a currency of ISO 4217, such as BRL": "Uma moeda da ISO 4217, como BRL.",
    "a domain such as atende.aurora.com.br: no scheme, international names in punycode": (
        "Um domínio como atende.aurora.com.br: sem https://, e com nomes acentuados em punycode."
    ),
    "a host's name, such as api.example.com": "O nome de um servidor, como api.example.com.",
    "a letter, then up to 62 letters, digits and _": "Uma letra, depois até 62 letras, dígitos e _.",
    "a time zone that the database knows": "Um fuso horário que o banco de dados conheça.",
    "an IANA name, such as America/Sao_Paulo": "Um nome da IANA, como America/Sao_Paulo.",
    "an address or a network such as 203.0.113.0/24 or 2001:db8::/32": (
        "Um endereço ou uma rede, como 203.0.113.0/24 ou 2001:db8::/32."
    ),
    "an address without a query, a name or a password": "Um endereço sem parâmetros, usuário ou senha.",
    "an amount such as 2.50, not below nothing": "Um valor como 2.50, que não seja negativo.",
    "an https address": "Um endereço https.",
    "at most {days} days after since": "No máximo {days} dias depois do início.",
    "between 0 and {limit}, or null for no limit": "Entre 0 e {limit}, ou null para não ter limite.",
    "must be later than since": "O fim precisa ser depois do início.",
    "pt-BR or en": "pt-BR ou en.",
    "such as https://painel.aurora.com.br": "Um endereço como https://painel.aurora.com.br.",
    "there is no entry with this number": "Não há registro com este número.",
    "this provider has none": "Este provedor não tem nenhum.",
    "three letters, such as BRL": "Três letras, como BRL.",
    "your own address must be among them, or you could not come back": (
        "Inclua o seu próprio endereço, senão você não conseguiria voltar."
    ),
    "{used} of {most} are used": "{used} de {most} estão em uso.",
}
