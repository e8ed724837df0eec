"""F29(c): each way of tampering is seen, with the first bad number."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.audit.chain import BEGINNING
from domain.audit.entry import Head, Link
from domain.audit.verification import Break, BreakReason, Walk
from tests.unit.audit.chains import chain, draft, extend_from, head_of, rehashed, renumbered, with_entry

LENGTH = 9
positions = st.integers(1, LENGTH)


def verify(
    links: list[Link], head: Head | None, *, anchors: dict[int, bytes | None] | None = None, batch: int = 4
) -> Break | None:
    walk = Walk(anchors=anchors)
    for begin in range(0, len(links), batch):
        if found := walk.follow(links[begin : begin + batch]):
            return found
    return walk.arrive(head)


def verify_true_head(tampered: list[Link]) -> Break | None:
    return verify(tampered, head_of(chain(LENGTH)))


@pytest.mark.parametrize("length", [0, 1, 4, 5, LENGTH])
def test_a_sound_chain_is_sound(length: int):
    links = chain(length)

    assert verify(links, head_of(links) if links else None) is None


@given(positions)
def test_an_edited_entry_is_found(seq: int):
    links = chain(LENGTH)
    links[seq - 1] = with_entry(links[seq - 1], ip="198.51.100.9")

    assert verify_true_head(links) == Break(seq=seq, reason=BreakReason.EDITED)


@given(positions)
def test_an_entry_that_was_edited_and_hashed_anew_is_found(seq: int):
    links = chain(LENGTH)
    links[seq - 1] = rehashed(with_entry(links[seq - 1], ip="198.51.100.9"))

    assert verify_true_head(links) == Break(seq=seq, reason=BreakReason.EDITED)


@given(positions, st.sampled_from(["hash", "previous_hash"]))
def test_an_edited_hash_is_found(seq: int, column: str):
    links = chain(LENGTH)
    links[seq - 1] = Link(
        entry=links[seq - 1].entry,
        previous_hash=bytes(31) + b"x" if column == "previous_hash" else links[seq - 1].previous_hash,
        hash=bytes(31) + b"x" if column == "hash" else links[seq - 1].hash,
    )

    assert verify_true_head(links) == Break(seq=seq, reason=BreakReason.EDITED)


@given(st.integers(1, LENGTH - 1))
def test_a_deleted_entry_is_found(seq: int):
    links = chain(LENGTH)
    del links[seq - 1]

    assert verify_true_head(links) == Break(seq=seq, reason=BreakReason.MISSING)


@given(st.integers(1, LENGTH - 1))
def test_a_deleted_entry_is_found_also_when_the_rest_is_numbered_anew(seq: int):
    links = chain(LENGTH)
    links[seq - 1 :] = [renumbered(link, link.entry.seq - 1) for link in links[seq:]]

    assert verify(links, head_of(links)) == Break(seq=seq, reason=BreakReason.REORDERED)


@given(st.integers(1, LENGTH - 1))
def test_an_inserted_entry_is_found_when_the_rest_is_numbered_anew(seq: int):
    links = chain(LENGTH)
    before = head_of(links[: seq - 1])
    forged = extend_from(before, draft("forged"))
    links[seq - 1 :] = [forged, *(renumbered(link, link.entry.seq + 1) for link in links[seq - 1 :])]

    assert verify(links, head_of(links)) == Break(seq=seq, reason=BreakReason.INSERTED)


def test_an_entry_added_behind_the_head_is_found():
    links = chain(LENGTH)
    forged = extend_from(head_of(links), draft("forged"))

    assert verify_true_head([*links, forged]) == Break(seq=LENGTH + 1, reason=BreakReason.INSERTED)


@pytest.mark.parametrize("seq", [0, -5])
def test_an_entry_before_the_first_is_found(seq: int):
    links = chain(LENGTH)

    assert verify_true_head([renumbered(links[0], seq), *links]) == Break(seq=seq, reason=BreakReason.INSERTED)


@given(st.integers(1, LENGTH - 1), st.integers(1, LENGTH))
def test_entries_that_changed_places_are_found(one: int, other: int):
    first, second = sorted((one, other if other != one else one + 1))
    links = chain(LENGTH)
    links[first - 1], links[second - 1] = (
        renumbered(links[second - 1], first), renumbered(links[first - 1], second),
    )  # fmt: skip

    assert verify_true_head(links) == Break(seq=first, reason=BreakReason.REORDERED)


@given(positions)
def test_a_fork_is_found(seq: int):
    links = chain(LENGTH)
    twin = extend_from(head_of(links[: seq - 1]), draft("twin"))
    links.insert(seq, twin)

    assert verify_true_head(links) == Break(seq=seq, reason=BreakReason.FORKED)


@given(st.integers(0, LENGTH - 1))
def test_a_tail_that_was_cut_is_found_by_the_head(length: int):
    assert verify_true_head(chain(LENGTH)[:length]) == Break(seq=length + 1, reason=BreakReason.TRUNCATED)


def test_a_lost_head_is_found():
    assert verify(chain(3), None) == Break(seq=4, reason=BreakReason.HEAD_LOST)


class TestAnchors:
    """What was kept outside the database tells of who could write all of it."""

    anchors: dict[int, bytes | None] = {seq: chain(LENGTH)[seq - 1].hash for seq in (3, 6, 9)}  # noqa: RUF012

    def test_a_chain_that_went_on_agrees_with_them(self):
        links = chain(LENGTH)
        links += chain(2, after=head_of(links))

        assert verify(links, head_of(links), anchors=self.anchors) is None

    @pytest.mark.parametrize("length", [0, 4, 8])
    def test_a_tail_that_was_cut_with_its_head_is_found(self, length: int):
        links = chain(length)

        found = verify(links, head_of(links) if links else None, anchors=self.anchors)

        assert found == Break(seq=length + 1, reason=BreakReason.TRUNCATED)

    @pytest.mark.parametrize(("seq", "since", "found_at"), [(1, 1, 3), (3, 1, 3), (4, 4, 6), (9, 7, 9)])
    def test_a_chain_that_was_written_anew_is_found(self, seq: int, since: int, found_at: int):
        links = chain(LENGTH)
        head = head_of(links[: seq - 1])
        for link in links[seq - 1 :]:
            links[link.entry.seq - 1] = forged = rehashed(with_entry(link, ip="198.51.100.9"), previous=head.hash)
            head = head_of([forged])

        assert verify(links, head) is None
        assert verify(links, head, anchors=self.anchors) == Break(
            seq=found_at, reason=BreakReason.REWRITTEN, since=since
        )

    def test_two_anchors_of_one_number_cannot_both_be_right(self):
        links = chain(LENGTH)

        found = verify(links, head_of(links), anchors={**self.anchors, 6: None})

        assert found == Break(seq=6, reason=BreakReason.REWRITTEN, since=4)


@given(st.integers(0, LENGTH))
def test_a_walk_goes_on_where_another_ended(length: int):
    links = chain(LENGTH)
    walk = Walk(head_of(links[:length]))

    assert walk.follow(links[length:]) is None
    assert walk.end == head_of(links)


@given(st.integers(1, LENGTH - 1), st.data())
def test_whatever_is_done_to_it_a_chain_that_differs_is_never_sound(length: int, data: st.DataObject):
    links = chain(LENGTH)
    tamper: list[Callable[[list[Link]], list[Link]]] = [
        lambda given: given[:length],
        lambda given: given[length:],
        lambda given: [*given[:length], *given[length + 1 :]],
        lambda given: [*given[:length], with_entry(given[length], action="x"), *given[length + 1 :]],
        lambda given: [*given, *given[-1:]],
    ]
    done = data.draw(st.lists(st.sampled_from(range(len(tamper))), min_size=1, max_size=3))
    tampered = links
    for index in done:
        if len(tampered) > length:
            tampered = tamper[index](tampered)

    assert (verify_true_head(tampered) is None) == (tampered == links)


def test_the_beginning_is_no_entry():
    assert (BEGINNING.seq, BEGINNING.hash) == (0, bytes(32))
