"""Whatever is written: as long as it fits it passes, and one sign more does not."""

from collections.abc import Callable
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.whatsapp.cloud.limits import check
from adapters.whatsapp.cloud.outbound import payload
from application.ports.whatsapp import OutboundMessage, Recipient
from domain.shared.content import Buttons, Choice, Content, CtaUrl, Image, ListMenu, LocationRequest, Section, Text
from domain.shared.ids import MessageId

ID, ANA = MessageId(UUID(int=1)), Recipient(wa_id="5511988887777")
OK = Choice(id="ok", title="Sim")
Make = Callable[[str], Content]

FIELDS: dict[str, tuple[int, Make]] = {
    "text body": (4096, lambda words: Text(body=words)),
    "caption": (1024, lambda words: Image(link="https://x.example/a", caption=words)),
    "button body": (1024, lambda words: Buttons(body=words, buttons=(OK,))),
    "button title": (20, lambda words: Buttons(body="b", buttons=(Choice(id="a", title=words),))),
    "button id": (256, lambda words: Buttons(body="b", buttons=(Choice(id=words, title="a"),))),
    "list body": (4096, lambda words: ListMenu(body=words, button="b", sections=(Section(rows=(OK,)),))),
    "list button": (20, lambda words: ListMenu(body="b", button=words, sections=(Section(rows=(OK,)),))),
    "row title": (
        24,
        lambda words: ListMenu(body="b", button="b", sections=(Section(rows=(Choice(id="a", title=words),)),)),
    ),
    "section title": (
        24,
        lambda words: ListMenu(body="b", button="b", sections=(Section(title=words, rows=(OK,)),)),
    ),
    "header": (60, lambda words: Buttons(body="b", buttons=(OK,), header=words)),
    "footer": (60, lambda words: Buttons(body="b", buttons=(OK,), footer=words)),
    "display text": (20, lambda words: CtaUrl(body="b", display_text=words, url="https://x.example")),
    "place asked for": (1024, lambda words: LocationRequest(body=words)),
}

SIGNS = st.characters(codec="utf-8", exclude_characters="\x00", exclude_categories=("Cs", "Z", "Cc"))


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def filled(start: str, length: int) -> str:
    """Give a text of so many UTF-16 units that begins so."""
    while units(start) > length:
        start = start[:-1]
    return start + "a" * (length - units(start))


@pytest.mark.parametrize("field", FIELDS)
@given(start=st.text(SIGNS, max_size=30))
def test_a_text_at_its_limit_passes_and_one_sign_more_does_not(field: str, start: str):
    limit, make = FIELDS[field]
    whole = make(filled(start, limit))

    assert check(whole) == ()
    assert payload(OutboundMessage(id=ID, recipient=ANA, content=whole))
    [problem] = check(make(filled(start, limit) + "a"))
    assert str(limit) in problem.text


@given(counts=st.lists(st.integers(1, 4), min_size=1, max_size=11))
def test_a_list_has_ten_sections_and_ten_rows_in_all(counts: list[int]):
    sections = tuple(
        Section(title=f"s{place}", rows=tuple(Choice(id=f"{place}.{row}", title="t") for row in range(count)))
        for place, count in enumerate(counts)
    )

    problems = {problem.field for problem in check(ListMenu(body="b", button="b", sections=sections))}

    assert problems == ({"sections"} if len(counts) > 10 else set()) | (
        {"sections.rows"} if sum(counts) > 10 else set()
    )
