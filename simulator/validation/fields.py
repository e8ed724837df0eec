"""Reading a request field by field, refusing with Meta's codes and naming the field."""

from collections.abc import Collection

from simulator.errors import GraphError
from simulator.wire import JsonObject


def invalid(path: str, problem: str) -> GraphError:
    """Refuse a value that has the right type but breaks a rule (131009)."""
    return GraphError(131009, f"{path}: {problem}")


def wrong_type(path: str, expected: str) -> GraphError:
    """Refuse a value of the wrong JSON type (100)."""
    return GraphError(100, f"Param {path} must be {expected}.")


class Fields:
    """A JSON object of the request with the path that leads to it (`text`, `interactive['action']`)."""

    def __init__(self, values: JsonObject, path: str = "") -> None:
        self.values = values
        self.path = path

    def at(self, name: str | int) -> str:
        """Return the path of a member as Meta writes it."""
        if not self.path:
            return str(name)
        return f"{self.path}[{name!r}]"

    def has(self, name: str) -> bool:
        """Say whether the member is there and not null."""
        return self.values.get(name) is not None

    def text(self, name: str, *, most: int, least: int = 1) -> str:
        """Return a required text between two lengths in characters."""
        value = self._required(name)
        if not isinstance(value, str):
            raise wrong_type(self.at(name), "a string")
        if len(value) > most:
            raise GraphError(100, f"Param {self.at(name)} must be at most {most} characters long.")
        if len(value) < least:
            raise GraphError(100, f"Param {self.at(name)} must be at least {least} characters long.")
        return value

    def label(self, name: str, *, most: int) -> str:
        """Return a required short text of an interactive message (131009 when its length is wrong)."""
        value = self._required(name)
        if not isinstance(value, str):
            raise wrong_type(self.at(name), "a string")
        if not 1 <= len(value) <= most:
            raise invalid(self.at(name), f"length invalid. Min length: 1, Max length: {most}")
        return value

    def optional_text(self, name: str, *, most: int) -> str | None:
        """Return a text that may be absent."""
        return self.text(name, most=most, least=0) if self.has(name) else None

    def optional_label(self, name: str, *, most: int) -> str | None:
        """Return a short text that may be absent."""
        return self.label(name, most=most) if self.has(name) else None

    def choice(self, name: str, choices: Collection[str]) -> str:
        """Return a required text that is one of a set."""
        value = self._required(name)
        if not isinstance(value, str) or value not in choices:
            listed = ", ".join(sorted(choices))
            raise GraphError(100, f"Param {self.at(name)} must be one of {{{listed}}} - got {value!r}.")
        return value

    def number(self, name: str, *, low: float, high: float) -> float:
        """Return a required number in a range; Meta also takes it as text."""
        value = self._required(name)
        try:
            number = float(value) if isinstance(value, (int, float, str)) else None
        except ValueError:
            number = None
        if number is None or not low <= number <= high:
            raise invalid(self.at(name), f"must be a number between {low:g} and {high:g}")
        return number

    def flag(self, name: str) -> bool:
        """Return a boolean that is false when absent."""
        value = self.values.get(name)
        if value is not None and not isinstance(value, bool):
            raise wrong_type(self.at(name), "a boolean")
        return bool(value)

    def child(self, name: str) -> "Fields":
        """Return a required object."""
        value = self._required(name)
        if not isinstance(value, dict):
            raise wrong_type(self.at(name), "a JSON object")
        return Fields(value, self.at(name))

    def optional_child(self, name: str) -> "Fields | None":
        """Return an object that may be absent."""
        return self.child(name) if self.has(name) else None

    def children(self, name: str, *, most: int, least: int = 1) -> "list[Fields]":
        """Return a required list of objects between two sizes."""
        value = self._required(name)
        if not isinstance(value, list):
            raise wrong_type(self.at(name), "an array")
        if not least <= len(value) <= most:
            raise invalid(self.at(name), f"invalid count {len(value)}. Min allowed: {least}, Max allowed: {most}")
        inside = Fields({}, self.at(name))
        found: list[Fields] = []
        for position, item in enumerate(value):
            if not isinstance(item, dict):
                raise wrong_type(inside.at(position), "a JSON object")
            found.append(Fields(item, inside.at(position)))
        return found

    def _required(self, name: str) -> object:
        value = self.values.get(name)
        if value is None:
            raise GraphError(131008, f"{self.at(name)} is required.")
        return value


def refuse_repeats(values: list[str], path: str) -> None:
    """Refuse a list in which a value appears twice."""
    for position, value in enumerate(values):
        if value in values[:position]:
            raise invalid(path, f"duplicated value {value!r}")
