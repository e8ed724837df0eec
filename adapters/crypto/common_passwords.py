"""The list of common passwords that comes with the program; `common_passwords.md` beside it says where it is from."""

import gzip
from functools import cache
from importlib.resources import files


class BundledPasswords:
    """Some thirty thousand passwords and words, read when first asked for."""

    def __contains__(self, word: object) -> bool:
        """Whether it is on the list, case-folded."""
        return word in _words()


@cache
def _words() -> frozenset[str]:
    packed = (files("adapters.crypto") / "common_passwords.txt.gz").read_bytes()
    return frozenset(gzip.decompress(packed).decode("utf-8").split("\n"))
