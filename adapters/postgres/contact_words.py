"""How contacts are searched: what is kept of each, and the question that finds it.

As with messages (`search_words.py`) every word is written with its company before it. A phone is kept as runs of four
digits, each with its place, as if they were words: a longer run is a phrase of them. There are ten thousand of these
runs, so that the index of a million phones is small; one that kept every ending of a phone would hold ten million.
"""

from adapters.postgres.search_words import company_of
from domain.contacts.contact import Contact
from domain.contacts.search import FEWEST_DIGITS, Wanted, beginnings_of, numbers_of
from domain.shared.ids import TenantId
from domain.shared.phone import MAX_DIGITS

_PLACES = [[str(spelling * 30 + place) for place in range(1, MAX_DIGITS + 1)] for spelling in range(2)]
"""Where the digits of each spelling stand: far enough from one another that no run goes over from one to the next."""


def contact_vector(contact: Contact, *, tenant_id: TenantId) -> str | None:
    """Give the words of a contact as PostgreSQL keeps them; None where it has none."""
    company = company_of(tenant_id)
    kept = [_quoted(f"{company}{word}") for word in beginnings_of(contact)]
    places: dict[str, str] = {}
    for number, at in zip(numbers_of(contact), _PLACES, strict=False):
        for place in range(len(number) - FEWEST_DIGITS + 1):
            run = number[place : place + FEWEST_DIGITS]
            places[run] = f"{places[run]},{at[place]}" if run in places else at[place]
    kept += [f"'{company}#{run}':{at}" for run, at in places.items()]
    return " ".join(kept) or None


def contact_query(wanted: tuple[Wanted, ...], *, tenant_id: TenantId) -> str:
    """Give the question: all that is wanted."""
    company = company_of(tenant_id)
    return " & ".join(f"({_alternatives(one, company)})" for one in wanted)


def _alternatives(wanted: Wanted, company: str) -> str:
    words = " & ".join(f"{_quoted(company + word)}:*" for word in wanted.beginnings)
    if wanted.number is None:
        return words
    return f"({words}) | {_run(wanted.number, company)}"


def _run(number: str, company: str) -> str:
    """Ask for digits beside each other: each run of four at its distance from the one before."""
    last = len(number) - FEWEST_DIGITS
    phrase, before = "", 0
    for place in [*range(0, last, FEWEST_DIGITS), last]:
        run = f"'{company}#{number[place : place + FEWEST_DIGITS]}'"
        phrase = f"{phrase} <{place - before}> {run}" if phrase else run
        before = place
    return f"({phrase})"


def _quoted(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"
