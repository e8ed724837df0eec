"""Files over HTTP: brought in a form, seen by those who may, had at a signed address (reference F25)."""

from urllib.parse import parse_qsl, urlencode, urlsplit
from uuid import UUID

import httpx
import pytest

from application.ports.file_store import FileStore
from application.ports.unit_of_work import UnitOfWork
from domain.identity.permissions import Role
from domain.media.kinds import LIMITS, MediaKind
from domain.shared.content import Content, Image
from domain.shared.ids import MediaId, TenantId, UserId
from tests import sample_files as samples
from tests.contract.repositories.stored import a_config, a_contact, a_conversation, a_message, new_id
from tests.http.calls import error_of
from tests.http.conftest import Caller

MEDIA = "/api/v1/media"
Json = dict[str, object]


async def upload(
    client: httpx.AsyncClient, body: bytes, *, kind: str = "image", mime: str = "text/html", name: str = "x.html"
) -> httpx.Response:
    """Bring a file whose form lies about it."""
    return await client.post(MEDIA, params={"kind": kind}, files={"file": (name, body, mime)})


async def uploaded(client: httpx.AsyncClient, body: bytes, **more: str) -> Json:
    answer = await upload(client, body, **more)
    assert answer.status_code == 201, answer.text
    found: Json = answer.json()
    return found


async def put_in_conversation(
    uow: UnitOfWork, tenant_id: TenantId, media_id: object, *, of: UserId | None = None
) -> None:
    """Have a message hold it, in a conversation that somebody has."""
    config, contact = a_config(), a_contact()
    conversation = a_conversation(contact, config, assigned_to=of, department_id=None)
    content: Content = Image(media_id=MediaId(UUID(str(media_id))))
    async with uow(tenant_id) as tx:
        await tx.whatsapp_configs.add(config)
        await tx.contacts.add(contact)
        await tx.conversations.add(conversation)
        await tx.messages.add(a_message(conversation, content=content))


def changed(url: object, **parts: object) -> str:
    """Change what a signed address says."""
    split = urlsplit(str(url))
    query = {**dict(parse_qsl(split.query)), **{name: str(value) for name, value in parts.items()}}
    return f"{split.path}?{urlencode(query)}"


@pytest.fixture
async def picture(admin: httpx.AsyncClient) -> Json:
    """A picture that the admin brought."""
    return await uploaded(admin, samples.png())


async def test_type_is_told_by_the_bytes_and_not_by_the_form(picture: Json) -> None:
    assert {name: picture[name] for name in ("kind", "state", "mime", "width", "height", "filename", "direction")} == {
        "kind": "image",
        "state": "stored",
        "mime": "image/png",
        "width": 300,
        "height": 200,
        "filename": "x.html",
        "direction": "outbound",
    }


@pytest.mark.parametrize(
    ("body", "kind", "status", "code"),
    [
        (samples.HTML, "image", 422, "MEDIA_REFUSED"),
        (samples.SVG, "document", 422, "MEDIA_REFUSED"),
        (samples.GIF_SCRIPT, "image", 422, "MEDIA_REFUSED"),
        (samples.WINDOWS, "document", 422, "MEDIA_REFUSED"),
        (samples.png_bomb(), "image", 422, "MEDIA_REFUSED"),
        (b"", "document", 422, "MEDIA_REFUSED"),
        (bytes(LIMITS[MediaKind.STICKER] + 1), "sticker", 413, "MEDIA_TOO_LARGE"),
    ],
)
async def test_what_is_not_taken(admin: httpx.AsyncClient, body: bytes, kind: str, status: int, code: str) -> None:
    answer = await upload(admin, body, kind=kind, mime="image/jpeg", name="foto.jpg")

    assert (answer.status_code, error_of(answer).code) == (status, code)


@pytest.mark.parametrize(
    ("request_of", "status"),
    [
        ({"json": {"file": "x"}}, 415),
        ({"files": {"another": ("a.png", b"x", "image/png")}}, 422),
        ({"content": b"--x\r\nnonsense", "headers": {"content-type": "multipart/form-data; boundary=x"}}, 400),
        ({"content": b"--x\r\n", "headers": {"content-type": "multipart/form-data"}}, 415),
    ],
)
async def test_form_without_a_file_is_refused(
    admin: httpx.AsyncClient, request_of: dict[str, object], status: int
) -> None:
    answer = await admin.post(MEDIA, params={"kind": "image"}, **request_of)  # type: ignore[arg-type]

    assert answer.status_code == status


async def test_who_may_not_upload_may_not(calling: Caller) -> None:
    assert (await upload(calling(Role.VIEWER), samples.png())).status_code == 403


async def test_file_is_had_without_a_login_and_runs_nothing(http: httpx.AsyncClient, picture: Json) -> None:
    answer = await http.get(str(picture["url"]))

    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    assert answer.headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"].startswith("private")
    assert answer.headers["content-disposition"].startswith("inline; ")
    assert samples.MAKER.encode() not in answer.content


async def test_document_is_only_ever_saved(http: httpx.AsyncClient, admin: httpx.AsyncClient) -> None:
    document = await uploaded(admin, samples.SCRIPT, kind="document", name="relatório\u202e.js")

    answer = await http.get(str(document["url"]))

    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"] == (
        "attachment; filename=\"relat_rio.js.txt\"; filename*=UTF-8''relat%C3%B3rio.js.txt"
    )


