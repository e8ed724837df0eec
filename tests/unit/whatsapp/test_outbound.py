from pathlib import Path
from uuid import UUID

import msgspec
import pytest

from adapters.whatsapp.cloud.file_limits import check_given
from adapters.whatsapp.cloud.limits import check
from adapters.whatsapp.cloud.outbound import payload, read_mark
from application.ports.whatsapp import OutboundMessage, Recipient
from domain.shared.content import (
    Audio,
    Buttons,
    Choice,
    Contacts,
    Content,
    CtaUrl,
    Document,
    Edit,
    Image,
    Interactive,
    ListMenu,
    Location,
    LocationRequest,
    Order,
    Reaction,
    Revoke,
    Sticker,
    System,
    Template,
    Text,
    Unsupported,
    Video,
    Voice,
)
from domain.shared.ids import MediaId, MessageId, ProviderMessageId

ID = MessageId(UUID("0190f1f0-5b1c-7c3e-9a53-3f0f6a9f1c42"))
ANA = Recipient(wa_id="5511988887777")
WAMID = ProviderMessageId("wamid.A1")
OK = Choice(id="ok", title="Confirmo")
SENDABLE_KINDS = {
    Text,
    Image,
    Video,
    Audio,
    Voice,
    Document,
    Sticker,
    Location,
    Contacts,
    Buttons,
    ListMenu,
    CtaUrl,
    LocationRequest,
    Template,
    Reaction,
}


class Golden(msgspec.Struct):
    """A content of ours, and what Meta is sent for it."""

    content: Content
    payload: dict[str, object]
    reply_to: ProviderMessageId | None = None


GOLDEN = {
    path.stem: msgspec.json.decode(path.read_bytes(), type=Golden)
    for path in sorted((Path(__file__).parents[2] / "data" / "cloud_sending").glob("*.json"))
}

NEVER_SENT: list[Content] = [
    Interactive(kind="button", id="a"),
    Order(),
    System(kind="user_changed_number"),
    Edit(target=WAMID),
    Revoke(target=WAMID),
    Unsupported(),
]


def sent(content: Content, *, recipient: Recipient = ANA, reply_to: ProviderMessageId | None = None) -> object:
    message = OutboundMessage(id=ID, recipient=recipient, content=content, reply_to=reply_to)
    return msgspec.json.decode(payload(message))


@pytest.mark.parametrize("golden", GOLDEN.values(), ids=GOLDEN)
def test_a_content_becomes_metas_body(golden: Golden):
    assert sent(golden.content, reply_to=golden.reply_to) == golden.payload


@pytest.mark.parametrize("golden", GOLDEN.values(), ids=GOLDEN)
def test_what_is_within_the_limits_has_no_problems(golden: Golden):
    assert check(golden.content) == ()
    assert list(check_given(golden.content)) == []


def test_every_kind_of_content_has_a_golden_body_or_is_refused():
    assert {type(golden.content) for golden in GOLDEN.values()} == SENDABLE_KINDS
    assert {*SENDABLE_KINDS, *map(type, NEVER_SENT)} == set(Content.__args__)


@pytest.mark.parametrize(
    "content",
    [
        Image(media_id=MediaId(ID)),
        Buttons(body="b", buttons=(OK,), header_media=Image(media_id=MediaId(ID))),
        Template(name="a", language="pt_BR", header_media=Video(media_id=MediaId(ID))),
    ],
)
def test_a_file_that_the_provider_does_not_have_yet_is_not_sent(content: Content):
    assert check(content) == ()
    [problem] = check_given(content)

    assert problem.field == "media_id"
    with pytest.raises(ValueError, match="not at the provider"):
        sent(content)


@pytest.mark.parametrize(("is_typing", "more"), [(False, {}), (True, {"typing_indicator": {"type": "text"}})])
def test_typing_is_shown_with_a_read_mark(*, is_typing: bool, more: dict[str, object]):
    mark = msgspec.json.decode(read_mark(WAMID, is_typing=is_typing))

    assert mark == {"messaging_product": "whatsapp", "status": "read", "message_id": "wamid.A1", **more}


@pytest.mark.parametrize("content", NEVER_SENT, ids=lambda content: type(content).__name__)
def test_what_is_only_received_is_refused(content: Content):
    [problem] = check(content)

    assert problem.field == "type"


def test_a_reply_quotes_its_message():
    body = sent(Text(body="oi"), reply_to=WAMID)

    assert isinstance(body, dict)
    assert body["context"] == {"message_id": "wamid.A1"}


def test_a_reaction_carries_no_context():
    assert "context" not in sent(Reaction(target=WAMID, emoji="x"), reply_to=WAMID)


@pytest.mark.parametrize(
    ("recipient", "address"),
    [
        (Recipient(wa_id="5511988887777"), {"to": "+5511988887777"}),
        (Recipient(wa_id="+55 (11) 98888-7777"), {"to": "+5511988887777"}),
        (Recipient(user_id="BR.777"), {"recipient": "BR.777"}),
        (Recipient(wa_id="551188887777", user_id="BR.777"), {"to": "+551188887777"}),
        (Recipient(wa_id="", user_id="BR.777"), {"recipient": "BR.777"}),
    ],
)
def test_a_phone_is_named_with_a_plus_and_a_user_id_in_its_own_field(recipient: Recipient, address: dict[str, str]):
    body = sent(Text(body="oi"), recipient=recipient)

    assert isinstance(body, dict)
    assert {key: body[key] for key in ("to", "recipient") if key in body} == address
