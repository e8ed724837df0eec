"""A phone as people type it becomes one number, whatever they leave out."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from application.messages.addressing import Address, number_of, require_one
from domain.messages.errors import PhoneInvalidError, SendToOneError
from domain.shared.ids import ContactId, ConversationId
from domain.shared.phone import spellings

ID = UUID(int=1)
AREAS = st.sampled_from(["11", "21", "47", "85", "99"])
MOBILES = st.integers(60_000_000, 99_999_999).map(str)


@given(area=AREAS, mobile=MOBILES)
def test_every_spelling_of_a_brazilian_mobile_is_one_number(area: str, mobile: str):
    wanted = f"55{area}9{mobile}"
    typed = [
        wanted,
        f"+{wanted}",
        f"55{area}{mobile}",
        f"+55 ({area}) {mobile[:4]}-{mobile[4:]}",
        f"({area}) 9{mobile[:4]}-{mobile[4:]}",
        f"{area}{mobile}",
    ]

    assert {number_of(one) for one in typed} == {wanted}
    assert {number_of(one) for one in spellings(wanted)} == {wanted}


@given(area=AREAS, landline=st.integers(20_000_000, 59_999_999).map(str))
def test_a_brazilian_landline_gets_no_ninth_digit(area: str, landline: str):
    assert {number_of(f"{area}{landline}"), number_of(f"+55{area}{landline}")} == {f"55{area}{landline}"}


@given(number=st.integers(10**7, 10**15 - 1).map(str))
def test_what_has_a_plus_keeps_its_country(number: str):
    assert number_of(f"+{number}") in spellings(number)


@pytest.mark.parametrize(
    "phone", ["", "123", "1234567", "abc", "0800 123 4567", "+1234567890123456", "11 98888-7777 ramal 2", "+0011223344"]
)
def test_what_is_no_phone_is_refused(phone: str):
    with pytest.raises(PhoneInvalidError):
        number_of(phone)


@pytest.mark.parametrize(
    "address",
    [
        Address(),
        Address(conversation_id=ConversationId(ID), contact_id=ContactId(ID)),
        Address(contact_id=ContactId(ID), phone="5511988887777"),
    ],
)
def test_there_is_one_addressee(address: Address):
    with pytest.raises(SendToOneError):
        require_one(address)
