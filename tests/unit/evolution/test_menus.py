import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.shared.content import Buttons, Choice, CtaUrl, ListMenu, LocationRequest, Section, Text
from domain.whatsapp.menus import answer_to, as_text, choices_of, text_alone

BUTTONS = Buttons(
    body="Como podemos ajudar?",
    buttons=(Choice(id="segunda_via", title="Segunda via"), Choice(id="tecnico", title="Técnico")),
    header="Aurora",
    footer="Atendimento 24 h",
)
LIST = ListMenu(
    body="Escolha o plano",
    button="Ver planos",
    sections=(
        Section(title="Fibra", rows=(Choice(id="p300", title="300 Mega"), Choice(id="p600", title="600 Mega"))),
        Section(title="Rádio", rows=(Choice(id="p20", title="20 Mega", description="zona rural"),)),
    ),
)


def test_buttons_become_numbered_lines():
    assert as_text(BUTTONS) == ("*Aurora*\n\nComo podemos ajudar?\n\n1. Segunda via\n2. Técnico\n\n_Atendimento 24 h_")


def test_the_numbers_of_a_list_go_on_over_its_sections():
    assert as_text(LIST) == ("Escolha o plano\n\n*Fibra*\n1. 300 Mega\n2. 600 Mega\n\n*Rádio*\n3. 20 Mega - zona rural")


def test_a_link_and_a_request_for_a_place_become_text():
    link = CtaUrl(body="Sua fatura", display_text="Abrir", url="https://aurora.example/f")

    assert as_text(link) == "Sua fatura\n\nAbrir: https://aurora.example/f"
    assert as_text(LocationRequest(body="Onde você está?")) == "Onde você está?"


@pytest.mark.parametrize("typed", ["2", " 2. ", "2)", "02", "2️⃣", "Técnico", "tecnico", "TÉCNICO "])
def test_a_number_a_title_or_an_id_names_a_choice(typed: str):
    answer = answer_to(BUTTONS, typed)

    assert answer is not None
    assert (answer.kind, answer.id, answer.title) == ("button", "tecnico", "Técnico")


@pytest.mark.parametrize("typed", ["", "0", "3", "2 3", "quero o 2", "segunda", "12345678900", "-1", "½"])
def test_anything_else_names_none(typed: str):
    assert answer_to(BUTTONS, typed) is None


def test_what_names_two_choices_names_none():
    menu = Buttons(body="?", buttons=(Choice(id="a", title="2"), Choice(id="b", title="Não")))

    assert answer_to(menu, "2") is None


@given(st.text(max_size=30))
def test_whatever_is_typed_names_one_of_the_choices_or_none(typed: str):
    answer = answer_to(LIST, typed)

    assert answer is None or answer.id in {choice.id for choice in choices_of(LIST)}


def test_only_what_goes_out_as_text_alone_has_a_text():
    assert text_alone(Text(body="Olá")) == "Olá"
    assert text_alone(BUTTONS) == as_text(BUTTONS)
