"""Reads what Graph answers when it says yes (reference 4.17, 7.1, 7.5); None where it is not understood."""

import msgspec

from adapters.whatsapp.cloud.fields import ABSENT, Id, lenient_elements_of, optional, text_of
from adapters.whatsapp.shared.cleaning import clean
from application.ports.whatsapp import NumberInfo
from domain.shared.ids import ProviderMessageId
from domain.whatsapp.failures import SendAccepted


class _Sent(msgspec.Struct):
    messages: msgspec.Raw = ABSENT
    contacts: msgspec.Raw = ABSENT


class _Message(msgspec.Struct):
    id: Id = None


class _Contact(msgspec.Struct):
    wa_id: Id = None
    user_id: Id = None


class _Throughput(msgspec.Struct):
    level: str | None = None


class _Webhooks(msgspec.Struct):
    phone_number: str | None = None
    whatsapp_business_account: str | None = None
    application: str | None = None


class _Number(msgspec.Struct):
    id: Id
    display_phone_number: str
    verified_name: str | None = None
    quality_rating: str | None = None
    throughput: msgspec.Raw = ABSENT
    whatsapp_business_manager_messaging_limit: str | None = None
    webhook_configuration: msgspec.Raw = ABSENT
    status: str | None = None
    name_status: str | None = None
    code_verification_status: str | None = None
    is_on_biz_app: bool | None = None


class _Apps(msgspec.Struct):
    data: list[msgspec.Raw]


class _Success(msgspec.Struct):
    success: bool


_SENT = msgspec.json.Decoder(_Sent)
_MESSAGE = msgspec.json.Decoder(_Message)
_CONTACT = msgspec.json.Decoder(_Contact)
_THROUGHPUT = msgspec.json.Decoder(_Throughput)
_WEBHOOKS = msgspec.json.Decoder(_Webhooks)
_NUMBER = msgspec.json.Decoder(_Number)
_APPS = msgspec.json.Decoder(_Apps)
_SUCCESS = msgspec.json.Decoder(_Success)

NUMBER_FIELDS = (
    "id,display_phone_number,verified_name,quality_rating,throughput,"
    "whatsapp_business_manager_messaging_limit,webhook_configuration,status,name_status,code_verification_status,"
    "is_on_biz_app"
)
"""What is asked of a number; `messaging_limit_tier` is deprecated (reference 7.1)."""


def accepted(body: bytes) -> SendAccepted | None:
    """Read the id that Meta gave; `wa_id` is absent when the message went to a user id (reference 2.17)."""
    sent = optional(_SENT, msgspec.Raw(clean(body)))
    if sent is None:
        return None
    messages = [optional(_MESSAGE, element) for element in lenient_elements_of(sent.messages)]
    contacts = [optional(_CONTACT, element) for element in lenient_elements_of(sent.contacts)]
    message_id = next((text_of(message.id) for message in messages if message is not None), None)
    contact = next((contact for contact in contacts if contact is not None), _Contact())
    if message_id is None:
        return None
    return SendAccepted(
        provider_message_id=ProviderMessageId(message_id),
        wa_id=text_of(contact.wa_id),
        user_id=text_of(contact.user_id),
    )


def number_info(body: bytes) -> NumberInfo | None:
    """Read a number; of three places for the callback the number's own counts before the account's and the app's."""
    number = optional(_NUMBER, msgspec.Raw(clean(body)))
    if number is None:
        return None
    throughput = optional(_THROUGHPUT, number.throughput) or _Throughput()
    webhooks = optional(_WEBHOOKS, number.webhook_configuration) or _Webhooks()
    return NumberInfo(
        phone_number_id=text_of(number.id) or "",
        display_phone_number=number.display_phone_number,
        verified_name=number.verified_name,
        quality_rating=(number.quality_rating or "unknown").lower(),
        throughput_level=_lower(throughput.level),
        messaging_tier=_lower(number.whatsapp_business_manager_messaging_limit),
        callback_url=webhooks.phone_number or webhooks.whatsapp_business_account or webhooks.application,
        status=_lower(number.status),
        name_status=_lower(number.name_status),
        verification=_lower(number.code_verification_status),
        is_on_phone_app=number.is_on_biz_app,
    )


def has_subscribed_apps(body: bytes) -> bool | None:
    """Whether any app gets the account's webhooks."""
    apps = optional(_APPS, msgspec.Raw(clean(body)))
    return None if apps is None else bool(apps.data)


def has_succeeded(body: bytes) -> bool:
    """Whether Graph says `success`."""
    answer = optional(_SUCCESS, msgspec.Raw(clean(body)))
    return answer is not None and answer.success


def _lower(word: str | None) -> str | None:
    return word.lower() if word else None
