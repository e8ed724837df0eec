"""The usual way: FastAPI, Pydantic models, SQLAlchemy's ORM, one row a message, one commit a request."""

import hashlib
import hmac
import os
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import FastAPI, Header, HTTPException, Request
from pydantic import BaseModel, Field
from sqlalchemy import JSON, DateTime, Identity, String
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

SECRET = os.environ["WHATSAPP_APP_SECRETS"].encode()


class Text(BaseModel):
    """The body of a text."""

    body: str


class Message(BaseModel):
    """One message."""

    id: str
    from_: str = Field(alias="from")
    from_user_id: str | None = None
    timestamp: str
    type: str
    text: Text | None = None


class Status(BaseModel):
    """One status."""

    id: str
    status: str
    timestamp: str
    recipient_id: str | None = None
    recipient_user_id: str | None = None
    pricing: dict[str, Any] | None = None
    biz_opaque_callback_data: str | None = None


class Profile(BaseModel):
    """A name."""

    name: str


class Contact(BaseModel):
    """Who writes."""

    profile: Profile | None = None
    wa_id: str | None = None
    user_id: str | None = None


class Metadata(BaseModel):
    """Which number."""

    display_phone_number: str
    phone_number_id: str


class Value(BaseModel):
    """The value of a change."""

    messaging_product: str
    metadata: Metadata
    contacts: list[Contact] = []
    messages: list[Message] = []
    statuses: list[Status] = []


class Change(BaseModel):
    """A change."""

    field: str
    value: Value


class Entry(BaseModel):
    """An entry."""

    id: str
    changes: list[Change]


class Webhook(BaseModel):
    """A body."""

    object: str
    entry: list[Entry]


class Base(DeclarativeBase):
    """The mapping."""


class Update(Base):
    """One message or status, as stored."""

    __tablename__ = "orm_updates"

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    wamid: Mapped[str] = mapped_column(String, unique=True)
    phone_number_id: Mapped[str]
    kind: Mapped[str]
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)
    received_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


def _driver_url() -> str:
    return os.environ["DATABASE_URL"].replace("postgresql://", "postgresql+asyncpg://", 1)


engine = create_async_engine(_driver_url(), pool_size=20, max_overflow=0)
sessions = async_sessionmaker(engine, expire_on_commit=False)
app = FastAPI(openapi_url=None)


@app.post("/webhook")
async def receive(request: Request, x_hub_signature_256: Annotated[str, Header()] = "") -> dict[str, bool]:
    """Verify, parse, insert a row a message, commit, answer."""
    raw = await request.body()
    digest = "sha256=" + hmac.new(SECRET, raw, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(digest, x_hub_signature_256):
        raise HTTPException(401)
    webhook = Webhook.model_validate_json(raw)
    async with sessions() as session:
        for entry in webhook.entry:
            for change in entry.changes:
                _add(session, change.value)
        await session.commit()
    return {"ok": True}


def _add(session: AsyncSession, value: Value) -> None:
    for kind, found in (("message", value.messages), ("status", value.statuses)):
        for one in found:
            session.add(
                Update(
                    wamid=one.id,
                    phone_number_id=value.metadata.phone_number_id,
                    kind=kind,
                    payload=one.model_dump(by_alias=True),
                    received_at=datetime.now(UTC),
                )
            )
