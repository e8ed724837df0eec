"""ProviderFiles of the Cloud API, over the simulator's wire: asked for, downloaded, uploaded (reference 5)."""

import hashlib
from collections.abc import AsyncIterator, Callable

import httpx
import pytest

from adapters.fetching.downloads import HttpDownloads, new_download_client
from adapters.whatsapp.cloud.files import CloudFiles
from adapters.whatsapp.cloud.transport import GraphTransport
from application.ports.provider_files import NotFetchedError, OutgoingFile, Placed
from application.ports.whatsapp import Credentials
from domain.media.errors import MediaProblem
from domain.media.kinds import MediaKind
from domain.whatsapp.failures import FailureKind, SendFailure
from tests import sample_files as samples
from tests.contract.whatsapp.conftest import API_VERSION
from tests.contract.whatsapp.servers import Simulator
from tests.graph_media import GraphMedia, graph_with

BODY = samples.PDF


@pytest.fixture
async def downloads() -> AsyncIterator[Callable[[str], HttpDownloads]]:
    """Makes what reads from one address that may be private."""
    async with new_download_client() as client:
        yield lambda url: HttpDownloads(client, trusted=[url])


@pytest.fixture
def files(simulator: Simulator, http: httpx.AsyncClient, downloads: Callable[[str], HttpDownloads]) -> CloudFiles:
    """Uploads to the simulator."""
    graph = GraphTransport(http, base_url=simulator.url, api_version=API_VERSION)
    return CloudFiles(graph, downloads=downloads(simulator.url))


def outgoing(body: bytes = BODY, *, mime: str = "application/pdf") -> OutgoingFile:
    """A file of ours, with a name that would break a form."""

    async def chunks() -> AsyncIterator[bytes]:
        for start in range(0, len(body), 7):
            yield body[start : start + 7]

    async def link() -> str:
        raise AssertionError("Meta gets the file itself")

    return OutgoingFile(
        kind=MediaKind.DOCUMENT, mime=mime, size=len(body), filename='a"ção\r\n.pdf', open=chunks, link=link
    )


async def test_uploaded_file_lies_there_whole(
    files: CloudFiles, credentials: Credentials, simulator: Simulator, http: httpx.AsyncClient
) -> None:
    placed = await files.place(outgoing(), credentials=credentials)

    assert isinstance(placed, Placed)
    assert placed.keeps is not None
    file = await http.get(f"{simulator.url}/_sim/media/{placed.provider_media_id}")
    assert (file.content, file.headers["content-type"]) == (BODY, "application/pdf")


async def test_type_that_meta_does_not_take_is_a_failure_for_good(files: CloudFiles, credentials: Credentials) -> None:
    refused = await files.place(outgoing(mime="text/html"), credentials=credentials)

    assert isinstance(refused, SendFailure)
    assert (refused.kind, refused.code) == (FailureKind.REJECTED, "100")


async def test_upload_that_nobody_answered_may_be_done_again(
    http: httpx.AsyncClient, downloads: Callable[[str], HttpDownloads], credentials: Credentials
) -> None:
    nobody = "http://127.0.0.1:9"
    files = CloudFiles(GraphTransport(http, base_url=nobody, api_version=API_VERSION), downloads=downloads(nobody))

    failed = await files.place(outgoing(), credentials=credentials)

    assert isinstance(failed, SendFailure)
    assert failed.kind is FailureKind.UNAVAILABLE


@pytest.fixture
async def graph() -> AsyncIterator[GraphMedia]:
    """Meta's side of a customer's file."""
    async with graph_with(BODY) as served:
        yield served


async def fetched(graph: GraphMedia, http: httpx.AsyncClient, credentials: Credentials) -> bytes:
    async with new_download_client() as client:
        transport = GraphTransport(http, base_url=graph.url, api_version=API_VERSION)
        files = CloudFiles(transport, downloads=HttpDownloads(client, trusted=[graph.url]))
        async with files.fetch("1200456", credentials=credentials) as remote:
            assert remote.sha256 == hashlib.sha256(BODY).digest()
            return b"".join([chunk async for chunk in remote.chunks])


async def test_file_is_asked_for_by_number_and_token(
    graph: GraphMedia, http: httpx.AsyncClient, credentials: Credentials
) -> None:
    assert await fetched(graph, http, credentials) == BODY
    bearer = f"Bearer {credentials.access_token}"
    assert graph.asked == [(f"/{API_VERSION}/1200456", bearer), ("/file", bearer)]


async def test_address_that_expired_may_come_again(
    graph: GraphMedia, http: httpx.AsyncClient, credentials: Credentials
) -> None:
    graph.answers = [(404, b""), (200, BODY)]

    with pytest.raises(NotFetchedError) as missed:
        await fetched(graph, http, credentials)

    assert missed.value.may_come
    assert await fetched(graph, http, credentials) == BODY


async def test_file_that_meta_forgot_never_comes(
    graph: GraphMedia, http: httpx.AsyncClient, credentials: Credentials
) -> None:
    graph.look_up_status = 400

    with pytest.raises(NotFetchedError) as missed:
        await fetched(graph, http, credentials)

    assert (missed.value.problem, missed.value.may_come) == (MediaProblem.GONE, False)


@pytest.mark.parametrize(
    "address", ["https://evil.example/file", "https://169.254.169.254/latest", "http://lookaside.fbsbx.com/x", ""]
)
async def test_nothing_is_read_from_an_address_elsewhere(
    graph: GraphMedia, http: httpx.AsyncClient, credentials: Credentials, address: str
) -> None:
    graph.address = address

    with pytest.raises(NotFetchedError) as missed:
        await fetched(graph, http, credentials)

    assert missed.value.problem is (MediaProblem.ADDRESS_REFUSED if address else MediaProblem.UNREACHABLE)
    assert len(graph.asked) == 1
