"""What becomes of a file."""

import base64
import hashlib
from datetime import UTC, datetime
from uuid import UUID

import pytest

from domain.media.errors import MediaNotReadyError, MediaProblem
from domain.media.hashes import sha256_in
from domain.media.keys import hash_in, storage_key, thumbnail_key
from domain.media.kinds import LIMITS, RECEIVABLE, SENDABLE, MediaKind, kind_of
from domain.media.media import Announced, Media, MediaState, StoredFile
from domain.shared.content import Document, Image, Text, Voice
from domain.shared.ids import MediaId, TenantId, WhatsAppConfigId

NOW = datetime(2026, 8, 12, 12, tzinfo=UTC)
HASH = hashlib.sha256(b"a file").digest()
TENANT = TenantId(UUID(int=7))


def _expected() -> Media:
    announced = Announced(kind=MediaKind.IMAGE, provider_media_id="1200456")
    return Media.expect(announced, media_id=MediaId(UUID(int=1)), config_id=WhatsAppConfigId(UUID(int=2)), now=NOW)


def test_file_that_is_on_its_way_cannot_be_had() -> None:
    media = _expected()

    assert media.state is MediaState.PENDING
    with pytest.raises(MediaNotReadyError):
        media.require_stored()


def test_stored_file_is_what_it_turned_out_to_be() -> None:
    media = _expected()
    media.give_up(MediaProblem.UNREACHABLE)
    stored = StoredFile(mime="image/png", size=5, sha256=HASH, storage_key=storage_key(TENANT, HASH))

    media.store(stored)

    assert media.reason is None
    assert media.require_stored() == stored


@pytest.mark.parametrize(
    ("problem", "state"),
    [
        (MediaProblem.GONE, MediaState.FAILED),
        (MediaProblem.CHANGED, MediaState.FAILED),
        (MediaProblem.ACTIVE_CONTENT, MediaState.BLOCKED),
        (MediaProblem.TOO_MANY_PIXELS, MediaState.BLOCKED),
    ],
)
def test_a_file_is_blocked_for_what_it_is_and_fails_for_what_happens(problem: MediaProblem, state: MediaState) -> None:
    media = _expected()

    media.give_up(problem)

    assert (media.state, media.reason) == (state, problem)


def test_what_may_be_sent_may_also_come() -> None:
    assert all(SENDABLE[kind] <= RECEIVABLE[kind] for kind in MediaKind)
    assert LIMITS.keys() == RECEIVABLE.keys() == set(MediaKind)


@pytest.mark.parametrize("text", [base64.b64encode(HASH).decode(), HASH.hex()])
def test_hash_is_read_in_both_spellings(text: str) -> None:
    assert sha256_in(text) == HASH


@pytest.mark.parametrize("text", [None, "", "b64...=", "zz" * 32, base64.b64encode(b"short").decode()])
def test_what_is_no_hash_is_none(text: str | None) -> None:
    assert sha256_in(text) is None


def test_key_tells_its_hash_and_nothing_of_the_name() -> None:
    key = storage_key(TENANT, HASH)

    assert key == f"{TENANT}/{HASH.hex()[:2]}/{HASH.hex()}"
    assert hash_in(key) == hash_in(thumbnail_key(key)) == HASH
    assert hash_in("lost+found") is None


def test_kind_is_the_contents_own_word() -> None:
    assert [kind_of(content) for content in (Image(), Voice(), Document(), Text(body="oi"))] == [
        MediaKind.IMAGE,
        MediaKind.VOICE,
        MediaKind.DOCUMENT,
        None,
    ]
