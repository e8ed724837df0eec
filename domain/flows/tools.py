"""What the caller lends the engine for one sprint."""

from collections.abc import Mapping

import msgspec

from domain.flows.flow import FlowVersion
from domain.flows.hours import AlwaysOpen, Hours
from domain.flows.language import (
    Evaluation,
    Expressions,
    Facts,
    Language,
    Regex,
    Rendering,
    Search,
    Templates,
)
from domain.flows.session import Value
from domain.shared.ids import FlowId, FlowVersionId

__all__ = ["Evaluation", "Expressions", "Facts", "Hours", "Regex", "Rendering", "Search", "Templates", "Tools"]


class Tools(msgspec.Struct, frozen=True, kw_only=True):
    """The languages, the facts, and the other flows: `flows` to jump to, `versions` to return to (by frame).

    `seed` changes what random branches choose; what they choose otherwise hangs on the session alone. `variables` are
    the chatbot's, which its flows begin with: a flow's own of the same name count more.
    """

    expressions: Expressions
    templates: Templates
    regex: Regex
    facts: Facts = Facts()
    flows: Mapping[FlowId, FlowVersion] = {}
    versions: Mapping[FlowVersionId, FlowVersion] = {}
    hours: Hours = AlwaysOpen()
    seed: str = ""
    variables: dict[str, Value] = {}

    @property
    def language(self) -> Language:
        """The languages alone, which is all that nodes get."""
        return Language(expressions=self.expressions, templates=self.templates, regex=self.regex)

    def version(self, version_id: FlowVersionId, *, flow_id: FlowId) -> FlowVersion | None:
        """Find the very version that a session or a frame names."""
        published = self.flows.get(flow_id)
        if published is not None and published.id == version_id:
            return published
        return self.versions.get(version_id)
