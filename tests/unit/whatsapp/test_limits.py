import msgspec
import pytest

from adapters.whatsapp.cloud.limits import CloudContentRules, check
from domain.shared.content import (
    Audio,
    Buttons,
    Choice,
    ContactCard,
    Contacts,
    Content,
    CtaUrl,
    Document,
    Image,
    ListMenu,
    Location,
    LocationRequest,
    Reaction,
    Section,
    Template,
    Text,
    Video,
)
from domain.shared.ids import ProviderMessageId

WAMID = ProviderMessageId("wamid.A1")
LINK = "https://loja.example/"
BODY, HEADER = msgspec.Raw(b'{"type":"body"}'), msgspec.Raw(b'{"type":"HEADER"}')
OK = Choice(id="ok", title="Confirmo")
NO = Choice(id="no", title="Trocar data")


def wrong_fields(content: Content) -> list[str]:
    return [problem.field for problem in check(content)]


def buttons(*choices: Choice, body: str = "b", header: str | None = None, footer: str | None = None) -> Buttons:
    return Buttons(body=body, buttons=choices, header=header, footer=footer)


def menu(*sections: Section, body: str = "b", button: str = "abrir", header: str | None = None) -> ListMenu:
    return ListMenu(body=body, button=button, sections=sections, header=header)


def rows(count: int, *, start: int = 0) -> tuple[Choice, ...]:
    return tuple(Choice(id=f"r{number}", title="t") for number in range(start, start + count))


def template(component: bytes) -> Template:
    return Template(name="a", language="pt_BR", components=(msgspec.Raw(component),))


def templates(count: int) -> Template:
    return Template(name="a", language="pt_BR", components=(BODY,) * count)


def link(length: int) -> str:
    return f"{LINK}{'a' * (length - len(LINK))}"


def cta(**changed: object) -> CtaUrl:
    return msgspec.structs.replace(CtaUrl(body="b", display_text="Abrir", url=LINK), **changed)


