"""What a person would read of each kind of content."""

from typing import get_args

import pytest

from domain.shared import content as kinds
from domain.shared.content import Content, plain_text, type_of
from domain.shared.ids import ProviderMessageId

TARGET = ProviderMessageId("wamid.1")
CHOICE = kinds.Choice(id="a", title="A")
READ_AS: list[tuple[Content, str]] = [
    (kinds.Text(body="oi"), "oi"),
    (kinds.Image(caption="veja"), "veja"),
    (kinds.Image(), ""),
    (kinds.Video(caption="veja"), "veja"),
    (kinds.Document(caption="o boleto", filename="boleto.pdf"), "o boleto"),
    (kinds.Document(filename="boleto.pdf"), ""),
    (kinds.Audio(), ""),
    (kinds.Voice(), ""),
    (kinds.Sticker(), ""),
    (kinds.Location(latitude=-23.5, longitude=-46.6, name="MASP", address="Av. Paulista"), "MASP, Av. Paulista"),
    (kinds.Location(latitude=-23.5, longitude=-46.6, address="Av. Paulista"), "Av. Paulista"),
    (kinds.Location(latitude=-23.5, longitude=-46.6), ""),
    (
        kinds.Contacts(cards=(kinds.ContactCard(formatted_name="Ana"), kinds.ContactCard(formatted_name="Bia"))),
        "Ana, Bia",
    ),
    (kinds.Buttons(body="Sim?", buttons=(CHOICE,), header="Oi", footer="Aurora"), "Sim?"),
    (kinds.ListMenu(body="Qual?", button="Ver", sections=(kinds.Section(rows=(CHOICE,)),)), "Qual?"),
    (kinds.CtaUrl(body="Seu boleto", display_text="Abrir", url="https://loja.example/b/1"), "Seu boleto"),
    (kinds.LocationRequest(body="Onde entregamos?"), "Onde entregamos?"),
    (kinds.Template(name="boas_vindas", language="pt_BR", preview="Olá!"), "Olá!"),
    (kinds.Template(name="boas_vindas", language="pt_BR"), "boas_vindas"),
    (kinds.Interactive(kind="button", id="sim", title="Sim"), "Sim"),
    (kinds.Interactive(kind="button", id="sim"), "sim"),
    (kinds.Interactive(kind="form", data="{}"), ""),
    (kinds.Reaction(target=TARGET, emoji="👍"), "👍"),
    (kinds.Reaction(target=TARGET), ""),
    (kinds.Order(text="para hoje"), "para hoje"),
    (kinds.Order(), ""),
    (kinds.System(kind="user_changed_number", body="mudou"), "mudou"),
    (kinds.Edit(target=TARGET, body="outra coisa"), "outra coisa"),
    (kinds.Revoke(target=TARGET), ""),
    (kinds.Unsupported(kind="poll"), ""),
]


@pytest.mark.parametrize(("content", "words"), READ_AS, ids=lambda value: type(value).__name__)
def test_content_reads_as(content: Content, words: str) -> None:
    assert plain_text(content) == words


def test_every_kind_of_content_is_read() -> None:
    assert {type(content) for content, _ in READ_AS} == set(get_args(Content))


def test_every_kind_of_content_has_a_word_of_its_own() -> None:
    words = [type_of(content) for content in {type(content): content for content, _ in READ_AS}.values()]

    assert len(words) == len(set(words))
