"""What a person pays with: the line of digits of a bank slip, and a PIX code to copy and paste.

Both carry check digits, and a wrong one is worse than none: whoever gets it pays nothing, or somebody else.
"""

import re

_SLIP = re.compile(r"[0-9]{47}")
_SLIP_FIELDS = (slice(0, 10), slice(10, 21), slice(21, 32))
"""FEBRABAN: three fields, each with its own check digit last, then the general one, then due date and amount."""
_BILL = re.compile(r"8[0-9]{47}")
_BILL_FIELDS = tuple(slice(start, start + 12) for start in range(0, 48, 12))
"""Bills of utilities and taxes: four fields of twelve; the third digit says how they are checked."""
_BILL_BY_TEN = frozenset("67")
_PIX = re.compile(r"000201.{10,500}6304[0-9A-Fa-f]{4}", re.DOTALL)
_SEPARATORS = re.compile(r"[\s.-]+")


def read_payment_line(text: str) -> str | None:
    """Give the 47 or 48 digits of a line whose check digits are all right; None for anything else."""
    digits = _SEPARATORS.sub("", text)
    if _SLIP.fullmatch(digits):
        return digits if _is_slip(digits) else None
    if _BILL.fullmatch(digits):
        check = _by_ten if digits[2] in _BILL_BY_TEN else _by_eleven_of_bills
        return digits if all(check(digits[part][:-1]) == digits[part][-1] for part in _BILL_FIELDS) else None
    return None


def read_pix_code(text: str) -> str | None:
    """Give the code as it is to be copied, if its checksum is right."""
    code = text.strip()
    if _PIX.fullmatch(code) is None:
        return None
    return code if int(code[-4:], 16) == _crc16(code[:-4].encode()) else None


def _is_slip(digits: str) -> bool:
    if any(_by_ten(digits[part][:-1]) != digits[part][-1] for part in _SLIP_FIELDS):
        return False
    bars = digits[:4] + digits[33:] + digits[4:9] + digits[10:20] + digits[21:31]
    return _by_eleven(bars) == digits[32]


def _by_ten(digits: str) -> str:
    total = 0
    for place, sign in enumerate(reversed(digits)):
        tens, ones = divmod(int(sign) * (1 + (place + 1) % 2), 10)
        total += tens + ones
    return str((10 - total % 10) % 10)


def _weighed(digits: str) -> int:
    return sum(int(sign) * (2 + place % 8) for place, sign in enumerate(reversed(digits)))


def _by_eleven(digits: str) -> str:
    check = 11 - _weighed(digits) % 11
    return str(check) if check < 10 else "1"  # noqa: PLR2004 - FEBRABAN: 10 and 11 are written 1


def _by_eleven_of_bills(digits: str) -> str:
    check = 11 - _weighed(digits) % 11
    return str(check) if check < 10 else "0"  # noqa: PLR2004 - FEBRABAN: on bills they are written 0


def _crc16(data: bytes) -> int:
    """CRC-16 as EMV's codes use it: polynomial 0x1021, beginning with ones."""
    crc = 0xFFFF
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021) & 0xFFFF if crc & 0x8000 else crc << 1 & 0xFFFF
    return crc
