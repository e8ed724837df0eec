"""The names under which a sender is known, and what a contact learns of one."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from application.inbound.recognise_contact import EVERYWHERE, identities_of
from domain.contacts.contact import Contact, Identity, IdentityKind
from domain.shared.ids import ContactId
from domain.whatsapp.inbound import Sender

ACCOUNT = "900100200300400"
NOON = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)
PHONE = Identity(kind=IdentityKind.WA_ID, scope=EVERYWHERE, value="551188887777")
BSUID = Identity(kind=IdentityKind.BSUID, scope=ACCOUNT, value="BR.1")


def _contact(*, name: str | None = None) -> Contact:
    return Contact(id=ContactId(UUID(int=1)), created_at=NOON, name=name)


class TestIdentities:
    def test_of_a_phone_is_valid_everywhere_and_as_received(self) -> None:
        assert identities_of(Sender(wa_id="551188887777"), business_account_id=ACCOUNT) == (PHONE,)

    def test_of_a_business_scoped_id_is_valid_in_its_account(self) -> None:
        assert identities_of(Sender(user_id="BR.1"), business_account_id=ACCOUNT) == (BSUID,)

    def test_of_both_begin_with_the_business_scoped_id(self) -> None:
        both = Sender(wa_id="551188887777", user_id="BR.1")

        assert identities_of(both, business_account_id=ACCOUNT) == (BSUID, PHONE)

    def test_of_nobody_are_none(self) -> None:
        assert identities_of(Sender(username="ana"), business_account_id=ACCOUNT) == ()


class TestSeeing:
    def test_gives_a_nameless_contact_a_name(self) -> None:
        contact = _contact()

        contact.see(name="Ana", at=NOON)

        assert contact.name == "Ana"

    def test_leaves_a_name_that_is_there(self) -> None:
        contact = _contact(name="Ana Lima")

        contact.see(name="aninha", at=NOON)

        assert contact.name == "Ana Lima"

    def test_notes_when(self) -> None:
        contact = _contact()

        contact.see(name=None, at=NOON)

        assert contact.last_seen_at == NOON

    def test_late_moves_nothing_back(self) -> None:
        contact = _contact()
        contact.see(name=None, at=NOON)

        contact.see(name=None, at=NOON - timedelta(hours=1))

        assert contact.last_seen_at == NOON

    def test_something_new_says_so(self) -> None:
        assert _contact().see(name=None, at=NOON)

    def test_nothing_new_says_so(self) -> None:
        contact = _contact(name="Ana")
        contact.see(name=None, at=NOON)

        assert not contact.see(name=None, at=NOON)
