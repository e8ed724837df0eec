"""Messages in PostgreSQL, and statuses that came before their message."""

from collections.abc import Collection, Sequence
from datetime import datetime

import msgspec

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.events_sink import EventSink
from adapters.postgres.repositories import messages_sql as sql
from adapters.postgres.repositories.rows import stale, values_of
from adapters.postgres.search_words import search_vector
from domain.conversations.message import Direction, Message, SenderKind
from domain.shared.content import Content, media_id_of, type_of
from domain.shared.ids import ConversationId, MessageId, ProviderMessageId, WhatsAppConfigId
from domain.shared.message_status import MessageStatus
from domain.shared.referral import Referral
from domain.whatsapp.inbound import ContactItem, NoticeReceived, StatusChanged

_CONTENT: msgspec.json.Decoder[Content] = msgspec.json.Decoder(Content)
_ITEM: msgspec.json.Decoder[ContactItem] = msgspec.json.Decoder(ContactItem)
_STATUS = msgspec.json.Decoder(StatusChanged)
_REFERRAL = msgspec.json.Decoder(Referral)
_TIMES = msgspec.json.Decoder(dict[str, datetime])

_CHANGEABLE = ("id", "provider_message_id", "status", "status_at", "error_code", "error_detail", "version")


def to_content(raw: msgspec.Raw) -> Content:
    """Read what a message holds."""
    return _CONTENT.decode(raw)


def to_domain(row: Row) -> Message:
    """Read a row."""
    return Message(
        id=MessageId(row["id"]),
        conversation_id=ConversationId(row["conversation_id"]),
        whatsapp_config_id=WhatsAppConfigId(row["whatsapp_config_id"]),
        direction=Direction(row["direction"]),
        sender=SenderKind(row["sender"]),
        content=to_content(row["content"]),
        status=MessageStatus(row["status"]),
        created_at=row["created_at"],
        user_id=row["user_id"],
        reply_to=row["reply_to"],
        provider_message_id=row["provider_message_id"],
        status_at=_TIMES.decode(row["status_at"]),
        error_code=row["error_code"],
        error_detail=row["error_detail"],
        flow_session_id=row["flow_session_id"],
        effect_id=row["effect_id"],
        edited_at=row["edited_at"],
        revoked_at=row["revoked_at"],
        referral=_REFERRAL.decode(row["referral"]) if row["referral"] is not None else None,
        retried_as=row["retried_as"],
        version=row["version"],
    )


def to_row(message: Message) -> dict[str, object]:
    """Write a row; `type` and `media_id` repeat the content's own, for the inbox to filter by and files to be found."""
    content = message.content
    return {**values_of(message), "type": type_of(content), "media_id": media_id_of(content)}


