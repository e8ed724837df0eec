"""What the columns of a file mean, and what is done with whom one knows already."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Annotated

import msgspec

from domain.contacts.consent import MAX_TEXT_SHOWN, LegalBasis, Purpose
from domain.contacts.tag import MAX_TAGS_EACH
from domain.shared.errors import ErrorDetail
from domain.shared.ids import TagId

MAX_COLUMNS = 200
"""More than the hundred custom fields and all that a contact has besides."""
MAX_HEADING = 200
PREVIEWED = 10
"""Rows that a dry run shows as they would become."""

TEXTS = ("name", "phone", "email", "language", "time_zone")
LIFECYCLE, TAGS = "lifecycle_stage", "tags"
ATTRIBUTE, CONSENT = "attributes.", "consent."
IDENTIFYING = frozenset({"phone", "email", "name"})


class DuplicatePolicy(StrEnum):
    """What becomes of a row about somebody who is known, or who was in an earlier row."""

    SKIP = "skip"
    UPDATE = "update"
    FILL_EMPTY = "fill_empty"


Heading = Annotated[str, msgspec.Meta(max_length=MAX_HEADING)]
Target = Annotated[str, msgspec.Meta(max_length=100)]


class RowFault(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with a field of a row, in English as it is kept."""

    field: str
    message: str


class PreviewRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row as it would become: what is read by its target, and what is wrong with it."""

    row_number: int
    values: dict[str, str]
    errors: list[RowFault] = []


class ImportPlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a file is read. `mapping` is from a column's heading to what it holds; others are left out.

    A target is `name`, `phone`, `email`, `language`, `time_zone`, `lifecycle_stage`, `tags`, `attributes.<key>` or
    `consent.<purpose>`. Without a mapping the suggested one is taken.
    """

    mapping: Annotated[dict[Heading, Target], msgspec.Meta(max_length=MAX_COLUMNS)] | None = None
    duplicates: DuplicatePolicy = DuplicatePolicy.SKIP
    tag_ids: Annotated[tuple[TagId, ...], msgspec.Meta(max_length=MAX_TAGS_EACH)] = ()
    creates_tags: bool = True
    legal_basis: LegalBasis | None = None
    consent_text: Annotated[str, msgspec.Meta(max_length=MAX_TEXT_SHOWN)] | None = None


class SheetFound(msgspec.Struct, frozen=True, kw_only=True):
    """What was found in a file: its headings, what they seem to mean, and the first rows as they would become."""

    headings: tuple[str, ...] = ()
    suggested: dict[str, str] = {}
    preview: tuple[PreviewRow, ...] = ()


def wrong_in_plan(plan: ImportPlan, *, field_keys: Collection[str]) -> list[ErrorDetail]:
    """Find what is wrong with a plan, as far as it can be told without the file."""
    if plan.mapping is None:
        return []
    wrong = [
        ErrorDetail(field=f"plan.mapping.{heading}", message="no such target")
        for heading, target in plan.mapping.items()
        if not is_target(target, field_keys=field_keys)
    ]
    targets = [target for target in plan.mapping.values() if target != TAGS]
    if len(set(targets)) != len(targets):
        wrong.append(ErrorDetail(field="plan.mapping", message="two columns for the same"))
    if not IDENTIFYING.intersection(targets):
        wrong.append(ErrorDetail(field="plan.mapping", message="a column for the phone, the e-mail or the name"))
    if plan.legal_basis is None and any(target.startswith(CONSENT) for target in targets):
        wrong.append(ErrorDetail(field="plan.legal_basis", message="why they may be written to"))
    return wrong


def is_target(target: str, *, field_keys: Collection[str]) -> bool:
    """Whether a column can hold this."""
    if target.startswith(ATTRIBUTE):
        return target.removeprefix(ATTRIBUTE) in field_keys
    if target.startswith(CONSENT):
        return target.removeprefix(CONSENT) in set(Purpose)
    return target in {*TEXTS, LIFECYCLE, TAGS}


def columns_for(mapping: Mapping[str, str], headings: tuple[str, ...]) -> list[tuple[int, str]]:
    """Say which column holds what; of columns with the same heading the first."""
    places: dict[str, int] = {}
    for place, heading in enumerate(headings):
        places.setdefault(heading, place)
    return [(places[heading], target) for heading, target in mapping.items() if heading in places]
