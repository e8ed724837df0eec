"""A call to a provider that has no answer: whether it may have been acted upon decides whether it may be made again.

NotAnsweredError
├── NeverSentError     the request certainly did not reach the provider: it may be tried again
├── NoAnswerError      it may have reached the provider and been acted upon
└── WrongSettingsError no request can be made with this address or secret
"""


class NotAnsweredError(Exception):
    """There is no answer; `code` is ours and stable."""

    code = "NO_ANSWER"


class NeverSentError(NotAnsweredError):
    """The request did not leave, or nobody took it."""

    code = "NEVER_SENT"


class NoAnswerError(NotAnsweredError):
    """The request left, and no whole answer came back."""


class WrongSettingsError(NotAnsweredError):
    """The address or the secret cannot be used at all."""

    code = "WRONG_SETTINGS"