LIMITS: list[tuple[Content, Content, str]] = [
    (Text(body="a" * 4096), Text(body="a" * 4097), "body"),
    (Text(body="😀" * 2048), Text(body="😀" * 2049), "body"),
    (Text(body="a"), Text(body=" \n"), "body"),
    (Text(body="a"), Text(body="a\x00"), "body"),
    (Text(body="a"), Text(body="a\ud800"), "body"),
    (Image(link="http://x.example/a"), Image(link="ftp://x.example/a"), "link"),
    (Image(link="https://x.example/a"), Image(link="https://x.example/a b"), "link"),
    (Audio(provider_media_id="1"), Audio(), "media_id"),
    (Image(provider_media_id="1", caption="a" * 1024), Image(provider_media_id="1", caption="a" * 1025), "caption"),
    (Video(provider_media_id="1", caption="a" * 1024), Video(provider_media_id="1", caption="a" * 1025), "caption"),
    (
        Document(provider_media_id="1", caption="a" * 1024),
        Document(provider_media_id="1", caption="a" * 1025),
        "caption",
    ),
    (Location(latitude=90, longitude=180), Location(latitude=90.1, longitude=180), "latitude"),
    (Location(latitude=-90, longitude=-180), Location(latitude=0, longitude=float("nan")), "longitude"),
    (
        Contacts(cards=(ContactCard(formatted_name="a"),) * 257),
        Contacts(cards=(ContactCard(formatted_name="a"),) * 258),
        "cards",
    ),
    (Contacts(cards=(ContactCard(formatted_name="a"),)), Contacts(), "cards"),
    (Contacts(cards=(ContactCard(formatted_name="a"),)), Contacts(cards=(ContactCard(),)), "cards[0].formatted_name"),
    (buttons(OK, body="a" * 1024), buttons(OK, body="a" * 1025), "body"),
    (buttons(OK, header="a" * 60), buttons(OK, header="a" * 61), "header"),
    (buttons(OK, footer="a" * 60), buttons(OK, footer="a" * 61), "footer"),
    (buttons(OK), buttons(), "buttons"),
    (buttons(*(Choice(id=i, title=i) for i in "abc")), buttons(*(Choice(id=i, title=i) for i in "abcd")), "buttons"),
    (buttons(Choice(id="a", title="t" * 20)), buttons(Choice(id="a", title="t" * 21)), "buttons[0].title"),
    (buttons(Choice(id="a" * 256, title="t")), buttons(Choice(id="a" * 257, title="t")), "buttons[0].id"),
    (buttons(OK), buttons(Choice(id="a", title="")), "buttons[0].title"),
    (buttons(OK, NO), buttons(OK, Choice(id="ok", title="Outro")), "buttons.id"),
    (buttons(OK, NO), buttons(OK, Choice(id="outro", title="Confirmo")), "buttons.title"),
    (menu(Section(rows=rows(1)), body="a" * 4096), menu(Section(rows=rows(1)), body="a" * 4097), "body"),
    (menu(Section(rows=rows(1)), button="a" * 20), menu(Section(rows=rows(1)), button="a" * 21), "button"),
    (menu(Section(rows=rows(1)), header="a" * 60), menu(Section(rows=rows(1)), header="a" * 61), "header"),
    (menu(Section(rows=rows(10))), menu(Section(rows=rows(11))), "sections.rows"),
    (
        menu(Section(title="a", rows=rows(5)), Section(title="b", rows=rows(5, start=5))),
        menu(Section(title="a", rows=rows(5)), Section(title="b", rows=rows(6, start=5))),
        "sections.rows",
    ),
    (menu(Section(rows=rows(1))), menu(), "sections"),
    (menu(Section(rows=rows(1))), menu(Section(rows=())), "sections[0].rows"),
    (
        menu(Section(title="a", rows=rows(1)), Section(title="b", rows=rows(1, start=1))),
        menu(Section(title="a", rows=rows(1)), Section(rows=rows(1, start=1))),
        "sections[1].title",
    ),
    (menu(Section(title="a" * 24, rows=rows(1))), menu(Section(title="a" * 25, rows=rows(1))), "sections[0].title"),
    (menu(Section(rows=rows(2))), menu(Section(rows=rows(1) * 2)), "sections.rows.id"),
    (
        menu(Section(rows=(Choice(id="a" * 200, title="t" * 24, description="d" * 72),))),
        menu(Section(rows=(Choice(id="a" * 201, title="t"),))),
        "sections[0].rows[0].id",
    ),
    (menu(Section(rows=rows(1))), menu(Section(rows=(Choice(id="a", title="t" * 25),))), "sections[0].rows[0].title"),
    (
        menu(Section(rows=rows(1))),
        menu(Section(rows=(Choice(id="a", title="t", description="d" * 73),))),
        "sections[0].rows[0].description",
    ),
    (Template(name="a" * 512, language="pt_BR"), Template(name="a" * 513, language="pt_BR"), "name"),
    (Template(name="a_1", language="pt_BR"), Template(name="A", language="pt_BR"), "name"),
    (Template(name="a", language="pt_BR"), Template(name="a", language=" "), "language"),
    (template(b'{"type":"body"}'), template(b"{"), "components[0]"),
    (template(b'{"type":"body"}'), template(b'{"type":"body","x":"\\u0000"}'), "components[0]"),
    (
        template(b'{"type":"button","index":"0","parameters":[{"type":"payload","payload":"' + b"a" * 256 + b'"}]}'),
        template(b'{"type":"button","index":"0","parameters":[{"type":"payload","payload":"' + b"a" * 257 + b'"}]}'),
        "components[0].parameters[0].payload",
    ),
    (
        template(
            b'{"type":"button","index":"0","parameters":[{"type":"coupon_code","coupon_code":"' + b"a" * 20 + b'"}]}'
        ),
        template(
            b'{"type":"button","index":"0","parameters":[{"type":"coupon_code","coupon_code":"' + b"a" * 21 + b'"}]}'
        ),
        "components[0].parameters[0].coupon_code",
    ),
    (
        template(b'{"type":"body","parameters":[{"type":"text","text":"' + b"a" * 1024 + b'"}]}'),
        template(b'{"type":"body","parameters":[{"type":"text","text":"' + b"a" * 1025 + b'"}]}'),
        "components[0].parameters[0].text",
    ),
    (
        template(b'{"type":"body","parameters":[{"type":"text","text":"a    b"}]}'),
        template(b'{"type":"body","parameters":[{"type":"text","text":"a     b"}]}'),
        "components[0].parameters[0].text",
    ),
    (
        template(b'{"type":"body","parameters":[{"type":"text","text":"a b"}]}'),
        template(b'{"type":"body","parameters":[{"type":"text","text":"a\\nb"}]}'),
        "components[0].parameters[0].text",
    ),
    (template(b'{"type":"button","index":9}'), template(b'{"type":"button","index":"10"}'), "components[0].index"),
    (templates(12), templates(13), "components"),
    (
        Template(name="a", language="pt_BR", header_media=Image(link=LINK)),
        Template(name="a", language="pt_BR", header_media=Image()),
        "header_media.media_id",
    ),
    (
        Template(name="a", language="pt_BR", header_media=Image(link=LINK), components=(BODY,)),
        Template(name="a", language="pt_BR", header_media=Image(link=LINK), components=(HEADER,)),
        "components[0]",
    ),
    (Image(link=link(2000)), Image(link=link(2001)), "link"),
    (Document(link=LINK, filename="a" * 240), Document(link=LINK, filename="a" * 241), "filename"),
    (cta(body="a" * 1024), cta(body="a" * 1025), "body"),
    (cta(display_text="a" * 20), cta(display_text="a" * 21), "display_text"),
    (cta(url=link(2000)), cta(url=link(2001)), "url"),
    (cta(), cta(url="loja.example"), "url"),
    (cta(), cta(url=""), "url"),
    (cta(header="a" * 60), cta(header="a" * 61), "header"),
    (cta(footer="a" * 60), cta(footer="a" * 61), "footer"),
    (cta(header_media=Image(link=LINK)), cta(header_media=Image(link=LINK), header="a"), "header_media"),
    (cta(header_media=Image(link=LINK)), cta(header_media=Image(link=LINK, caption="a")), "header_media.caption"),
    (LocationRequest(body="a" * 1024), LocationRequest(body="a" * 1025), "body"),
    (Location(latitude=0, longitude=0, name="a" * 1000), Location(latitude=0, longitude=0, name="a" * 1001), "name"),
    (Reaction(target=WAMID), Reaction(target=ProviderMessageId("")), "target"),
    (Reaction(target=WAMID, emoji="a" * 32), Reaction(target=WAMID, emoji="a" * 33), "emoji"),
]


@pytest.mark.parametrize(("inside", "outside", "field"), LIMITS)
def test_a_limit_holds_on_both_sides(inside: Content, outside: Content, field: str):
    assert check(inside) == ()
    assert wrong_fields(outside) == [field]


def test_every_problem_is_told_at_once():
    assert len(check(Buttons(body="", buttons=(Choice(id="", title=""),), header="a" * 61))) == 4


def test_the_rules_of_the_port_are_these_limits():
    assert CloudContentRules().check(Text(body="")) == check(Text(body=""))
