"""Names of files: a text, never a path."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.media.filenames import MAX_LENGTH, safe_filename
from domain.media.naming import saved_name


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("Proposta São Paulo.pdf", "Proposta São Paulo.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\ana\\boleto.pdf", "boleto.pdf"),
        ("a\x00b\r\nc.txt", "abc.txt"),
        ("\u202efdp.exe", "fdp.exe"),
        ("con.txt", "_con.txt"),
        ('a"b<c>|?*.txt', "a_b_c____.txt"),
        ("...", None),
        ("", None),
        (None, None),
    ],
)
def test_name_is_what_is_left_of_it(given_name: str | None, kept: str | None) -> None:
    assert safe_filename(given_name) == kept


@given(st.text())
def test_whatever_it_is_it_names_no_place(name: str) -> None:
    kept = safe_filename(name)

    assert kept is None or (kept not in {".", ".."} and not set(kept) & set("/\\\x00\r\n") and len(kept) <= MAX_LENGTH)


def test_long_name_keeps_its_extension() -> None:
    kept = safe_filename(f"{'a' * 300}.pdf")

    assert kept is not None
    assert (len(kept), kept[-4:]) == (MAX_LENGTH, ".pdf")


@pytest.mark.parametrize(
    ("name", "mime", "saved"),
    [
        ("boleto.pdf", "application/pdf", "boleto.pdf"),
        ("extrato.csv", "text/plain", "extrato.csv"),
        ("foto.jpg.exe", "image/jpeg", "foto.jpg.exe.jpg"),
        ("script.js", "text/plain", "script.js.txt"),
        ("sem nome", "image/png", "sem nome.png"),
        (None, "audio/ogg", "document.ogg"),
    ],
)
def test_extension_fits_what_the_file_is(name: str | None, mime: str, saved: str) -> None:
    assert saved_name(name, kind="document", mime=mime) == saved