class PostgresMessages:
    """Keeps messages. `provider_messages` holds each provider's id once, which partitions of messages could not."""

    def __init__(self, connection: TenantConnection, events: EventSink) -> None:
        self._connection = connection
        self._events = events
        self._claimed: set[MessageId] = set()
        self._awaited: set[MessageId] = set()

    async def claim_name(
        self, message_id: MessageId, *, provider_message_id: ProviderMessageId, config_id: WhatsAppConfigId
    ) -> bool:
        """Keep the provider's id for a message that this transaction will add; False if a message has it already."""
        names = {"config_id": config_id, "provider_message_id": provider_message_id}
        row = await self._connection.fetch_one(sql.CLAIM, message_id=message_id, **names)
        if row is None:
            return False
        self._claimed.add(message_id)
        if row["is_awaited"]:
            self._awaited.add(message_id)
        return True

    def is_awaited(self, message_id: MessageId) -> bool:
        """Whether its claim saw that changes wait for the message."""
        return message_id in self._awaited

    async def add(self, message: Message) -> bool:
        """Write a new message and its events; False, and nothing written, if the provider's id is there already."""
        is_named = message.provider_message_id is None or message.id in self._claimed
        if not is_named and not await self._name(message):
            return False
        search = search_vector(message, tenant_id=self._connection.tenant_id)
        await self._connection.execute(sql.ADD, **to_row(message), search=search)
        self._events.record(message.take_events())
        return True

    async def get(self, message_id: MessageId) -> Message | None:
        """Load a message."""
        row = await self._connection.fetch_one(sql.GET, id=message_id)
        return to_domain(row) if row is not None else None

    async def lock(self, message_id: MessageId) -> Message | None:
        """Load a message for changing it; others who want to change it wait."""
        row = await self._connection.fetch_one(sql.LOCK, id=message_id)
        return to_domain(row) if row is not None else None

    async def lock_all(self, message_ids: Collection[MessageId]) -> list[Message]:
        """Load messages for changing them, locked in the order of their ids."""
        return [to_domain(row) for row in await self._connection.fetch(sql.LOCK_ALL, ids=list(message_ids))]

    async def lock_by_provider_id(
        self, provider_message_id: ProviderMessageId, *, config_id: WhatsAppConfigId
    ) -> Message | None:
        """Load a message for changing it, by the provider's name of it.

        When there is none, whoever names a message so waits for our transaction, and finds what we park in it.
        """
        names = {"config_id": config_id, "provider_message_id": provider_message_id}
        row = await self._connection.fetch_one(sql.LOCK_BY_NAME, **names)
        if row is None:
            await self._connection.execute(sql.HOLD_NAME, provider_message_id=provider_message_id)
            row = await self._connection.fetch_one(sql.LOCK_BY_NAME, **names)
        return to_domain(row) if row is not None else None

    async def save(self, message: Message) -> None:
        """Write status, times, provider's id, error, and events. Raises StaleVersionError on a lost race."""
        values = {name: getattr(message, name) for name in _CHANGEABLE}
        row = await self._connection.fetch_one(sql.SAVE, **values)
        if row is None:
            raise stale(message)
        if row["is_named_now"]:
            await self._name(message)
        message.version += 1
        self._events.record(message.take_events())

    async def save_all(self, messages: Sequence[Message]) -> None:
        """Write several whose provider's ids are kept already. Raises StaleVersionError when one lost its race."""
        written = await self._connection.execute(
            sql.SAVE_ALL,
            ids=[message.id for message in messages],
            provider_message_ids=[message.provider_message_id for message in messages],
            statuses=[message.status for message in messages],
            status_ats=[message.status_at for message in messages],
            error_codes=[message.error_code for message in messages],
            error_details=[message.error_detail for message in messages],
            versions=[message.version for message in messages],
        )
        if written != len(messages):
            raise stale(messages[0])
        for message in messages:
            message.version += 1
            self._events.record(message.take_events())

    async def latest_inbound(self, conversation_id: ConversationId) -> Message | None:
        """Load the last message of the contact's that the provider has a name for."""
        row = await self._connection.fetch_one(sql.LATEST_INBOUND, conversation_id=conversation_id)
        return to_domain(row) if row is not None else None

    async def latest(self, conversation_id: ConversationId, *, limit: int) -> list[Message]:
        """Load the last messages of a conversation, the oldest of them first."""
        rows = await self._connection.fetch(sql.LATEST, conversation_id=conversation_id, limit=limit)
        return [to_domain(row) for row in reversed(rows)]

    async def latest_outbound(self, conversation_id: ConversationId) -> Message | None:
        """Load the last message of ours."""
        row = await self._connection.fetch_one(sql.LATEST_OUTBOUND, conversation_id=conversation_id)
        return to_domain(row) if row is not None else None

    async def mark_retried(self, message_id: MessageId, *, retried_as: MessageId) -> None:
        """Note, on a locked message that failed, which one was sent in its place."""
        await self._connection.execute(sql.MARK_RETRIED, id=message_id, retried_as=retried_as)

    async def name_all(self, messages: Sequence[Message]) -> None:
        """Keep the provider's ids of messages; whoever looks for one of them waits for our transaction."""
        await self._connection.execute(
            sql.NAME_ALL,
            config_ids=[message.whatsapp_config_id for message in messages],
            names=[message.provider_message_id for message in messages],
            message_ids=[message.id for message in messages],
        )

    async def park_status(self, status: StatusChanged, *, config_id: WhatsAppConfigId, at: datetime) -> None:
        """Keep a status whose message is not known yet."""
        await self._connection.execute(
            sql.PARK, config_id=config_id, provider_message_id=status.provider_message_id, item=status, received_at=at
        )

    async def take_parked(
        self, provider_message_ids: Collection[ProviderMessageId], *, config_id: WhatsAppConfigId
    ) -> list[ContactItem]:
        """Take out what waited for these messages, statuses and changes, each in the order in which they came.

        Name the messages first: then nobody parks one any more who could have found them.
        """
        names = list(provider_message_ids)
        rows = await self._connection.fetch(sql.TAKE_PARKED, config_id=config_id, provider_message_ids=names)
        return [_ITEM.decode(row["item"]) for row in sorted(rows, key=lambda row: row["position"])]

    async def take_late(self, *, before: datetime, limit: int) -> list[tuple[WhatsAppConfigId, StatusChanged]]:
        """Take out statuses that have waited since before this for a message that never came."""
        rows = await self._connection.fetch(sql.TAKE_LATE, before=before, limit=limit)
        return [(WhatsAppConfigId(row["whatsapp_config_id"]), _STATUS.decode(row["item"])) for row in rows]

    async def keep_notice(self, notice: NoticeReceived, *, config_id: WhatsAppConfigId, at: datetime) -> None:
        """Keep a notice about the account or the number as it came."""
        await self._connection.execute(
            sql.KEEP_NOTICE, config_id=config_id, field=notice.field, payload=notice.payload, received_at=at
        )

    async def _name(self, message: Message) -> bool:
        """Keep the provider's name of a message; False if a message has it already."""
        return bool(
            await self._connection.execute(
                sql.NAME,
                config_id=message.whatsapp_config_id,
                provider_message_id=message.provider_message_id,
                message_id=message.id,
            )
        )
