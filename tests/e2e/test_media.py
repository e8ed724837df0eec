"""Files both ways, all the way round: from a customer's phone into the store, and from a browser to the phone."""

import io

import httpx
from PIL import Image

from tests import sample_files as samples
from tests.e2e.stage import Stage, until

PHONE = "5511988887777"


async def _customer_sends(stage: Stage, kind: str, body: bytes, *, mime: str, **fields: object) -> None:
    answer = await stage.simulator.post("/_sim/media", files={"file": ("arquivo", body, mime)})
    answer.raise_for_status()
    file = {"id": answer.json()["id"], **fields}
    await stage.customer_sends(PHONE, {"type": kind, kind: file})


async def _file_of(stage: Stage, kind: str) -> dict[str, object]:
    """Wait until the file of the customer's message is no more on its way."""
    found: dict[str, object] = {}

    async def settled() -> bool:
        [message] = [message for message in await stage.thread(PHONE) if message["type"] == kind]
        content = message["content"]
        assert isinstance(content, dict)
        answer = await stage.api.get(f"/media/{content['media_id']}")
        answer.raise_for_status()
        found.update(answer.json())
        return found["state"] != "pending"

    await until(settled)
    return found


async def _have(address: object) -> httpx.Response:
    async with httpx.AsyncClient(trust_env=False) as anybody:
        return await anybody.get(str(address))


async def test_customers_picture_is_stored_cleaned_and_shown(stage: Stage) -> None:
    await stage.start_worker()
    await stage.log_in()

    await _customer_sends(stage, "image", samples.jpeg(), mime="image/jpeg", caption="comprovante")

    media = await _file_of(stage, "image")
    assert (media["state"], media["mime"], media["width"], media["height"]) == ("stored", "image/jpeg", 640, 480)
    picture, small = await _have(media["url"]), await _have(media["thumbnail_url"])
    assert picture.headers["content-type"] == "image/jpeg"
    assert samples.MAKER.encode() not in picture.content
    with Image.open(io.BytesIO(small.content)) as thumbnail:
        assert thumbnail.size == (320, 240)


async def test_people_are_told_when_the_file_is_there(stage: Stage) -> None:
    await stage.start_worker()
    await stage.log_in()

    await _customer_sends(stage, "document", samples.PDF, mime="application/pdf", filename="../Proposta.pdf")
    media = await _file_of(stage, "document")

    saved = await _have(media["url"])
    assert media["filename"] == "Proposta.pdf"
    assert saved.headers["content-disposition"].startswith('attachment; filename="Proposta.pdf"')
    async with (await stage.uow)(stage.tenant_id) as tx:
        told = await tx.media.places_of(media["id"])  # type: ignore[arg-type]  # a UUID in words
    assert len(told) == 1


async def test_what_a_browser_would_run_is_blocked(stage: Stage) -> None:
    await stage.start_worker()
    await stage.log_in()

    await _customer_sends(stage, "image", samples.HTML, mime="image/jpeg")

    media = await _file_of(stage, "image")
    assert (media["state"], media["reason"], media["url"]) == ("blocked", "active_content", None)


async def _open_window(stage: Stage) -> str:
    await stage.customer_says(PHONE, "oi")

    async def known() -> str:
        return str((await stage.conversation(PHONE))["id"])

    await until(known)
    return await known()


async def _send(stage: Stage, conversation_id: str, kind: str, body: bytes) -> dict[str, object]:
    """Upload a file and send it twice; give what the phone got."""
    uploaded = await stage.api.post("/media", params={"kind": kind}, files={"file": ("arquivo", body, "text/html")})
    assert uploaded.status_code == 201, uploaded.text
    content = {"type": kind, "media_id": uploaded.json()["id"]}
    for _ in range(2):
        sent = await stage.api.post(f"/conversations/{conversation_id}/messages", json={"content": content})
        assert sent.status_code == 202, sent.text

    async def both() -> bool:
        return len(await stage.phone_of(PHONE)) == 2

    await until(both)
    first, second = (message["content"] for message in await stage.phone_of(PHONE))
    assert first == second, "it was brought once"
    assert isinstance(first, dict)
    return first


async def test_agents_picture_reaches_the_phone(stage: Stage) -> None:
    await stage.start_worker()
    await stage.log_in()
    conversation_id = await _open_window(stage)

    got = await _send(stage, conversation_id, "image", samples.png())

    file = await stage.simulator.get(f"/_sim/media/{got['id']}")
    assert file.headers["content-type"] == "image/png"
    with Image.open(io.BytesIO(file.content)) as picture:
        assert picture.size == (300, 200)


async def test_browsers_recording_reaches_the_phone_as_a_voice_note(stage: Stage) -> None:
    await stage.start_worker()
    await stage.log_in()
    conversation_id = await _open_window(stage)

    got = await _send(stage, conversation_id, "voice", samples.recording())

    file = await stage.simulator.get(f"/_sim/media/{got['id']}")
    assert (got["voice"], file.headers["content-type"]) == (True, "audio/ogg")
    assert file.content[:4] == b"OggS"
    assert b"OpusHead" in file.content[:200]
