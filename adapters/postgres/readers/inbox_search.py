"""What a search in the inbox finds: conversations of contacts by their names and phones, and by their newest messages.

Its two filters are those of `conversation_conditions.py`: `found` takes what the indexes gave; where more contacts than
a list counts have these words, `found_on_the_way` asks each conversation's contact while the inbox is read in order.
"""

from collections.abc import Mapping

import msgspec

from adapters.postgres.connection import TenantConnection
from adapters.postgres.readers.contact_search import FoundContacts, find_contacts
from adapters.postgres.readers.listing import Item, Listing
from adapters.postgres.readers.word_search import holding
from application.shared.page import PageRequest
from domain.conversations.search import terms_of

MANY = 1_000
"""Conversations that are not counted any further, where more contacts have the words than a list counts."""


class Finds(msgspec.Struct, frozen=True, kw_only=True):
    """What was found, to be asked of the inbox."""

    contacts: FoundContacts
    conversations: str

    @property
    def some(self) -> tuple[dict[str, object], dict[str, object]]:
        """Give the filter that takes what the indexes gave, and its values."""
        return {"found": True}, {"known": self.contacts.ids, "holding": self.conversations}

    @property
    def all(self) -> tuple[dict[str, object], dict[str, object]]:
        """Give the filter that takes all that there are, and its values."""
        if self.contacts.are_all:
            return self.some
        return {"found_on_the_way": True}, {"words": self.contacts.words, "holding": self.conversations}


async def look_for(connection: TenantConnection, typed: str) -> Finds:
    """Ask the indexes. A contact that was deleted is found where its conversation is."""
    contacts = await find_contacts(connection, typed, is_present=False)
    found = await holding(connection, terms_of(typed))
    return Finds(contacts=contacts, conversations=f"{{{','.join(map(str, found))}}}")


async def count_finds(
    connection: TenantConnection,
    listing: Listing[Item],
    finds: Finds,
    page: PageRequest,
    filters: Mapping[str, object],
    values: Mapping[str, object],
) -> int | None:
    """Count by the contacts that the index gave, if that is many: all that have the words are not asked then.

    What is open is so little that it is asked itself.
    """
    if page.cursor is not None or finds.contacts.are_all or "open" in filters:
        return None
    asked, found = finds.some
    counted = await listing.count(connection, filters={**filters, **asked}, **values, **found)
    return counted if counted >= MANY else None
