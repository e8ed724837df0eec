"""What lets somebody in whose phone is lost: ten codes, each good once.

A code has 125 bits, so a fast hash of it is enough to keep (OWASP ASVS 5, 6.5.2), and it can still be typed: it is
written in Crockford's base32, which has no letters that look like digits, and read in any case, with any hyphens.
"""

from collections.abc import Callable

CODES = 10
GROUPS, GROUP_CHARS = 5, 5
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
BITS_A_CHAR = 5

_LOOK_ALIKE = str.maketrans("ilo", "110", "- ")


def new_code(random_bits: Callable[[int], int]) -> str:
    """Make a code from a source of random bits, such as `secrets.randbits`."""
    groups = ("".join(ALPHABET[random_bits(BITS_A_CHAR)] for _ in range(GROUP_CHARS)) for _ in range(GROUPS))
    return "-".join(groups)


def read_code(text: str) -> str | None:
    """Give what was meant, as it is hashed; None for what is no code at all."""
    bare = text.strip().lower().translate(_LOOK_ALIKE)
    is_code = len(bare) == GROUPS * GROUP_CHARS and set(bare) <= set(ALPHABET)
    return bare if is_code else None
