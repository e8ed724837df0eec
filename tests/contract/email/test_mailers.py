"""What every mailer promises, and what a mail server's answers mean."""

import socket
import ssl
from collections.abc import AsyncIterator, Callable
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from pathlib import Path

import pytest

from adapters.email.message import Letterhead
from adapters.email.outbox import OutboxMailer
from adapters.email.smtp import SmtpMailer, SmtpServer, parse_server
from adapters.system.ids import SystemIds
from application.ports.emails import Email, Mailer, MailRefusedError, MailUnavailableError
from tests.contract.email.servers import LOGIN, PostOffice, open_office, write_certificate
from tests.doubles import FrozenClock

MAIL = Email(
    kind="welcome", to="ana@aurora.example", subject="Boas-vindas, Ana", text="Olá, Ana!\n", html="<p>Olá, Ana!</p>"
)
ODD = "O servidor não aceitou"

Sent = Callable[[], list[EmailMessage]]


@pytest.fixture
def letterhead(frozen_clock: FrozenClock) -> Letterhead:
    return Letterhead("PyTake <no-reply@pytake.example>", clock=frozen_clock)


@pytest.fixture
async def office() -> AsyncIterator[PostOffice]:
    async with open_office() as opened:
        yield opened


@pytest.fixture
def smtp(office: PostOffice, letterhead: Letterhead) -> SmtpMailer:
    return SmtpMailer(SmtpServer(host="127.0.0.1", port=office.port, security="none"), letterhead=letterhead)


@pytest.fixture(params=["smtp", "outbox"])
def mailer(
    request: pytest.FixtureRequest, smtp: SmtpMailer, office: PostOffice, letterhead: Letterhead, tmp_path: Path
) -> tuple[Mailer, Sent]:
    """Each implementation, and what it has handed over."""
    if request.param == "smtp":
        return smtp, lambda: office.taken
    folder = tmp_path / "outbox"
    return OutboxMailer(folder, letterhead=letterhead, ids=SystemIds()), lambda: read(folder)


def read(folder: Path) -> list[EmailMessage]:
    files = sorted(folder.glob("*.eml")) if folder.exists() else []
    return [BytesParser(policy=default).parsebytes(file.read_bytes()) for file in files]  # type: ignore[misc]


class TestEveryMailer:
    async def test_hands_over_both_forms_with_their_headers(self, mailer: tuple[Mailer, Sent]) -> None:
        sender, sent = mailer

        await sender.send(MAIL)

        [message] = sent()
        text, html = message.get_body(("plain",)), message.get_body(("html",))
        assert (message["From"], message["To"]) == ("PyTake <no-reply@pytake.example>", "ana@aurora.example")
        assert (message["Subject"], message["Auto-Submitted"]) == ("Boas-vindas, Ana", "auto-generated")
        assert message["Date"] == "Wed, 12 Aug 2026 12:00:00 +0000"
        assert message["Message-ID"].endswith("@pytake.example>")
        assert text is not None
        assert html is not None
        assert text.get_content().replace("\r\n", "\n") == MAIL.text
        assert html.get_content().strip() == MAIL.html

    @pytest.mark.parametrize(
        "to", ["ana@aurora.example\r\nBcc: eve@evil.example", "", "ana", "a b@c.example", "josé@c.example"]
    )
    async def test_refuses_an_address_that_is_none(self, to: str, mailer: tuple[Mailer, Sent]) -> None:
        sender, sent = mailer

        with pytest.raises(MailRefusedError):
            await sender.send(Email(kind="welcome", to=to, subject="s", text="t", html="h"))

        assert sent() == []

    async def test_refuses_a_subject_with_a_line_break(self, mailer: tuple[Mailer, Sent]) -> None:
        sender, sent = mailer

        with pytest.raises(MailRefusedError):
            await sender.send(Email(kind="w", to=MAIL.to, subject="Oi\r\nBcc: eve@evil.example", text="t", html="h"))

        assert sent() == []

    async def test_keeps_the_order(self, mailer: tuple[Mailer, Sent]) -> None:
        sender, sent = mailer

        for number in range(3):
            await sender.send(Email(kind="w", to=MAIL.to, subject=str(number), text="t", html="h"))

        assert [message["Subject"] for message in sent()] == ["0", "1", "2"]


class TestOutboxMailer:
    async def test_only_this_user_reads_it(self, letterhead: Letterhead, tmp_path: Path) -> None:
        folder = tmp_path / "deep" / "outbox"

        await OutboxMailer(folder, letterhead=letterhead, ids=SystemIds()).send(MAIL)

        [file] = folder.iterdir()
        assert (folder.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)
        assert file.name.endswith("-welcome.eml")

    async def test_a_folder_that_cannot_be_written_is_trouble_for_later(
        self, letterhead: Letterhead, tmp_path: Path
    ) -> None:
        (tmp_path / "file").write_text("")

        with pytest.raises(MailUnavailableError):
            await OutboxMailer(tmp_path / "file" / "outbox", letterhead=letterhead, ids=SystemIds()).send(MAIL)


