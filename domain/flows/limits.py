"""Every limit of flows, with its reason. Those of messages are WhatsApp's."""

from datetime import timedelta

MAX_DOCUMENT_BYTES = 2 * 1024 * 1024
"""Five hundred nodes of four kilobytes each; beyond it somebody uploads something that is not a flow."""
MAX_NAME = 200
"""Characters of a flow's name: lists show it, a hundred at once."""
MAX_NODES = 500
"""More than any flow a person can still read; a document above it is refused."""
MAX_EDGES = 5_000
"""Ten ways out of each node: as many as the rows of a list."""
MAX_NESTING = 32
"""How deep a value may lie inside lists and objects, so that no walk over it can exhaust the stack."""

MAX_STEPS = 100
"""Nodes run in one sprint. No sensible flow runs so many without waiting, so it is a loop."""
MAX_MESSAGES = 20
"""Messages sent in one sprint. A contact who gets more in one breath reports the number as spam."""
MAX_JUMPS = 10
"""Flows open inside each other; deeper is a flow that calls itself."""
MAX_CONTEXT_BYTES = 64 * 1024
"""All variables of a session as JSON: it is read and written with every message of the contact."""
MAX_WAIT = timedelta(days=30)
"""The longest a session may wait; a version must not be kept alive for ever by one contact."""
MAX_WAIT_MINUTES = 30 * 24 * 60
"""The same in the unit of the document."""
MAX_NOTE_BYTES = 2 * 1024
"""A value in the trace: enough to understand a decision, without a copy of every variable in each step."""
MAX_REASON = 300
"""Characters of a reason in the trace."""
MAX_OUTCOME = 100
"""Characters of an outcome: reports group by it."""
DEFAULT_SESSION_MINUTES = 24 * 60
"""WhatsApp's service window: after it no free message may be sent, so the session could not go on anyway."""
MAX_JOIN_SECONDS = 30
"""Whoever waits longer for an answer than this has already asked whether anybody is there."""
MAX_ANSWERS = 20
"""Answers that a session remembers for whoever takes over: a person reads no more."""
MAX_CALL_SECONDS = 30
"""The longest a web service may take: the contact is waiting."""
MAX_CALL_RETRIES = 5
"""Tries after the first; with the pauses between them the contact has waited a minute by then."""
DEFAULT_RETRIES = 2
"""Wrong answers that are asked again where the flow does not say: three chances altogether."""
MAX_RETRIES = 10
"""Asking more often than this is harassment."""

MAX_TEXT = 4096
"""Meta: text message body."""
MAX_INTERACTIVE_TEXT = 1024
"""Meta: body of a message with buttons or a list, and a caption."""
MAX_BUTTONS = 3
"""Meta: reply buttons of one message."""
MAX_ROWS = 10
"""Meta: rows of a list, over all its sections."""
MAX_BUTTON_TITLE = 20
"""Meta: title of a reply button, and the button that opens a list."""
MAX_ROW_TITLE = 24
"""Meta: title of a list row or section."""
MAX_ROW_DESCRIPTION = 72
"""Meta: description of a list row."""
MAX_HEADER = 60
"""Meta: header or footer of an interactive message."""
