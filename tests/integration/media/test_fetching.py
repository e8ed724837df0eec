"""FetchMedia: what comes is checked and kept, what does not come is told, and asked for again while it may."""

import asyncpg
import pytest

from application.media.fetch_media import PATIENCE, STAYS, StillComingError
from domain.media.errors import MediaProblem
from domain.media.kinds import LIMITS, MediaKind
from domain.media.media import MediaState
from domain.shared.content import Document, Image
from tests import sample_files as samples
from tests.graph_media import GraphMedia
from tests.integration.media.desk import FileDesk


async def test_file_is_stored_cleaned_with_its_thumbnail(desk: FileDesk, graph: GraphMedia) -> None:
    media_id = await desk.announce(graph.honest)

    await desk.fetch(media_id)

    media = await desk.media(media_id)
    assert (media.state, media.mime, media.width, media.height) == (MediaState.STORED, "image/jpeg", 640, 480)
    assert samples.MAKER.encode() not in await desk.bytes_of(media.storage_key)
    assert (await desk.bytes_of(media.thumbnail_key)).startswith(b"\xff\xd8\xff")


async def test_same_file_is_kept_once(desk: FileDesk, graph: GraphMedia) -> None:
    first, second = await desk.announce(graph.honest), await desk.announce(graph.honest)

    await desk.fetch(first)
    await desk.fetch(second)

    assert (await desk.media(first)).storage_key == (await desk.media(second)).storage_key
    assert len(await desk.keys()) == 2


async def test_stored_file_is_not_asked_for_again(desk: FileDesk, graph: GraphMedia) -> None:
    media_id = await desk.announce(graph.honest)
    await desk.fetch(media_id)
    graph.asked.clear()

    await desk.fetch(media_id)

    assert graph.asked == []


async def test_expired_address_is_asked_for_anew(desk: FileDesk, graph: GraphMedia) -> None:
    media_id = await desk.announce(graph.honest)
    graph.answers = [(404, b""), (200, graph.honest)]

    with pytest.raises(StillComingError):
        await desk.fetch(media_id)
    assert (await desk.media(media_id)).state is MediaState.PENDING
    await desk.fetch(media_id)

    assert (await desk.media(media_id)).state is MediaState.STORED
    assert [path for path, _ in graph.asked].count("/file") == 2


async def test_file_that_does_not_come_is_seen_and_may_still_come(
    desk: FileDesk, graph: GraphMedia, database_url: str
) -> None:
    media_id = await desk.announce(graph.honest)
    graph.answers = [(500, b""), (200, graph.honest)]
    desk.clock.advance(PATIENCE * 2)

    with pytest.raises(StillComingError):
        await desk.fetch(media_id)

    media = await desk.media(media_id)
    assert (media.state, media.reason) == (MediaState.FAILED, MediaProblem.UNREACHABLE)
    await desk.fetch(media_id)
    assert (await desk.media(media_id)).state is MediaState.STORED
    assert await _changes_told(database_url, desk) == ["media", "media"]


async def _changes_told(database_url: str, desk: FileDesk) -> list[str]:
    connection = await asyncpg.connect(database_url)
    try:
        rows = await connection.fetch(
            "SELECT data->>'change' AS change FROM platform.events WHERE tenant_id = $1 AND type = 'message_updated'",
            desk.tenant_id,
        )
    finally:
        await connection.close()
    return [row["change"] for row in rows]


async def test_after_a_week_nobody_asks_any_more(desk: FileDesk, graph: GraphMedia) -> None:
    media_id = await desk.announce(graph.honest)
    graph.answers = [(500, b"")]
    desk.clock.advance(STAYS)

    await desk.fetch(media_id)

    assert (await desk.media(media_id)).state is MediaState.FAILED


async def test_file_that_meta_forgot_has_failed(desk: FileDesk, graph: GraphMedia) -> None:
    media_id = await desk.announce(graph.honest)
    graph.look_up_status = 400

    await desk.fetch(media_id)

    media = await desk.media(media_id)
    assert (media.state, media.reason) == (MediaState.FAILED, MediaProblem.GONE)


@pytest.mark.parametrize("came", [samples.jpeg()[:-100], samples.jpeg() + b" ", b"<html>Error</html>"])
async def test_another_file_than_was_announced_is_not_taken(desk: FileDesk, graph: GraphMedia, came: bytes) -> None:
    media_id = await desk.announce(graph.honest)
    graph.answers = [(200, came)]
    desk.clock.advance(PATIENCE * 2)

    with pytest.raises(StillComingError):
        await desk.fetch(media_id)

    media = await desk.media(media_id)
    assert (media.state, media.reason) == (MediaState.FAILED, MediaProblem.CHANGED)
    assert await desk.keys() == set()


async def test_oversized_file_is_not_read(desk: FileDesk, graph: GraphMedia) -> None:
    media_id = await desk.announce(graph.honest)
    graph.answers = [(200, bytes(LIMITS[MediaKind.IMAGE] + 1))]

    await desk.fetch(media_id)

    media = await desk.media(media_id)
    assert (media.state, media.reason) == (MediaState.FAILED, MediaProblem.TOO_LARGE)


async def test_address_elsewhere_is_not_read(desk: FileDesk, graph: GraphMedia) -> None:
    media_id = await desk.announce(graph.honest)
    graph.address = "https://169.254.169.254/latest"

    await desk.fetch(media_id)

    media = await desk.media(media_id)
    assert (media.state, media.reason) == (MediaState.FAILED, MediaProblem.ADDRESS_REFUSED)


HARMFUL = {
    "html": (samples.HTML, MediaProblem.ACTIVE_CONTENT),
    "svg": (samples.SVG, MediaProblem.ACTIVE_CONTENT),
    "program": (samples.WINDOWS, MediaProblem.ACTIVE_CONTENT),
    "script": (samples.SCRIPT, MediaProblem.TYPE_NOT_ALLOWED),
    "gif and script": (samples.GIF_SCRIPT, MediaProblem.TYPE_NOT_ALLOWED),
    "bomb": (samples.png_bomb(), MediaProblem.TOO_MANY_PIXELS),
}


@pytest.mark.parametrize("name", HARMFUL)
async def test_harmful_file_is_blocked_and_nothing_of_it_kept(desk: FileDesk, graph: GraphMedia, name: str) -> None:
    body, problem = HARMFUL[name]
    graph.honest, graph.answers = body, [(200, body)]
    media_id = await desk.announce(body)

    await desk.fetch(media_id)

    media = await desk.media(media_id)
    assert (media.state, media.reason) == (MediaState.BLOCKED, problem)
    assert await desk.keys() == set()


async def test_invoice_comes_as_a_document_with_a_safe_name(desk: FileDesk, graph: GraphMedia) -> None:
    graph.honest, graph.answers = samples.INVOICE, [(200, samples.INVOICE)]
    media_id = await desk.announce(
        samples.INVOICE, file=Document(provider_media_id="1", filename="..\\..\\NF-e 1042.xml", mime_type="image/png")
    )

    await desk.fetch(media_id)

    media = await desk.media(media_id)
    assert (media.state, media.mime, media.filename) == (MediaState.STORED, "application/xml", "NF-e 1042.xml")


async def test_message_without_a_file_at_the_provider_expects_none(desk: FileDesk) -> None:
    with pytest.raises(AssertionError):
        await desk.announce(b"", file=Image(link="https://example.com/a.png"))
