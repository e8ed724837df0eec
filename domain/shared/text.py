"""How people's typing is compared: without accents, case and extra spaces."""

import unicodedata

ACCENTED = "áàâãäåéèêëíìîïóòôõöúùûüçñýÿÁÀÂÃÄÅÉÈÊËÍÌÎÏÓÒÔÕÖÚÙÛÜÇÑÝABCDEFGHIJKLMNOPQRSTUVWXYZ"
PLAIN = "aaaaaaeeeeiiiiooooouuuucnyyaaaaaaeeeeiiiiooooouuuucnyabcdefghijklmnopqrstuvwxyz"
"""What Portuguese, Spanish and their neighbours write. One sign for one sign, so that a database's `translate` gives
what `plain` gives, whatever its locale makes of capitals."""

_PLAINLY = str.maketrans(ACCENTED, PLAIN)


def fold(text: str) -> str:
    """Give the form in which two texts that people would call equal are equal."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return " ".join(bare.casefold().split())


def plain(text: str) -> str:
    """Take accents and capitals off, sign by sign."""
    return text.translate(_PLAINLY)
