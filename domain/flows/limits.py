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
MAX_JOINING = timedelta(minutes=1)
"""Since the first piece of a reply: whoever types on for longer is answered meanwhile."""
MAX_FRAGMENTS = 20
"""Pieces of one reply; more is somebody who pastes a chat."""
MAX_ANSWERS = 20
"""Answers that a session remembers for whoever takes over: a person reads no more."""
MAX_ANSWER_TEXT = 300
"""Characters of a question or an answer that a session remembers: enough to know what it was about."""
MAX_CALLS = 50
"""Calls without a word of the contact's and without a pause between them: it is a loop, and costs the company."""
MAX_CALL_SECONDS = 30
"""The longest a web service may take: the contact is waiting."""
MAX_CALL_RETRIES = 5
"""Tries after the first; with the pauses between them the contact has waited a minute by then."""
MAX_CALL_BODY = 256 * 1024
"""Bytes sent to a web service: four times everything a session may hold."""
MAX_URL = 8 * 1024
"""Characters of an address: what web servers take as one line."""
MAX_AI_TOKENS = 4_096
"""Of one answer: four WhatsApp messages full."""
MAX_AI_HISTORY = 50
"""Earlier messages that a language model sees: more cost the company, and tell it nothing new."""
MAX_AI_QUESTION = 8 * 1024
"""Characters of what is asked of a language model: two of the longest messages."""
MAX_BRANCHES = 20
"""Ways of an A/B test: with more, none of them is seen often enough to compare."""
MAX_ACTIONS = 20
"""Things that one node does: more than one screen."""
MAX_ACTION_TEXT = 2_000
"""Characters of a note or a notice: people read it between two messages."""
MAX_LABEL = 200
"""Characters of a name: a tag, a department, an attribute, a person."""
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
MAX_BUTTON_ID = 256
"""Meta: id of a reply button."""
MAX_ROW_ID = 200
"""Meta: id of a list row."""
MAX_SECTIONS = 10
"""Meta: sections of a list."""
MAX_CARDS = 257
"""Meta: contacts of one message."""
MAX_TEMPLATE_NAME = 512
"""Meta: name of a template."""
MAX_TEMPLATE_SPACES = 4
"""Meta: spaces in a row in a template's parameter."""
