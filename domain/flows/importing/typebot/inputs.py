"""Inputs: what a Typebot asks."""

from domain.flows.importing.typebot.making import Converter, Made, Way, Work
from domain.flows.importing.typebot.schema import Json, object_of, text_of
from domain.flows.limits import MAX_BUTTON_TITLE, MAX_BUTTONS, MAX_ROW_DESCRIPTION, MAX_ROW_TITLE, MAX_ROWS

_ASK = {
    "text input": "Escreva a sua resposta:",
    "number input": "Envie um número:",
    "email input": "Qual é o seu e-mail?",
    "url input": "Envie um endereço da internet (https://…):",
    "date input": "Envie uma data (31/12/2026):",
    "phone number input": "Qual é o seu telefone, com DDD?",
    "choice input": "Escolha uma opção:",
    "picture choice input": "Escolha uma opção:",
    "rating input": "Que nota você dá?",
    "file input": "Envie o arquivo:",
}
"""What is asked where no text stands before the input: in WhatsApp there is no field to fill in."""
_KINDS = {
    "text input": "text",
    "number input": "number",
    "email input": "email",
    "date input": "date",
    "phone number input": "phone",
    "file input": "media",
}
_DEFAULT_RATING = 10
_URL = r"^https?://\S+$"


def ask(work: Work) -> Made:
    """Make a question."""
    options = work.block.told()
    data = _question(work, _KINDS.get(work.block.type, "text"))
    if work.block.type == "url input":
        data |= {"kind": "regex", "pattern": _URL}
    if any(key in options for key in ("min", "max", "step")) and work.block.type == "number input":
        work.changed("number_limits", "the smallest and largest number are not asked for: add a condition after it")
    if options.get("isRange") is True or options.get("hasTime") is True:
        data["kind"] = "text"
        work.changed("date_as_text", "a range of dates, or a time, is taken as it is written")
    if options.get("isMultipleAllowed") is True:
        work.changed("one_file", "one file is taken")
    return Made(type="question", data=data)


def choose(work: Work) -> Made:
    """Make a question with buttons or a list; more than WhatsApp shows, or several at once, are typed."""
    options, items = work.block.told(), work.block.items
    titles = [_title(work, item) for item in items]
    ways = tuple(Way(str(item.get("id")), _edge(item)) for item in items)
    if options.get("dynamicVariableId"):
        work.changed("dynamic_choices", "the choices came out of a variable: the answer is typed")
        return Made(type="question", data=_question(work, "text"))
    if options.get("isMultipleChoice") is True or not items:
        work.changed("several_choices", "WhatsApp lets one press one choice: the answer is typed")
        listed = "\n".join(f"{number}. {title}" for number, title in enumerate(titles, start=1))
        data = _question(work, "text")
        return Made(type="question", data={**data, "text": f"{data['text']}\n{listed}".strip()})
    if len(items) > MAX_ROWS:
        work.changed(
            "too_many_choices",
            "WhatsApp shows {limit} choices: {count} were left out",
            limit=MAX_ROWS,
            count=len(items) - MAX_ROWS,
        )
        titles, ways = titles[:MAX_ROWS], ways[:MAX_ROWS]
    data = {"text": _asked(work), **_saved(work), **_menu(work, ways, titles)}
    return Made(type="message", data=data, ways=ways)


def rate(work: Work) -> Made:
    """Make a question for a number from one to the highest."""
    length = work.block.told().get("length")
    highest = length if isinstance(length, int) and 1 < length <= MAX_ROWS else _DEFAULT_RATING
    data = _question(work, "choice")
    return Made(
        type="question",
        data={**data, "list": {"button": "Ver notas", "rows": [str(number) for number in range(1, highest + 1)]}},
    )


def pay(work: Work) -> None:
    """Tell that nothing takes money here."""
    work.lost("payment", "payments are not taken inside a conversation: send a link or a PIX code instead")


def _menu(work: Work, ways: tuple[Way, ...], titles: list[str]) -> Json:
    if len(titles) <= MAX_BUTTONS and all(len(title) <= MAX_BUTTON_TITLE for title in titles):
        pairs = zip(ways, titles, strict=True)
        return {"buttons": [{"id": way.handle, "title": title} for way, title in pairs]}
    if any(len(title) > MAX_ROW_TITLE for title in titles):
        work.changed(
            "choice_cut",
            "titles of choices have {limit} characters; the rest stands below them",
            limit=MAX_ROW_TITLE,
        )
    return {"list": {"rows": [_row(way.handle, title) for way, title in zip(ways, titles, strict=True)]}}


def _row(row_id: str, title: str) -> Json:
    if len(title) <= MAX_ROW_TITLE:
        return {"id": row_id, "title": title}
    cut = title[: MAX_ROW_TITLE - 1].rstrip() + "…"
    return {"id": row_id, "title": cut, "description": title[:MAX_ROW_DESCRIPTION]}


def _title(work: Work, item: Json) -> str:
    if object_of(item, "displayCondition").get("isEnabled") is True:
        work.changed("choice_condition", "a choice that was shown at times is shown always")
    title = text_of(item, "content") or text_of(item, "title")
    return work.text(title).strip() or "…"


def _edge(item: Json) -> str | None:
    return text_of(item, "outgoingEdgeId") or None


def _question(work: Work, kind: str) -> Json:
    retry = text_of(work.block.told(), "retryMessageContent")
    return {
        "text": _asked(work),
        "kind": kind,
        **_saved(work),
        **({"retry_text": work.text(retry)} if retry else {}),
    }


def _asked(work: Work) -> str:
    """Give what was said just before, else the field's own label, else words of ours."""
    labels = object_of(work.block.told(), "labels")
    return work.lead or work.text(text_of(labels, "placeholder")).strip() or _ASK.get(work.block.type, "…")


def _saved(work: Work) -> Json:
    name = work.names.of(work.block.told().get("variableId"))
    return {"save_as": name} if name else {}


INPUTS: dict[str, Converter] = {
    **dict.fromkeys((*_KINDS, "url input"), ask),
    "choice input": choose,
    "picture choice input": choose,
    "rating input": rate,
    "payment input": pay,
}
