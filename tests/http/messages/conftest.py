"""An inbox to write into."""

from tests.http.conversations.conftest import Inbox, inbox

__all__ = ["Inbox", "inbox"]
