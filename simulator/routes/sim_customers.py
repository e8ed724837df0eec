"""The control API's customers: who they are, what they write, what is on their phones."""

from litestar import Response, get, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.exceptions import ClientException, NotFoundException
from litestar.params import FromPath, FromQuery, JSONBody
from msgspec import Struct

from simulator.inbound import (
    PHONE_DIGITS_MAX,
    PHONE_DIGITS_MIN,
    Inbound,
    InboundReceipt,
    write_messages,
)
from simulator.page_events import ContactsEvent
from simulator.phones import digits_of
from simulator.pressing import CannotPressError, Press, press
from simulator.routes.graph_door import GraphRequest
from simulator.routes.graph_media import plain_type
from simulator.state.contacts import Contact, NewContact
from simulator.state.conversations import PhoneMessage
from simulator.statuses import read_conversation
from simulator.world import World

BATCH_MAX = 1000  # Meta: updates in one webhook
CUSTOMER_FILE_MAX = 100 * 1024 * 1024  # Meta: larger files reach the business as error 131052
SAFE_INLINE = ("image/jpeg", "image/png", "image/webp", "image/gif", "audio/", "video/")


@post("/_sim/inbound")
async def write(data: JSONBody[Inbound], world: NamedDependency[World]) -> InboundReceipt:
    """Let a customer write."""
    _check(data)
    return write_messages(world, [data])[0]


@post("/_sim/inbound/batch")
async def write_batch(data: JSONBody[list[Inbound]], world: NamedDependency[World]) -> list[InboundReceipt]:
    """Let customers write so that one webhook carries it all."""
    if len(data) > BATCH_MAX:
        raise ClientException(f"a webhook carries at most {BATCH_MAX} updates")
    for inbound in data:
        _check(inbound)
    return write_messages(world, data)


def _check(inbound: Inbound) -> None:
    _check_phone(inbound.sender)


def _check_phone(phone: str) -> None:
    if not PHONE_DIGITS_MIN <= len(digits_of(phone)) <= PHONE_DIGITS_MAX:
        raise ClientException("a phone has 8 to 15 digits, the country code first")


class ConversationView(Struct, frozen=True, kw_only=True):
    """A customer's phone: who they are and the conversation with one number."""

    contact: Contact
    phone_number_id: str
    window_open: bool
    messages: list[PhoneMessage]


@get("/_sim/conversations/{contact:str}")
async def read_phone(
    contact: FromPath[str], world: NamedDependency[World], phone_number_id: FromQuery[str | None] = None
) -> ConversationView:
    """Show what is on a customer's phone."""
    found = _contact(world, contact)
    number = world.book.pick(phone_number_id)
    return ConversationView(
        contact=found,
        phone_number_id=number.phone_number_id,
        window_open=world.contacts.has_window(number.phone_number_id, found, now=world.clock.now()),
        messages=world.conversations.thread(number.phone_number_id, found.wa_id),
    )


def _contact(world: World, key: str) -> Contact:
    found = world.contacts.find(key)
    if found is None:
        raise NotFoundException(f"no contact {key}")
    return found


@post("/_sim/press")
async def press_choice(data: JSONBody[Press], world: NamedDependency[World]) -> InboundReceipt:
    """Press a button or a list row of a received message."""
    try:
        return press(world, data)
    except CannotPressError as error:
        raise ClientException(str(error), status_code=422) from error


class Opened(Struct, frozen=True, kw_only=True):
    """Which conversation the customer opened."""

    contact: str
    phone_number_id: str | None = None


class ReadCount(Struct, frozen=True):
    """How many messages became read."""

    read: int


@post("/_sim/read", status_code=200)
async def open_conversation(data: JSONBody[Opened], world: NamedDependency[World]) -> ReadCount:
    """Open the conversation on the phone (needed for blue ticks when `auto_read` is off)."""
    contact = _contact(world, data.contact)
    number = world.book.pick(data.phone_number_id)
    return ReadCount(read_conversation(world, phone_number_id=number.phone_number_id, wa_id=contact.wa_id))


class ContactView(Struct, frozen=True, kw_only=True):
    """A line of the contact list."""

    contact: Contact
    last: PhoneMessage | None


@get("/_sim/contacts")
async def list_contacts(
    world: NamedDependency[World], phone_number_id: FromQuery[str | None] = None
) -> list[ContactView]:
    """List the customers with their newest message."""
    number = world.book.pick(phone_number_id)
    return [
        ContactView(contact=each, last=world.conversations.last(number.phone_number_id, each.wa_id))
        for each in world.contacts.contacts.values()
    ]


@post("/_sim/contacts")
async def put_contact(data: JSONBody[NewContact], world: NamedDependency[World]) -> Contact:
    """Add a customer or change one (not on WhatsApp, hidden phone, no read receipts, 12-digit id)."""
    _check_phone(data.phone)
    contact = world.contacts.register(data)
    if data.wrote_seconds_ago is not None:
        wrote_at = world.clock.now() - data.wrote_seconds_ago
        for number in world.book.numbers.values():
            world.contacts.open_window(number.phone_number_id, contact, now=wrote_at)
    world.events.publish(ContactsEvent())
    return contact


class CustomerFile(Struct, frozen=True, kw_only=True):
    """A file a customer may now send by its id."""

    id: str
    mime_type: str
    sha256: str
    filename: str


@post("/_sim/media", request_max_body_size=CUSTOMER_FILE_MAX + 1_000_000)
async def upload_customer_file(request: GraphRequest, world: NamedDependency[World]) -> CustomerFile:
    """Keep a file that a customer will send."""
    form = await request.form()
    file = form.get("file")
    if not isinstance(file, UploadFile):
        raise ClientException("the form field `file` is missing")
    medium = world.media.add(
        await file.read(),
        mime_type=file.content_type or "application/octet-stream",
        filename=file.filename,
        phone_number_id=world.book.pick(None).phone_number_id,
    )
    return CustomerFile(id=medium.id, mime_type=medium.mime_type, sha256=medium.sha256_base64, filename=medium.filename)


@get("/_sim/media/{media_id:str}")
async def view_file(media_id: FromPath[str], world: NamedDependency[World]) -> Response[bytes]:
    """Show a file to the phone page; what a browser could run is only ever downloaded."""
    medium = world.media.get(media_id)
    if medium is None:
        raise NotFoundException(f"no file {media_id}")
    safe = plain_type(medium.mime_type).startswith(SAFE_INLINE)
    headers = {
        "Content-Disposition": "inline" if safe else "attachment",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'; media-src 'self'; img-src 'self'",
    }
    return Response(medium.content, media_type=medium.mime_type, headers=headers)
