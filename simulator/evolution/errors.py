"""Errors as Evolution API answers them: the message is a text, a list of texts, or a list of objects."""

from typing import Any

from litestar import Request, Response

_NAMES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    429: "Too Many Requests",
    500: "Internal Server Error",
    503: "Service Unavailable",
}


class EvolutionError(Exception):
    """A refusal."""

    def __init__(self, status: int, message: object) -> None:
        super().__init__(f"{status}: {message}")
        self.status, self.message = status, message


def answer_evolution_error(_: Request[Any, Any, Any], error: EvolutionError) -> Response[dict[str, object]]:
    """Answer with the server's envelope."""
    name = _NAMES.get(error.status, "Error")
    body: dict[str, object] = {"status": error.status, "error": name, "response": {"message": error.message}}
    return Response(body, status_code=error.status)
