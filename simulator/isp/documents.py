"""Brazilian numbers of people and companies, with the check digits that they must have."""

_CNPJ_WEIGHTS = (6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)


def cpf_of(first_nine: str) -> str:
    """Give the CPF that begins with nine digits."""
    digits = first_nine
    for length in (9, 10):
        total = sum(int(digit) * weight for digit, weight in zip(digits, range(length + 1, 1, -1), strict=True))
        digits += str(total * 10 % 11 % 10)
    return digits


def cnpj_of(first_twelve: str) -> str:
    """Give the CNPJ that begins with twelve digits."""
    digits = first_twelve
    for weights in (_CNPJ_WEIGHTS[1:], _CNPJ_WEIGHTS):
        rest = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11
        digits += "0" if rest < 2 else str(11 - rest)  # noqa: PLR2004 - the Receita's rule
    return digits