@pytest.mark.parametrize(
    "change",
    [
        {"expires": 9_999_999_999},
        {"expires": 1},
        {"variant": "thumbnail"},
        {"tenant": "0198a000-0000-7000-8000-0000000000ff"},
        {"signature": "AAAA"},
        {"signature": "ação"},
    ],
)
async def test_address_that_was_changed_gives_nothing(
    http: httpx.AsyncClient, picture: Json, change: dict[str, object]
) -> None:
    answer = await http.get(changed(picture["url"], **change))

    assert (answer.status_code, error_of(answer).code) == (403, "BAD_SIGNATURE")


async def test_signature_of_one_file_is_none_for_another(
    http: httpx.AsyncClient, admin: httpx.AsyncClient, picture: Json
) -> None:
    other = await uploaded(admin, samples.jpeg())
    mixed = str(picture["url"]).replace(str(picture["id"]), str(other["id"]))

    assert (await http.get(mixed)).status_code == 403


@pytest.mark.parametrize(
    ("asked", "status", "span"),
    [
        ("bytes=0-99", 206, (0, 100)),
        ("bytes=100-", 206, (100, None)),
        ("bytes=-50", 206, (-50, None)),
        ("bytes=0-99999999", 206, (0, None)),
        ("bytes=5-1", 200, (0, None)),
        ("bytes=0-1,5-6", 200, (0, None)),
        ("lines=1-2", 200, (0, None)),
    ],
)
async def test_part_of_a_sound_can_be_had(
    http: httpx.AsyncClient,
    admin: httpx.AsyncClient,
    asked: str,
    status: int,
    span: tuple[int, int | None],
) -> None:
    voice = await uploaded(admin, samples.recording(), kind="voice")
    whole = (await http.get(str(voice["url"]))).content

    answer = await http.get(str(voice["url"]), headers={"range": asked})

    assert (answer.status_code, answer.content) == (status, whole[span[0] : span[1]])
    assert answer.headers["content-length"] == str(len(answer.content))


async def test_range_beyond_the_end_cannot_be_had(http: httpx.AsyncClient, picture: Json) -> None:
    answer = await http.get(str(picture["url"]), headers={"range": "bytes=9999999-"})

    assert (answer.status_code, answer.headers["content-range"]) == (416, f"bytes */{picture['size']}")


async def test_whoever_has_it_already_gets_nothing(http: httpx.AsyncClient, picture: Json) -> None:
    tag = (await http.get(str(picture["url"]))).headers["etag"]

    again = await http.get(str(picture["url"]), headers={"if-none-match": tag})
    part = await http.get(str(picture["url"]), headers={"range": "bytes=0-1", "if-range": '"another"'})

    assert (again.status_code, again.content) == (304, b"")
    assert part.status_code == 200


async def test_thumbnail_is_a_small_picture_for_those_who_may(
    admin: httpx.AsyncClient, http: httpx.AsyncClient, picture: Json
) -> None:
    small = await admin.get(f"{MEDIA}/{picture['id']}/thumbnail")

    assert (small.status_code, small.headers["content-type"], small.content[:3]) == (200, "image/jpeg", b"\xff\xd8\xff")
    assert (await http.get(str(picture["thumbnail_url"]))).content == small.content


async def test_document_has_no_thumbnail(admin: httpx.AsyncClient) -> None:
    document = await uploaded(admin, samples.PDF, kind="document")

    answer = await admin.get(f"{MEDIA}/{document['id']}/thumbnail")

    assert (document["thumbnail_url"], answer.status_code, error_of(answer).code) == (None, 404, "NO_THUMBNAIL")


async def test_file_is_for_those_who_see_its_conversation(
    calling: Caller, uow_of_app: UnitOfWork, tenant_id: TenantId, picture: Json
) -> None:
    ours, theirs = UserId(new_id()), UserId(new_id())
    await put_in_conversation(uow_of_app, tenant_id, picture["id"], of=ours)

    seen = [
        (await calling(Role.AGENT, user=user).get(f"{MEDIA}/{picture['id']}{suffix}")).status_code
        for user in (ours, theirs)
        for suffix in ("", "/thumbnail")
    ]

    assert seen == [200, 200, 404, 404]


async def test_unsent_file_is_its_bringers(calling: Caller, picture: Json) -> None:
    agent = calling(Role.AGENT)
    own = await uploaded(agent, samples.png())

    assert (await agent.get(f"{MEDIA}/{own['id']}")).status_code == 200
    assert (await agent.get(f"{MEDIA}/{picture['id']}")).status_code == 404
    assert (await calling(Role.SUPERVISOR).get(f"{MEDIA}/{own['id']}")).status_code == 200


async def test_file_that_the_store_lost_is_unavailable_and_not_a_crash(
    container: object, http: httpx.AsyncClient, admin: httpx.AsyncClient, tenant_id: TenantId
) -> None:
    lost = await uploaded(admin, samples.jpeg(width=77))
    store: FileStore = await container.get(FileStore)  # type: ignore[attr-defined]  # dishka's container
    await store.erase(tenant_id)

    answer = await http.get(str(lost["url"]))

    assert (answer.status_code, error_of(answer).code) == (404, "MEDIA_NOT_FOUND")
