"""Hands e-mails to an SMTP server (RFC 5321), a connection each: they are few, and a server closes idle ones."""

import contextlib
import ssl
from email.message import EmailMessage
from urllib.parse import parse_qs, unquote, urlsplit

import aiosmtplib
import msgspec

from adapters.email.message import Letterhead
from application.ports.emails import Email, MailRefusedError, MailUnavailableError

PATIENCE = 20.0
"""Seconds for each answer of the server; greylisting and spam checks take some."""
PERMANENT = range(500, 600)
"""RFC 5321, 4.2.1: the same command will never be taken."""
PORTS = {"tls": 465, "starttls": 587, "none": 25}
SECURE_PORT = 465


class SmtpServer(msgspec.Struct, frozen=True, kw_only=True):
    """Where the server is, who we are there, and how the way to it is protected: `tls`, `starttls` or `none`."""

    host: str
    port: int
    security: str
    user: str | None = None
    password: str | None = None

    def __repr__(self) -> str:
        """Show no password."""
        return f"SmtpServer(host={self.host!r}, port={self.port}, security={self.security!r})"


def parse_server(url: str) -> SmtpServer:
    """Read `smtp://user:password@host:587?tls=starttls`; without `tls`, port 465 speaks TLS and others STARTTLS.

    Raises ValueError with what is wrong, which holds nothing of the password.
    """
    parts = urlsplit(url)
    if parts.scheme != "smtp" or not parts.hostname:
        raise ValueError("must be smtp://user:password@host:587?tls=starttls")
    options = parse_qs(parts.query, strict_parsing=bool(parts.query))
    [security] = options.pop("tls", ["tls" if parts.port == SECURE_PORT else "starttls"])
    if security not in PORTS or options:
        raise ValueError("takes one option: tls=starttls, tls=tls or tls=none")
    return SmtpServer(
        host=parts.hostname,
        port=parts.port or PORTS[security],
        security=security,
        user=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
    )


class SmtpMailer:
    """Sends through one server; its certificate is checked."""

    def __init__(self, server: SmtpServer, *, letterhead: Letterhead, trust: ssl.SSLContext | None = None) -> None:
        self._server, self._letterhead = server, letterhead
        self._trust = trust or ssl.create_default_context()

    async def send(self, email: Email) -> None:
        """Return when the server has taken it. Raises MailRefusedError, MailUnavailableError."""
        message = self._letterhead.message(email)
        client = self._client()
        try:
            await client.connect()
            await self._hand_over(client, message, to=email.to)
        except (aiosmtplib.SMTPException, OSError, TimeoutError) as error:
            raise MailUnavailableError(f"the mail server did not take it: {type(error).__name__}") from error
        finally:
            client.close()

    async def _hand_over(self, client: aiosmtplib.SMTP, message: EmailMessage, *, to: str) -> None:
        """Send it; what the server says to our login or our sender is our trouble, not the e-mail's."""
        try:
            await client.send_message(message, sender=self._letterhead.sender, recipients=[to])
        except aiosmtplib.SMTPRecipientsRefused as error:
            codes = {refusal.code for refusal in error.recipients}
            raise _refusal(f"the address was refused with {sorted(codes)}", *codes) from error
        except aiosmtplib.SMTPDataError as error:
            raise _refusal(f"the message was refused with {error.code}", error.code) from error
        with contextlib.suppress(aiosmtplib.SMTPException, OSError, TimeoutError):  # it has taken the message
            await client.quit()

    def _client(self) -> aiosmtplib.SMTP:
        server = self._server
        return aiosmtplib.SMTP(
            hostname=server.host,
            port=server.port,
            username=server.user,
            password=server.password,
            timeout=PATIENCE,
            use_tls=server.security == "tls",
            start_tls=server.security == "starttls",
            tls_context=self._trust,
        )


def _refusal(text: str, *codes: int) -> MailRefusedError | MailUnavailableError:
    """Say what a server's answer to one e-mail means; 4xx another try may cure."""
    return MailRefusedError(text) if all(code in PERMANENT for code in codes) else MailUnavailableError(text)
