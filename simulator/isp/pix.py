"""A PIX code to copy and paste: the Banco Central's BR Code, EMV's tags with lengths and a checksum at the end."""

import unicodedata

KEY = "pix@aurora.example"
"""Nobody's: a key in a domain that cannot be."""
_MAX_NAME, _MAX_CITY, _MAX_TXID = 25, 15, 25
"""EMV and the Banco Central: tags 59, 60 and 62-05."""
_POLYNOMIAL, _START = 0x1021, 0xFFFF


def make_pix(*, cents: int, name: str, city: str, txid: str, key: str = KEY) -> str:
    """Make the code that asks for an amount."""
    account = _tag("00", "br.gov.bcb.pix") + _tag("01", key)
    body = "".join(
        (
            _tag("00", "01"),
            _tag("26", account),
            _tag("52", "0000"),
            _tag("53", "986"),
            _tag("54", f"{cents // 100}.{cents % 100:02d}"),
            _tag("58", "BR"),
            _tag("59", _plain(name)[:_MAX_NAME]),
            _tag("60", _plain(city)[:_MAX_CITY]),
            _tag("62", _tag("05", txid[:_MAX_TXID])),
            "6304",
        )
    )
    return f"{body}{checksum(body):04X}"


def checksum(text: str) -> int:
    """Give the CRC-16 (CCITT, beginning with all ones) of a text."""
    value = _START
    for byte in text.encode():
        value ^= byte << 8
        for _ in range(8):
            value = (value << 1) ^ _POLYNOMIAL if value & 0x8000 else value << 1
        value &= 0xFFFF
    return value


def _tag(number: str, value: str) -> str:
    return f"{number}{len(value):02d}{value}"


def _plain(text: str) -> str:
    """Take the accents away: readers of codes know none."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
