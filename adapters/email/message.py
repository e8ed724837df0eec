"""An e-mail as the world writes it (RFC 5322): both forms in one message, marked as one that nobody is to answer."""

from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid, parseaddr

from application.ports.clock import Clock
from application.ports.emails import Email, MailRefusedError


class Letterhead:
    """Turns e-mails into messages from one sender, `PyTake <no-reply@pytake.example>`. Raises ValueError otherwise."""

    def __init__(self, sender: str, *, clock: Clock) -> None:
        name, address = parseaddr(sender)
        self._from, self._clock = _address(address, name=name), clock

    @property
    def sender(self) -> str:
        """The bare address, to which servers return what they cannot deliver."""
        return self._from.addr_spec

    def message(self, email: Email) -> EmailMessage:
        """Write the message. Raises MailRefusedError when the address is none."""
        message = EmailMessage(policy=SMTP)
        message["From"] = self._from
        try:
            message["To"] = _address(email.to)
            message["Subject"] = email.subject
        except ValueError as error:
            raise MailRefusedError("the address, or the subject, cannot stand in a header") from error
        message["Date"] = format_datetime(self._clock.now())
        message["Message-ID"] = make_msgid(domain=self._from.domain)
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no holiday note is wanted
        message.set_content(email.text)
        message.add_alternative(email.html, subtype="html")
        return message


def _address(text: str, *, name: str = "") -> Address:
    """Read `somebody@somewhere`. Raises ValueError for everything else, for which the standard library has three."""
    try:
        address = Address(display_name=name, addr_spec=text)
    except (ValueError, IndexError, MessageError) as error:
        raise ValueError("must be an e-mail address") from error
    if not address.domain or not address.username:
        raise ValueError("must be an e-mail address")
    return address
