"""Files: where they are kept, how they are read, brought and sent."""

from collections.abc import AsyncIterator
from pathlib import Path
from tempfile import gettempdir
from urllib.parse import parse_qs, urlsplit

from dishka import Provider, Scope, provide, provide_all
from obstore.store import S3Store

from adapters.crypto.signatures import HmacSignatures
from adapters.fetching.downloads import HttpDownloads, new_download_client
from adapters.media.workshop import MediaWorkshop
from adapters.storage.bucket import BucketStore
from adapters.storage.folder import FolderStore
from adapters.storage.scratch import DiskScratch
from application.media.fetch_media import FetchMediaHandler, FetchTools
from application.media.file_addresses import FileAddresses
from application.media.get_media import GetMedia
from application.media.get_thumbnail import GetThumbnail
from application.media.keep_file import FileTools, KeepFile
from application.media.open_file import OpenFile
from application.media.place_example import PlaceExample
from application.media.place_media import PlaceMedia, PlaceTools
from application.media.sweep_media import SweepMediaHandler
from application.media.upload_media import UploadMediaHandler, UploadTools
from application.ports.clock import Clock
from application.ports.downloads import Downloads
from application.ports.example_files import ExampleFiles
from application.ports.file_store import FileStore
from application.ports.media_tools import MediaTools
from application.ports.provider_files import MediaForProvider
from application.ports.scratch import Scratch
from application.ports.signatures import Signatures
from application.shared.master_key import parse_master_key
from entrypoints.ioc.tools import provide_tools
from entrypoints.settings import Settings

SCRATCH = "pytake-files"
"""Within the machine's own folder for what may be lost."""
REGION = "us-east-1"
"""Where a bucket is that names none; other servers than Amazon's do not look at it."""


class MediaProvider(Provider):
    """Files of conversations."""

    scope = Scope.APP
    for_provider = provide(PlaceMedia, provides=MediaForProvider)
    examples = provide(PlaceExample, provides=ExampleFiles)
    plain = provide_all(
        FetchMediaHandler,
        GetMedia,
        GetThumbnail,
        KeepFile,
        OpenFile,
        SweepMediaHandler,
        UploadMediaHandler,
    ) + provide_tools(FetchTools, FileTools, PlaceTools, UploadTools)

    @provide
    def store(self, settings: Settings) -> FileStore:
        """Keep files in a folder, or a bucket."""
        if settings.files_url.startswith("s3://"):
            return BucketStore(_bucket(settings))
        return FolderStore(Path(settings.files_url.removeprefix("file:").removeprefix("//")))

    @provide
    def scratch(self) -> Scratch:
        """Make room for files that are looked at."""
        return DiskScratch(Path(gettempdir()) / SCRATCH)

    @provide
    async def tools(self) -> AsyncIterator[MediaTools]:
        """Read files in processes of their own."""
        workshop = MediaWorkshop()
        yield workshop
        await workshop.close()

    @provide
    async def downloads(self, settings: Settings) -> AsyncIterator[Downloads]:
        """Read from addresses that others gave us."""
        async with new_download_client() as client:
            yield HttpDownloads(client, trusted=(settings.whatsapp_base_url,))

    @provide
    def signatures(self, settings: Settings) -> Signatures:
        """Sign addresses of files."""
        previous = [parse_master_key(key) for key in settings.previous_master_keys]
        return HmacSignatures(parse_master_key(settings.master_key), previous, purpose=b"pytake file addresses")

    @provide
    def addresses(self, signatures: Signatures, clock: Clock, settings: Settings) -> FileAddresses:
        """Write signed addresses."""
        return FileAddresses(signatures, clock, base_url=f"{settings.public_url}/api/v1")


def _bucket(settings: Settings) -> S3Store:
    """Reach a bucket; without keys the machine's own role is asked, as obstore does by itself."""
    parts = urlsplit(settings.files_url)
    asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    region = asked.get("region", REGION)
    endpoint = asked.get("endpoint", f"https://s3.{region}.amazonaws.com")
    access_key, _, secret_key = settings.s3_keys.partition(":")
    bucket, prefix = parts.netloc, parts.path.strip("/") or None
    is_plain = endpoint.startswith("http://")
    if not access_key:
        return S3Store(bucket, prefix=prefix, region=region, endpoint=endpoint, client_options={"allow_http": is_plain})
    return S3Store(
        bucket,
        prefix=prefix,
        region=region,
        endpoint=endpoint,
        access_key_id=access_key,
        secret_access_key=secret_key,
        client_options={"allow_http": is_plain},
    )
