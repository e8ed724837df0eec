"""Patterns by RE2: linear in the text whatever the pattern, no look-around, no back-references."""

from functools import lru_cache

import re2

from domain.flows.language import Search

_MAX_PATTERN = 512
"""Longer than any pattern a person wrote on purpose."""
_MAX_TEXT = 4096
"""WhatsApp's longest text; what lies behind is not searched."""
_MAX_MEMORY = 1024 * 1024
"""Bytes a compiled pattern may use, so that the cache holds 256 MiB at the very worst."""
_CACHED = 256
"""Patterns kept compiled: those of the flows that run now."""


class Re2:
    """Searches anywhere in the text, ignoring case."""

    def search(self, pattern: str, text: str) -> Search:
        """Search the first 4,096 characters."""
        try:
            return Search(found=_compiled(pattern).search(text[:_MAX_TEXT]) is not None)
        except (re2.error, ValueError) as error:
            return Search(error=_reason(error))

    def check(self, pattern: str) -> str | None:
        """Compile it."""
        return self.search(pattern, "").error


@lru_cache(maxsize=_CACHED)
def _compiled(pattern: str) -> re2._Regexp:
    if len(pattern) > _MAX_PATTERN:
        message = f"a pattern has at most {_MAX_PATTERN} characters"
        raise ValueError(message)
    options = re2.Options()
    options.log_errors = False
    options.case_sensitive = False
    options.max_mem = _MAX_MEMORY
    return re2._Regexp(pattern, options)  # noqa: SLF001  # re2.compile keeps a second cache, of its own size


def _reason(error: Exception) -> str:
    reason = error.args[0] if error.args else error
    return reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
