import random
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.crypto.common_passwords import BundledPasswords
from domain.identity.passwords import MAX_BYTES, MIN_LENGTH, PasswordFault, fault_of

COMMON = BundledPasswords()
ABOUT = ("ana.souza@aurora.example", "Ana Souza", "Padaria Aurora")


def fault(password: str) -> PasswordFault | None:
    return fault_of(password, common=COMMON, about=ABOUT)


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery staple",
        "quatro pratos de trigo para três tigres tristes",
        "xK9#mPq2vL7w",
        "tres-tigres-2026",
        "amor91837465128",
        "climate-control-9",
        "日本語のパスワードです",
        "souza-gosta-de-pizza-fria",
    ],
)
def test_a_password_of_ones_own_is_taken(password: str) -> None:
    assert fault(password) is None


@pytest.mark.parametrize(
    ("password", "expected"),
    [
        ("", PasswordFault.TOO_SHORT),
        ("xK9#mPq2v", PasswordFault.TOO_SHORT),
        ("xK9#mPq2v" * 112, PasswordFault.TOO_LONG),
        ("é" * 501 + "abcdef", PasswordFault.TOO_LONG),
        ("1234567890", PasswordFault.COMMON),
        ("qwertyuiop", PasswordFault.COMMON),
        ("password123", PasswordFault.COMMON),
        ("P@ssw0rd2026!", PasswordFault.COMMON),
        ("Senha12345", PasswordFault.COMMON),
        ("Flamengo2024!", PasswordFault.COMMON),
        ("corinthians", PasswordFault.COMMON),
        ("maria19121985", PasswordFault.COMMON),
        ("senhasenha", PasswordFault.COMMON),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", PasswordFault.COMMON),
        ("abcabcabcabcabc", PasswordFault.COMMON),
        ("abcdefghijklm", PasswordFault.COMMON),
        ("9876543210abc", PasswordFault.COMMON),
        ("DeusEFiel2026", PasswordFault.COMMON),
        ("ana.souza@aurora.example", PasswordFault.PERSONAL),
        ("AnaSouza2026", PasswordFault.PERSONAL),
        ("souza.ana.souza", PasswordFault.PERSONAL),
        ("padaria-aurora", PasswordFault.PERSONAL),
        ("aurora!aurora", PasswordFault.PERSONAL),
    ],
)
def test_one_that_is_tried_first_is_not(password: str, expected: PasswordFault) -> None:
    assert fault(password) is expected


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=MAX_BYTES + 100))
def test_any_text_gets_an_answer(password: str) -> None:
    found = fault(password)

    assert (found is PasswordFault.TOO_SHORT) == (len(password) < MIN_LENGTH)


def test_what_a_generator_makes_is_taken() -> None:
    draw = random.Random(7)
    made = ["".join(draw.choices(string.ascii_letters + string.digits, k=14)) for _ in range(2_000)]

    assert [password for password in made if fault(password)] == []


def test_the_list_is_folded() -> None:
    assert all(word in COMMON for word in ("1234567890", "corinthians", "senha"))
    assert not any(word in COMMON for word in ("Corinthians", ""))
