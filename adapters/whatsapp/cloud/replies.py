"""What a customer chose: a button, a row, a template's quick reply, a filled form (reference 2.9, 2.10)."""

import msgspec

from adapters.whatsapp.cloud.fields import Fields, Id, fields_of, text_of
from adapters.whatsapp.shared.cleaning import clean
from domain.shared.content import Interactive

KINDS = {"button_reply": "button", "list_reply": "list"}
"""Meta's word for an answer, and ours for what was answered."""


class _Kind(msgspec.Struct):
    type: str


class _Choice(msgspec.Struct):
    id: Id = None
    title: str | None = None
    description: str | None = None


class _Form(msgspec.Struct):
    body: str | None = None
    response_json: msgspec.Raw = msgspec.Raw()


class _QuickReply(msgspec.Struct):
    payload: Id = None
    text: str | None = None


_KIND = msgspec.json.Decoder(_Kind)
_CHOICE = msgspec.json.Decoder(_Choice)
_FORM = msgspec.json.Decoder(_Form)
_QUICK_REPLY = msgspec.json.Decoder(_QuickReply)
_STRING = msgspec.json.Decoder(str)


def interactive(raw: msgspec.Raw) -> Interactive:
    """Read an answer; of kinds that only Meta knows, its word and its object are kept. Raises ValueError."""
    kind = _KIND.decode(raw).type
    answer = (fields_of(raw) or Fields()).get(kind)
    if not answer:
        raise ValueError(f"interactive has no {kind}")
    if kind in KINDS:
        choice = _CHOICE.decode(answer)
        return Interactive(kind=KINDS[kind], id=text_of(choice.id), title=choice.title, description=choice.description)
    return _form(answer) if kind == "nfm_reply" else Interactive(kind=kind, data=bytes(answer).decode())


def button(raw: msgspec.Raw) -> Interactive:
    """Read a template's quick reply; its payload is what was given when the template was sent."""
    reply = _QUICK_REPLY.decode(raw)
    return Interactive(kind="template", id=text_of(reply.payload), title=reply.text)


def _form(raw: msgspec.Raw) -> Interactive:
    """Keep a form's answer as text: it may be invalid JSON or no object (courier: nfm_reply_non_object.json)."""
    form = _FORM.decode(raw)
    data = bytes(form.response_json)
    if data.startswith(b'"'):
        data = clean(_STRING.decode(data).encode())
    return Interactive(kind="form", title=form.body, data=data.decode() or None)
