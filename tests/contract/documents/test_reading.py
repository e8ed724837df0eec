"""DocumentReader: texts of files that people bring, and of files that are made to harm."""

import io
import zlib
from pathlib import Path

import pypdf
import pytest

from adapters.documents import reading
from adapters.documents.helper import said_of
from adapters.documents.pages import text_of_html
from adapters.documents.reading import DocumentWorkshop
from domain.ai.errors import DocumentProblem, DocumentRefusedError
from domain.ai.knowledge import HTML, MARKDOWN, MAX_TEXT, PDF, TEXT

PAGE = """<!doctype html><html><head><title>Ajuda</title><style>p {color: red}</style></head>
<body><script>alert("oi")</script><h1>Boletos</h1><p>A segunda&nbsp;via fica
no <b>aplicativo</b>.</p><ul><li>Vale 3 dias</li><li>Sem multa</li></ul>
<table><tr><th>Plano</th><th>Preço</th></tr><tr><td>Um</td><td>R$ 10</td></tr></table>
<h2>Prazos</h2>Três dias.<noscript>não</noscript></body></html>"""


def pdf(*texts: str, password: str | None = None) -> bytes:
    """Make a PDF of pages with a line of text each, by hand, as the format says (ISO 32000)."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(texts)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(texts)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, text in enumerate(texts):
        stream = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET"
        font = "/Resources << /Font << /F1 3 0 R >> >> /MediaBox [0 0 600 800]"
        objects.append(f"<< /Type /Page /Parent 2 0 R {font} /Contents {5 + 2 * number} 0 R >>")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    body, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{one}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF"
    plain = body + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()
    if password is None:
        return plain
    writer, locked = pypdf.PdfWriter(clone_from=io.BytesIO(plain)), io.BytesIO()
    writer.encrypt(password, algorithm="RC4-128")
    writer.write(locked)
    return locked.getvalue()


def a_file(folder: Path, content: bytes) -> Path:
    path = folder / "file"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "mime", "expected"),
    [
        ("Olá, São Paulo".encode(), TEXT, "Olá, São Paulo"),
        ("Olá".encode("cp1252"), TEXT, "Olá"),
        ("Olá".encode("utf-16"), TEXT, "Olá"),
        ("# Título\n\nOlá".encode(), MARKDOWN, "# Título\n\nOlá"),
        (pdf("Primeira página", "Segunda"), PDF, "# Página 1\n\nPrimeira página\n\n# Página 2\n\nSegunda"),
        (pdf("Com senha vazia", password=""), PDF, "# Página 1\n\nCom senha vazia"),
    ],
    ids=["utf-8", "cp1252", "utf-16", "markdown", "pdf", "pdf that opens without a password"],
)
def test_a_document_is_read(tmp_path: Path, content: bytes, mime: str, expected: str) -> None:
    said = said_of(a_file(tmp_path, content), mime)

    assert (said.text, said.problem) == (expected, None)


def test_a_page_is_what_a_person_reads_of_it() -> None:
    assert text_of_html(PAGE) == (
        "# Boletos\n\nA segunda via fica no aplicativo.\n\n- Vale 3 dias\n- Sem multa\n\n"
        "| Plano | Preço\n| Um | R$ 10\n\n## Prazos\n\nTrês dias."
    )


@pytest.mark.parametrize(
    "source",
    ["<p>um<p>dois</div></script></p>", "<script>um<p>dois", "<" * 2_000, "<b>" * 50_000 + "x", "&#0;&#xD800;&nada;"],
)
def test_what_is_no_page_is_read_all_the_same(source: str) -> None:
    assert "script" not in text_of_html(source)


@pytest.mark.parametrize(
    ("content", "mime", "problem"),
    [
        (b" \n ", TEXT, DocumentProblem.NO_TEXT),
        (b"a\x00b", TEXT, DocumentProblem.DAMAGED),
        (b"<script>1</script>", HTML, DocumentProblem.NO_TEXT),
        (pdf(""), PDF, DocumentProblem.NO_TEXT),
        (pdf("oi", password="segredo"), PDF, DocumentProblem.ENCRYPTED),
        (b"%PDF-1.7\nlixo", PDF, DocumentProblem.DAMAGED),
        (pdf("oi")[:200], PDF, DocumentProblem.DAMAGED),
        (b"x" * (MAX_TEXT + 1), TEXT, DocumentProblem.TOO_LONG),
    ],
    ids=["blank", "binary", "only a script", "no text", "locked", "no pdf", "cut", "too long"],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, content: bytes, mime: str, problem: DocumentProblem) -> None:
    assert said_of(a_file(tmp_path, content), mime).problem is problem


async def test_it_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    workshop = DocumentWorkshop()

    assert await workshop.read(a_file(tmp_path, "Olá".encode()), mime=TEXT) == "Olá"
    bomb = zlib.compress(bytes(2**20))  # no PDF, though it says so
    with pytest.raises(DocumentRefusedError) as raised:
        await workshop.read(a_file(tmp_path, b"%PDF-1.4\n" + bomb), mime=PDF)
    assert raised.value.problem is DocumentProblem.DAMAGED


async def test_what_breaks_its_reader_breaks_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "HELPER", "this")  # says more than one line, and none of ours

    with pytest.raises(DocumentRefusedError) as raised:
        await DocumentWorkshop().read(a_file(tmp_path, b"oi"), mime=TEXT)

    assert raised.value.problem is DocumentProblem.DAMAGED


async def test_what_takes_too_long_is_given_up(tmp_path: Path) -> None:
    with pytest.raises(DocumentRefusedError) as raised:
        await DocumentWorkshop(seconds=0.001).read(a_file(tmp_path, b"oi"), mime=TEXT)

    assert raised.value.problem is DocumentProblem.TOO_SLOW
