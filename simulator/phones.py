_BR = "55"
_BR_LENGTHS = (12, 13)  # country, area code, eight or nine digits
_MOBILE_STARTS = "6789"  # a landline starts with 2 to 5 and never has the extra nine


def digits_of(text: str) -> str:
    """Keep the digits of a phone written in any way (`+55 (11) 98888-7777`)."""
    return "".join(character for character in text if character in "0123456789")


def spellings_of(digits: str) -> tuple[str, ...]:
    """Return the spellings one Brazilian mobile may have: with and without the ninth digit."""
    if not digits.startswith(_BR) or len(digits) not in _BR_LENGTHS:
        return (digits,)
    area, rest = digits[2:4], digits[4:]
    if len(digits) == _BR_LENGTHS[1] and rest[0] == "9" and rest[1] in _MOBILE_STARTS:
        return (digits, f"{_BR}{area}{rest[1:]}")
    if len(digits) == _BR_LENGTHS[0] and rest[0] in _MOBILE_STARTS:
        return (digits, f"{_BR}{area}9{rest}")
    return (digits,)
