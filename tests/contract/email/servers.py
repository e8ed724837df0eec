"""A real SMTP server (aiosmtpd), with a certificate of its own."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from ipaddress import ip_address
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

LOGIN = LoginPassword(b"pytake", b"segredo do e-mail")


class PostOffice:
    """Takes e-mails, or answers as it is told."""

    def __init__(self) -> None:
        self.taken: list[EmailMessage] = []
        self.envelopes: list[tuple[str, list[str]]] = []
        self.to_recipient = self.to_message = "250 OK"
        self.logins: list[bytes] = []
        self.was_encrypted: list[bool] = []
        self.port = 0

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's hook
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.to_recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.to_recipient

    async def handle_DATA(self, _server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.to_message.startswith("250"):
            self.taken.append(BytesParser(policy=default).parsebytes(envelope.content))  # type: ignore[arg-type]
            self.envelopes.append((envelope.mail_from or "", envelope.rcpt_tos))
            self.was_encrypted.append(session.ssl is not None)
        return self.to_message

    def check_login(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, login: LoginPassword
    ) -> AuthResult:
        self.logins.append(login.login)
        return AuthResult(success=login == LOGIN, handled=False)


@asynccontextmanager
async def open_office(
    *, certificate: Path | None = None, implicit_tls: bool = False, needs_login: bool = False
) -> AsyncIterator[PostOffice]:
    """Serve until the block ends; with a certificate it offers STARTTLS, or speaks TLS from the start."""
    office, context = PostOffice(), None
    if certificate is not None:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate)

    def protocol() -> SMTP:
        return SMTP(
            office,
            hostname="mail.test",
            enable_SMTPUTF8=True,
            tls_context=None if implicit_tls else context,
            require_starttls=context is not None and not implicit_tls,
            auth_required=needs_login and not implicit_tls,  # aiosmtpd does not know that it has TLS
            auth_require_tls=not implicit_tls and context is not None,
            authenticator=office.check_login,
            loop=asyncio.get_running_loop(),
        )

    tls = context if implicit_tls else None
    server = await asyncio.get_running_loop().create_server(protocol, "127.0.0.1", 0, ssl=tls)
    office.port = server.sockets[0].getsockname()[1]
    try:
        yield office
    finally:
        server.close()
        await asyncio.sleep(0)


def write_certificate(folder: Path) -> Path:
    """Make a certificate for 127.0.0.1, which only those trust who are given it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail.test")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "mail.pem"
    encoding = serialization.Encoding.PEM
    private = key.private_bytes(encoding, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.write_bytes(private + certificate.public_bytes(encoding))
    return file
