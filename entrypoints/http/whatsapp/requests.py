"""What callers send about numbers. In a PUT, an absent field stays as it is."""

from typing import Annotated

import msgspec
from msgspec import UNSET, UnsetType

from application.whatsapp.add_config import AddConfig
from application.whatsapp.update_config import UpdateConfig
from domain.shared.ids import ChatbotId, WhatsAppConfigId
from domain.whatsapp.config import DEFAULT_MESSAGES_PER_SECOND, ApiType
from entrypoints.http.requests import Secret, Word

Url = Annotated[str, msgspec.Meta(max_length=2_000)]


class _Request(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Common base of all bodies."""

    def __repr__(self) -> str:
        """Show nothing: a body holds secrets."""
        return f"{type(self).__name__}()"


class AddConfigRequest(_Request, frozen=True, kw_only=True):
    """A number and its secrets, which are never shown again.

    Of Meta's Cloud API (`official`) all but the limits is needed. Of an Evolution API, `phone_number_id` is the name
    of the instance, `api_url` its server and `access_token` the server's API key; the rest is made or learnt.
    """

    name: Word
    phone_number_id: Word
    access_token: Secret
    phone_number: Word = ""
    business_account_id: Word = ""
    app_secret: Secret = ""
    webhook_verify_token: Word = ""
    api_type: ApiType = ApiType.OFFICIAL
    api_url: Url | None = None
    chatbot_id: ChatbotId | None = None
    messages_per_second: int = DEFAULT_MESSAGES_PER_SECOND
    rate_limit_per_minute: int | None = None
    daily_limit: int | None = None

    def to_command(self) -> AddConfig:
        """Build the order."""
        return AddConfig(**msgspec.structs.asdict(self))


class UpdateConfigRequest(_Request, frozen=True, kw_only=True):
    """What changes. Null takes a limit or the chatbot away; a secret that is absent stays."""

    name: Word | UnsetType = UNSET
    phone_number: Word | UnsetType = UNSET
    phone_number_id: Word | UnsetType = UNSET
    business_account_id: Word | UnsetType = UNSET
    api_url: Url | UnsetType = UNSET
    access_token: Secret | UnsetType = UNSET
    app_secret: Secret | UnsetType = UNSET
    webhook_verify_token: Word | UnsetType = UNSET
    messages_per_second: int | UnsetType | None = UNSET
    chatbot_id: ChatbotId | UnsetType | None = UNSET
    rate_limit_per_minute: int | UnsetType | None = UNSET
    daily_limit: int | UnsetType | None = UNSET

    def to_command(self, config_id: WhatsAppConfigId, *, version: int | None) -> UpdateConfig:
        """Build the order; no throughput is Meta's usual one."""
        given = {name: value for name, value in msgspec.structs.asdict(self).items() if value is not UNSET}
        if "messages_per_second" in given and given["messages_per_second"] is None:
            given["messages_per_second"] = DEFAULT_MESSAGES_PER_SECOND
        return UpdateConfig(config_id=config_id, version=version, **given)
