"""What tokens cost, in millionths of a currency's unit: whole numbers, so that no cent is lost or made."""

from decimal import Decimal, InvalidOperation

import msgspec

MICROS = 1_000_000
"""Of a currency's unit; providers name prices with up to four decimals for a million tokens."""
MAX_MONEY = 1_000_000
"""Units of a currency; no price of a million tokens and no month of one company is near it."""
DECIMALS = 6


class Prices(msgspec.Struct, frozen=True, kw_only=True):
    """What a million tokens cost, in micros."""

    input: int = 0
    output: int = 0

    def cost(self, *, input_tokens: int, output_tokens: int) -> int:
        """Give what these tokens cost, in micros, rounded up: a cap is never passed by rounding."""
        exact = input_tokens * self.input + output_tokens * self.output
        return -(-exact // MICROS)


def micros_of(text: str) -> int | None:
    """Read an amount such as `2.50`; None for what is none, below nothing, or beyond `MAX_MONEY`."""
    try:
        amount = Decimal(text)
    except InvalidOperation:
        return None
    if not amount.is_finite() or not 0 <= amount <= MAX_MONEY or amount != round(amount, DECIMALS):
        return None
    return int(amount * MICROS)


def money_of(micros: int) -> str:
    """Write an amount, with two decimals or as many as it has."""
    units, rest = divmod(micros, MICROS)
    decimals = f"{rest:06d}".rstrip("0")
    return f"{units}.{decimals:0<2}"


def tokens_about(text: str) -> int:
    """Guess how many tokens a text has, rather too many: languages with accents have some three bytes to each."""
    return len(text.encode("utf-8", "replace")) // 3 + 1
