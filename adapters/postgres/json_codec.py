"""`jsonb` columns: bytes in, bytes out; msgspec encodes and decodes, nothing is parsed twice."""

import re

import asyncpg
import msgspec

VERSION = b"\x01"
"""The binary format of jsonb is this byte and the text."""

_NUL = re.compile(rb"(?<!\\)((?:\\\\)*)\\u0000")
"""U+0000 as JSON writes it; an escaped backslash before `u0000` is not it."""
_REPLACEMENT = rb"\1\\ufffd"


def encode(value: object) -> bytes:
    """Write a value as binary jsonb. Raw JSON is taken as it is; U+0000, which PostgreSQL refuses, is replaced."""
    text = bytes(value) if isinstance(value, msgspec.Raw | bytes) else msgspec.json.encode(value)
    return VERSION + (_NUL.sub(_REPLACEMENT, text) if b"u0000" in text else text)


def decode(value: bytes) -> msgspec.Raw:
    """Give the JSON of binary jsonb, for a mapper to decode into its type."""
    return msgspec.Raw(value[len(VERSION) :])


async def install(connection: asyncpg.Connection) -> None:
    """Make a connection use this codec."""
    await connection.set_type_codec("jsonb", schema="pg_catalog", encoder=encode, decoder=decode, format="binary")
