"""What is doubtful about asking the world: secrets in the open, answers that nobody waits for."""

import re
from collections.abc import Iterator

from domain.flows.inspection.finding import Finding, Severity, doubt
from domain.flows.inspection.plan import Plan
from domain.flows.nodes.ai import Ai
from domain.flows.nodes.api_call import ApiCall
from domain.flows.nodes.erp import Erp
from domain.flows.open_secrets import is_open_header, is_open_secret

_DATA_IN_TEXT = re.compile(r"\{(?:\{(?!-?\s*(?:flow|now)\b)|%)")
"""A text that shows something else than the flow's own name or the time."""


def calls(plan: Plan) -> Iterator[Finding]:
    """Warn of what may be a mistake."""
    for node in plan.document.nodes:
        if isinstance(node, ApiCall | Erp | Ai) and "error" not in plan.handles(node.id):
            message = "when the call fails, the flow's `on_error` decides: draw an error edge"
            yield doubt("no_error_edge", message, node=node.id)
        if isinstance(node, ApiCall):
            yield from _request(node)
        if isinstance(node, Ai) and _DATA_IN_TEXT.search(node.data.prompt):
            message = "what others wrote becomes the company's own word to the model: put it into the question"
            yield doubt("data_in_prompt", message, node=node.id)


def _request(node: ApiCall) -> Iterator[Finding]:
    data = node.data
    if data.url.strip().lower().startswith("http://"):
        yield doubt("plain_http", "everybody on the way can read a request over http: use https", node=node.id)
    written = [f"?{name}={value}" for name, value in data.query.items()]
    if any(is_open_secret(text) for text in (data.url, *written)):
        yield doubt("secret_in_url", "addresses are logged on the way: put the secret into a header", node=node.id)
    for name, value in data.headers.items():
        if is_open_header(name, value):
            yield Finding(
                code="secret_in_header",
                message=f"header '{name}' seems to hold a secret: name one with {{{{secrets.NAME}}}}",
                node=node.id,
                severity=Severity.WARNING,
                place=f"data.headers.{name}",
                params={"name": name},
            )
