"""Where files of contacts lie while they are read or written, and until somebody has had them."""

import msgspec

from application.ports.file_store import FileStore
from application.ports.scratch import Scratch


class TransferFiles(msgspec.Struct, frozen=True, kw_only=True):
    """Room on this machine, and the store; the store's own sweep deletes there what is a day old."""

    scratch: Scratch
    store: FileStore
