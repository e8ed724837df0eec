"""A slip as a file: one page of PDF, written by hand."""

from simulator.isp.invoices import Invoice
from simulator.isp.rows import day, money


def slip_pdf(invoice: Invoice, *, name: str) -> bytes:
    """Draw the slip: who pays what, until when, and with which digits."""
    lines = (
        "Provedor Aurora - 2a via",
        f"Cliente: {name}",
        f"Vencimento: {day(invoice.due)}    Valor: R$ {money(invoice.cents)}",
        invoice.slip.printed,
    )
    shown = " 0 -24 Td ".join(f"({_escaped(line)}) Tj" for line in lines)
    page = b"BT /F1 12 Tf 40 780 Td " + shown.encode("latin-1", "replace") + b" ET"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(page), page),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Font << /F1 5 0 R >> >>",
    )
    return _assembled(objects)


def _assembled(objects: tuple[bytes, ...]) -> bytes:
    file, places = bytearray(b"%PDF-1.4\n"), list[int]()
    for number, content in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    file += b"".join(b"%010d 00000 n \n" % place for place in places)
    file += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(file)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