class TestSmtpAnswers:
    async def test_the_envelope_names_sender_and_recipient(self, smtp: SmtpMailer, office: PostOffice) -> None:
        await smtp.send(MAIL)

        assert office.envelopes == [("no-reply@pytake.example", ["ana@aurora.example"])]

    @pytest.mark.parametrize("answer", ["550 5.1.1 no such user", "553 5.1.3 bad address"])
    async def test_an_address_that_is_refused_for_good(self, answer: str, smtp: SmtpMailer, office: PostOffice) -> None:
        office.to_recipient = answer

        with pytest.raises(MailRefusedError, match=answer[:3]):
            await smtp.send(MAIL)

    @pytest.mark.parametrize("answer", ["450 4.2.1 greylisted", "421 4.3.2 later"])
    async def test_an_address_that_is_refused_for_now(self, answer: str, smtp: SmtpMailer, office: PostOffice) -> None:
        office.to_recipient = answer

        with pytest.raises(MailUnavailableError):
            await smtp.send(MAIL)

    async def test_a_message_that_is_refused_for_good(self, smtp: SmtpMailer, office: PostOffice) -> None:
        office.to_message = f"554 5.7.1 {ODD}"

        with pytest.raises(MailRefusedError) as refused:
            await smtp.send(MAIL)

        assert ODD not in str(refused.value)

    async def test_a_message_that_is_refused_for_now(self, smtp: SmtpMailer, office: PostOffice) -> None:
        office.to_message = "452 4.3.1 no room"

        with pytest.raises(MailUnavailableError):
            await smtp.send(MAIL)

    async def test_nobody_there_is_trouble_for_later(self, letterhead: Letterhead) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]

        with pytest.raises(MailUnavailableError):
            await SmtpMailer(SmtpServer(host="127.0.0.1", port=port, security="none"), letterhead=letterhead).send(MAIL)

    async def test_a_server_that_says_nothing_is_trouble_for_later(
        self, letterhead: Letterhead, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("adapters.email.smtp.PATIENCE", 0.2)
        with socket.socket() as silent:
            silent.bind(("127.0.0.1", 0))
            silent.listen()
            server = SmtpServer(host="127.0.0.1", port=silent.getsockname()[1], security="none")

            with pytest.raises(MailUnavailableError):
                await SmtpMailer(server, letterhead=letterhead).send(MAIL)


class TestSecureWay:
    @pytest.fixture
    def certificate(self, tmp_path: Path) -> Path:
        return write_certificate(tmp_path)

    @pytest.fixture
    def trust(self, certificate: Path) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=certificate)

    @pytest.mark.parametrize("security", ["starttls", "tls"])
    async def test_login_and_message_go_encrypted(
        self, security: str, certificate: Path, trust: ssl.SSLContext, letterhead: Letterhead
    ) -> None:
        is_implicit = security == "tls"
        async with open_office(certificate=certificate, implicit_tls=is_implicit, needs_login=True) as office:
            url = f"smtp://pytake:segredo%20do%20e-mail@127.0.0.1:{office.port}?tls={security}"

            await SmtpMailer(parse_server(url), letterhead=letterhead, trust=trust).send(MAIL)

            assert (office.logins, len(office.taken)) == ([LOGIN.login], 1)
            assert is_implicit or office.was_encrypted == [True]

    async def test_a_certificate_of_somebody_else_ends_it(self, certificate: Path, letterhead: Letterhead) -> None:
        async with open_office(certificate=certificate) as office:
            server = parse_server(f"smtp://127.0.0.1:{office.port}?tls=starttls")

            with pytest.raises(MailUnavailableError):
                await SmtpMailer(server, letterhead=letterhead).send(MAIL)

            assert office.taken == []

    async def test_a_server_without_tls_gets_neither_login_nor_message(
        self, office: PostOffice, letterhead: Letterhead
    ) -> None:
        server = parse_server(f"smtp://pytake:secret@127.0.0.1:{office.port}?tls=starttls")

        with pytest.raises(MailUnavailableError):
            await SmtpMailer(server, letterhead=letterhead).send(MAIL)

        assert (office.logins, office.taken) == ([], [])

    async def test_a_wrong_password_is_trouble_for_later(
        self, certificate: Path, trust: ssl.SSLContext, letterhead: Letterhead
    ) -> None:
        async with open_office(certificate=certificate, needs_login=True) as office:
            server = parse_server(f"smtp://pytake:wrong@127.0.0.1:{office.port}?tls=starttls")

            with pytest.raises(MailUnavailableError):
                await SmtpMailer(server, letterhead=letterhead, trust=trust).send(MAIL)


class TestAddressOfTheServer:
    @pytest.mark.parametrize(
        ("url", "port", "security"),
        [
            ("smtp://mail.example", 587, "starttls"),
            ("smtp://mail.example:465", 465, "tls"),
            ("smtp://mail.example?tls=tls", 465, "tls"),
            ("smtp://mail.example:2525?tls=none", 2525, "none"),
            ("smtp://mail.example?tls=none", 25, "none"),
        ],
    )
    def test_is_read(self, url: str, port: int, security: str) -> None:
        server = parse_server(url)

        assert (server.host, server.port, server.security) == ("mail.example", port, security)

    def test_user_and_password_may_hold_any_sign(self) -> None:
        server = parse_server("smtp://post%40aurora.example:a%2Fb%3Ac@mail.example")

        assert (server.user, server.password) == ("post@aurora.example", "a/b:c")
        assert "a/b:c" not in repr(server)

    @pytest.mark.parametrize(
        "url",
        ["http://x", "smtp://", "smtp://x?tls=maybe", "smtp://x?speed=9", "smtp://x?tls", "smtp://u:topsecret@:x"],
    )
    def test_what_it_cannot_be_is_said_without_the_password(self, url: str) -> None:
        with pytest.raises(ValueError, match=r"must|takes|bad|Port|invalid|unpack|values") as wrong:
            parse_server(url)

        assert "topsecret" not in str(wrong.value)


@pytest.mark.parametrize("sender", ["", "PyTake", "no-reply", "PyTake <>"])
def test_a_sender_must_be_an_address(sender: str, frozen_clock: FrozenClock) -> None:
    with pytest.raises(ValueError, match="address"):
        Letterhead(sender, clock=frozen_clock)
