import asyncio

from hypothesis import given
from hypothesis import strategies as st

from entrypoints.websocket.outbox import Outbox, OutFrame


def frame(number: int, size: int = 10) -> OutFrame:
    return OutFrame(str(number), size)


async def taken(outbox: Outbox) -> list[str | None]:
    """Take what is there now."""
    frames: list[str | None] = []
    try:
        while True:
            async with asyncio.timeout(0.01):
                next_frame = await outbox.next()
            frames.append(next_frame.text if next_frame else None)
    except TimeoutError:
        return frames


async def test_frames_come_out_in_order() -> None:
    outbox = Outbox()
    for number in range(5):
        outbox.put(frame(number))

    assert await taken(outbox) == ["0", "1", "2", "3", "4"]


async def test_an_overflow_becomes_one_resync_and_what_comes_after_it() -> None:
    outbox = Outbox(max_frames=3)
    for number in range(10):
        outbox.put(frame(number))

    assert await outbox.next() is None
    outbox.put(frame(10))
    assert await taken(outbox) == ["10"]


async def test_bytes_are_bounded_too_but_one_frame_always_fits() -> None:
    outbox = Outbox(max_bytes=100)
    outbox.put(frame(1, 1000))

    assert await taken(outbox) == ["1"]
    outbox.put(frame(2, 60))
    outbox.put(frame(3, 60))
    assert await taken(outbox) == [None]


async def test_what_need_not_arrive_causes_no_overflow() -> None:
    outbox = Outbox(max_frames=2)
    outbox.put(frame(1))
    outbox.put(frame(2))
    outbox.offer(frame(3))

    assert await taken(outbox) == ["1", "2"]


async def test_who_can_wait_waits_for_room() -> None:
    outbox = Outbox(max_frames=2)
    written = asyncio.create_task(_write(outbox, 50))

    assert await taken(outbox) == [str(number) for number in range(50)]
    await written


async def _write(outbox: Outbox, count: int) -> None:
    for number in range(count):
        await outbox.put_when_room(frame(number))


@given(st.lists(st.tuples(st.sampled_from(["put", "offer"]), st.integers(1, 50)), max_size=60))
def test_it_never_holds_more_than_it_may(steps: list[tuple[str, int]]) -> None:
    outbox = Outbox(max_frames=8, max_bytes=100)

    for number, (how, size) in enumerate(steps):
        getattr(outbox, how)(frame(number, size))

        assert len(outbox._frames) <= 8
        assert outbox._bytes == sum(held.size for held in outbox._frames) <= 100
