import re
from collections.abc import Sequence
from typing import Literal

import msgspec
from msgspec import Struct

from simulator.ids import new_template_id
from simulator.wire import JsonObject

_VARIABLE = re.compile(r"\{\{\s*(\w+)\s*\}\}")


def variables_in(text: str) -> list[str]:
    """Return the distinct variables of a template text, in order."""
    return list(dict.fromkeys(_VARIABLE.findall(text)))


def fill(text: str, values: dict[str, str]) -> str:
    """Put values in the place of variables, leaving unknown ones as they are."""
    return _VARIABLE.sub(lambda match: values.get(match.group(1), match.group(0)), text)


class Template(Struct, kw_only=True):
    """A message template, as the Graph list shows it."""

    name: str
    language: str
    category: Literal["MARKETING", "UTILITY", "AUTHENTICATION"]
    components: list[JsonObject]
    status: str = "APPROVED"
    parameter_format: Literal["POSITIONAL", "NAMED"] = "POSITIONAL"
    rejected_reason: str = "NONE"
    quality_score: JsonObject = msgspec.field(default_factory=lambda: {"score": "UNKNOWN"})
    id: str = ""

    def component(self, kind: str) -> JsonObject | None:
        """Return the component of a kind."""
        return next((item for item in self.components if item.get("type") == kind), None)

    def text_of(self, kind: str) -> str:
        """Return the text of a component, empty when it has none."""
        found = self.component(kind)
        return str(found.get("text", "")) if found else ""

    def buttons(self) -> list[JsonObject]:
        """Return the template's buttons in order."""
        found = self.component("BUTTONS")
        items = found.get("buttons") if found else None
        return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


class TemplateStore:
    """The templates of every WABA."""

    def __init__(self) -> None:
        self._templates: dict[str, list[Template]] = {}

    def seed(self, waba_id: str, templates: Sequence[Template]) -> None:
        """Give a WABA its first templates, each under a new id."""
        for template in templates:
            self.add(waba_id, msgspec.structs.replace(template, id=""))

    def add(self, waba_id: str, template: Template) -> Template:
        """Add a template, replacing the one of the same name and language."""
        template.id = template.id or new_template_id()
        kept = [
            other
            for other in self._templates.get(waba_id, [])
            if (other.name, other.language) != (template.name, template.language)
        ]
        self._templates[waba_id] = [*kept, template]
        return template

    def find(self, waba_id: str, *, name: str, language: str) -> Template | None:
        """Return a template; the language must match exactly (Meta has no fallback)."""
        for template in self._templates.get(waba_id, []):
            if template.name == name and template.language == language:
                return template
        return None

    def by_id(self, template_id: str) -> Template | None:
        """Return a template of any WABA by its id."""
        return next((found for each in self._templates.values() for found in each if found.id == template_id), None)

    def owner_of(self, template_id: str) -> str | None:
        """Return the WABA of a template."""
        return next(
            (waba_id for waba_id, each in self._templates.items() if any(one.id == template_id for one in each)), None
        )

    def of(self, waba_id: str) -> list[Template]:
        """Return a WABA's templates in order of creation."""
        return self._templates.get(waba_id, [])

    def remove(self, waba_id: str, name: str, *, template_id: str | None = None) -> bool:
        """Delete a name in all its languages, or the one of this id; say whether there was one."""
        kept = [
            template
            for template in self.of(waba_id)
            if template.name != name or (template_id is not None and template.id != template_id)
        ]
        found = len(kept) < len(self.of(waba_id))
        self._templates[waba_id] = kept
        return found
