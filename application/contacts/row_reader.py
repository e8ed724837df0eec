"""A row of a table read as what it says of a contact, by the import's plan; whatever is wrong with it is named."""

import csv
import io
from collections.abc import Sequence

import msgspec

from application.contacts.contact_checks import as_kept, wrong_in_contact
from application.ports.sheets import SheetRow
from domain.contacts.consent import Purpose
from domain.contacts.contact import LifecycleStage
from domain.contacts.contact_import import RowError
from domain.contacts.escaping import unescaped
from domain.contacts.fields import ContactField, MisfitError
from domain.contacts.import_plan import ATTRIBUTE, CONSENT, LIFECYCLE, TAGS, TEXTS, PreviewRow, RowFault
from domain.contacts.import_values import many, stage_of, value_of, yes_or_no
from domain.contacts.tag import MAX_TAGS_EACH, wrong_in_tag
from domain.shared.phone import phone_key
from domain.shared.phrases import Phrase, phrase

MAX_RAW = 10_000
"""Characters that are kept of a row with something wrong; a longer one is cut."""
WRONG_VALUE, NOBODY = "WRONG_VALUE", "NOBODY"


class Draft(msgspec.Struct, kw_only=True, eq=False):
    """What a row says. What is empty in it says nothing."""

    row: SheetRow
    texts: dict[str, str] = {}
    stage: LifecycleStage | None = None
    attributes: dict[str, object] = {}
    tags: tuple[str, ...] = ()
    consents: dict[Purpose, bool] = {}
    errors: list[RowError] = []

    @property
    def key(self) -> str | None:
        """Give the matching form of the phone."""
        phone = self.texts.get("phone")
        return phone_key(phone) if phone else None

    @property
    def email_key(self) -> str | None:
        """Give the e-mail, by which somebody without a phone is known."""
        return self.texts.get("email") if "phone" not in self.texts else None

    def refuse(self, field: str, code: str, message: Phrase) -> None:
        """Note what is wrong."""
        raw = as_line(self.row.cells)[:MAX_RAW].replace("\x00", "")
        self.errors.append(RowError(row_number=self.row.number, field=field, code=code, message=str(message), raw=raw))


class RowReader:
    """Reads rows, for columns that are known."""

    def __init__(self, columns: Sequence[tuple[int, str]], fields: Sequence[ContactField]) -> None:
        self._columns = columns
        self._fields = {field.key: field for field in fields}

    def read(self, row: SheetRow) -> Draft:
        """Say what a row says, and what is wrong with it."""
        draft = Draft(row=row)
        cells, width = row.cells, len(row.cells)
        for place, target in self._columns:
            if place < width and (text := unescaped(cells[place])):
                self._take(draft, target, text.replace("\x00", "\ufffd"))
        wrong = wrong_in_contact(draft.texts)
        for detail in wrong:
            draft.refuse(detail.field, WRONG_VALUE, detail.said)
        if not wrong:
            draft.texts = {name: as_kept(name, text) or text for name, text in draft.texts.items()}
        if not draft.errors and not draft.texts.keys() & {"name", "phone", "email"}:
            draft.refuse("name", NOBODY, phrase("a name, a phone or an e-mail"))
        return draft

    def _take(self, draft: Draft, target: str, text: str) -> None:
        if target in TEXTS:
            draft.texts[target] = text
        elif target == LIFECYCLE:
            draft.stage = stage_of(text)
            if draft.stage is None:
                draft.refuse(target, WRONG_VALUE, phrase("one of {choices}", choices=", ".join(LifecycleStage)))
        elif target == TAGS:
            self._take_tags(draft, text)
        elif target.startswith(ATTRIBUTE):
            self._take_value(draft, target, text)
        elif target.startswith(CONSENT):
            said = yes_or_no(text)
            if said is None:
                draft.refuse(target, WRONG_VALUE, phrase("yes or no"))
            else:
                draft.consents[Purpose(target.removeprefix(CONSENT))] = said

    def _take_value(self, draft: Draft, target: str, text: str) -> None:
        field = self._fields.get(target.removeprefix(ATTRIBUTE))
        if field is None:
            draft.refuse(target, WRONG_VALUE, phrase("the company has no such field"))
            return
        try:
            draft.attributes[field.key] = value_of(field, text)
        except MisfitError as misfit:
            draft.refuse(target, WRONG_VALUE, misfit.right)

    @staticmethod
    def _take_tags(draft: Draft, text: str) -> None:
        names = tuple(many(text))
        if len(names) > MAX_TAGS_EACH:
            draft.refuse(TAGS, WRONG_VALUE, phrase("at most {limit} tags", limit=MAX_TAGS_EACH))
        for name in names:
            for detail in wrong_in_tag(name=name):
                draft.refuse(TAGS, WRONG_VALUE, detail.said)
        draft.tags += names


def as_line(cells: Sequence[str]) -> str:
    """Write cells as a line of CSV."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()


def previewed(draft: Draft) -> PreviewRow:
    """Show a row as it would become."""
    values = dict(draft.texts)
    values |= {f"{ATTRIBUTE}{key}": str(value) for key, value in draft.attributes.items()}
    values |= {f"{CONSENT}{purpose}": str(said).lower() for purpose, said in draft.consents.items()}
    if draft.stage is not None:
        values[LIFECYCLE] = str(draft.stage)
    if draft.tags:
        values[TAGS] = ", ".join(draft.tags)
    errors = [RowFault(field=error.field, message=error.message) for error in draft.errors]
    return PreviewRow(row_number=draft.row.number, values=values, errors=errors)
