"""How long a `wait` may take at most."""

import re
from datetime import timedelta

from domain.flows.durations import read_duration
from domain.flows.limits import MAX_WAIT
from domain.flows.nodes.wait import Wait

_REPLY = "reply"
_DURATION = "duration"
_FROM_NOW = re.compile(r"""\s*now\s*\+\s*duration\(\s*["'](?P<length>[^"']+)["']\s*\)\s*""")
"""The expression whose length can be read without running it."""


def is_for_reply(node: Wait) -> bool:
    """Whether it waits for the contact, and not for a time."""
    return not node.data.until and node.data.what == _REPLY


def longest_sleep(node: Wait) -> timedelta:
    """Give the longest time: what is written, or what any expression may give."""
    found = _FROM_NOW.fullmatch(node.data.until)
    if node.data.until:
        written = found["length"] if found else ""
    else:
        written = node.data.duration if node.data.what == _DURATION else node.data.what
    length = read_duration(written)
    return MAX_WAIT if length is None else min(length, MAX_WAIT)
