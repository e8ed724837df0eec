"""A condition's comparisons as cases of ours."""

from domain.flows.importing.typebot.making import Work
from domain.flows.importing.typebot.names import mentions
from domain.flows.importing.typebot.schema import Json, text_of

_OPERATORS = {
    "Equal to": "eq",
    "Not equal": "neq",
    "Contains": "contains",
    "Does not contain": "not_contains",
    "Greater than": "gt",
    "Greater or equal to": "gte",
    "Less than": "lt",
    "Less or equal to": "lte",
    "Is set": "is_not_empty",
    "Is empty": "is_empty",
    "Starts with": "starts_with",
    "Ends with": "ends_with",
}
_REGEX = {"Matches regex": "", "Does not match regex": "!"}
_EXPRESSIONS = {
    "eq": "string({left}) == {right}",
    "neq": "string({left}) != {right}",
    "contains": "string({left}).contains({right})",
    "not_contains": "!string({left}).contains({right})",
    "gt": "double({left}) > double({right})",
    "gte": "double({left}) >= double({right})",
    "lt": "double({left}) < double({right})",
    "lte": "double({left}) <= double({right})",
    "is_not_empty": "has({left}) && string({left}) != ''",
    "is_empty": "(!has({left}) || string({left}) == '')",
    "starts_with": "string({left}).startsWith({right})",
    "ends_with": "string({left}).endsWith({right})",
}


def cases_of(work: Work, item_id: str, comparisons: list[Json], *, is_or: bool) -> list[Json]:
    """Give the cases of one item: one, or for OR one a comparison, whose ids all begin with the item's.

    A single comparison is a triple, which compares as people do; joined by AND it is an expression, which is strict.
    """
    known = [comparison for comparison in comparisons if _is_known(work, comparison)]
    if is_or or len(known) == 1:
        ids = [item_id, *(f"{item_id}#{number}" for number in range(2, len(known) + 1))]
        return [{"id": case_id, **_case(work, one)} for case_id, one in zip(ids, known, strict=False)]
    if not known:
        return []
    return [{"id": item_id, "expression": " && ".join(f"({_expression(work, one)})" for one in known)}]


def _is_known(work: Work, comparison: Json) -> bool:
    operator = text_of(comparison, "comparisonOperator")
    if work.names.of(comparison.get("variableId")) is None:
        work.changed("comparison_lost", "a comparison without a variable was left out")
        return False
    if operator not in _OPERATORS and operator not in _REGEX:
        work.changed(
            "comparison_unknown", "the comparison '{operator}' is not known and was left out", operator=operator
        )
        return False
    return True


def _case(work: Work, comparison: Json) -> Json:
    operator = text_of(comparison, "comparisonOperator")
    if operator in _REGEX:
        return {"expression": _expression(work, comparison)}
    case: Json = {"variable": f"vars.{_left(work, comparison)}", "operator": _OPERATORS[operator]}
    value = text_of(comparison, "value")
    return {**case, "value": work.text(value)} if value else case


def _expression(work: Work, comparison: Json) -> str:
    left = f"vars.{_left(work, comparison)}"
    operator, value = text_of(comparison, "comparisonOperator"), text_of(comparison, "value")
    if operator in _REGEX:
        return f"{_REGEX[operator]}string({left}).matches({_quoted(value)})"
    return _EXPRESSIONS[_OPERATORS[operator]].format(left=left, right=_right(work, value))


def _left(work: Work, comparison: Json) -> str:
    return work.names.of(comparison.get("variableId")) or ""


def _right(work: Work, value: str) -> str:
    """Give a value as an expression; one that is a single mention is that variable."""
    mentioned = mentions(value)
    if len(mentioned) == 1 and value.strip() == f"{{{{{mentioned[0]}}}}}":
        return f"string(vars.{work.names.said(mentioned[0])})"
    if mentioned:
        work.changed("mixed_value", "a value that mixes text and variables is compared as it is written")
    return _quoted(value)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n")
    return f"'{escaped}'"
