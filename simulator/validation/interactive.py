"""Interactive messages (Meta: cloud-api/messages/interactive-*); limits as Meta publishes them."""

from collections.abc import Callable

from simulator.validation.fields import Fields, invalid, refuse_repeats
from simulator.validation.media import check_media

BODY_MAX = 1024
LIST_BODY_MAX = 4096
HEADER_MAX = 60
FOOTER_MAX = 60
BUTTONS_MAX = 3
BUTTON_TITLE_MAX = 20
BUTTON_ID_MAX = 256
SECTIONS_MAX = 10
ROWS_MAX = 10  # in all sections together
SECTION_TITLE_MAX = 24
ROW_TITLE_MAX = 24
ROW_ID_MAX = 200
ROW_DESCRIPTION_MAX = 72
URL_MAX = 2000
FLOW_CTA_MAX = 30
PRODUCTS_MAX = 30
CARDS_MAX = 10
_MEDIA_HEADERS = frozenset({"image", "video", "document"})


def check_interactive(fields: Fields) -> str:
    """Check an `interactive` object and return its body text."""
    kind = fields.choice("type", CHECKS)
    body = fields.optional_child("body")
    text = ""
    if body is not None:
        text = body.text("text", most=LIST_BODY_MAX if kind == "list" else BODY_MAX)
    elif kind != "product":
        fields.child("body")
    _check_header(fields, text_only=kind in ("list", "product_list"))
    footer = fields.optional_child("footer")
    if footer is not None:
        footer.label("text", most=FOOTER_MAX)
    CHECKS[kind](fields.child("action"))
    return text


def _check_header(fields: Fields, *, text_only: bool) -> None:
    header = fields.optional_child("header")
    if header is None:
        return
    kind = header.choice("type", {"text"} if text_only else {"text", *_MEDIA_HEADERS})
    if kind == "text":
        header.label("text", most=HEADER_MAX)
    else:
        check_media(header.child(kind))


def _check_buttons(action: Fields) -> None:
    ids: list[str] = []
    titles: list[str] = []
    for button in action.children("buttons", most=BUTTONS_MAX):
        button.choice("type", {"reply"})
        reply = button.child("reply")
        ids.append(reply.label("id", most=BUTTON_ID_MAX))
        titles.append(reply.label("title", most=BUTTON_TITLE_MAX))
    refuse_repeats(ids, f"{action.at('buttons')} reply['id']")
    refuse_repeats(titles, f"{action.at('buttons')} reply['title']")


def _check_list(action: Fields) -> None:
    action.label("button", most=BUTTON_TITLE_MAX)
    sections = action.children("sections", most=SECTIONS_MAX)
    ids: list[str] = []
    for section in sections:
        if len(sections) > 1:
            section.label("title", most=SECTION_TITLE_MAX)
        else:
            section.optional_label("title", most=SECTION_TITLE_MAX)
        for row in section.children("rows", most=1000):
            ids.append(row.label("id", most=ROW_ID_MAX))
            row.label("title", most=ROW_TITLE_MAX)
            row.optional_label("description", most=ROW_DESCRIPTION_MAX)
    if len(ids) > ROWS_MAX:
        raise invalid(f"{action.at('sections')} rows", f"Total row count exceed max allowed count: {ROWS_MAX}")
    refuse_repeats(ids, f"{action.at('sections')} rows['id']")


def _check_cta_url(action: Fields) -> None:
    action.choice("name", {"cta_url"})
    parameters = action.child("parameters")
    parameters.label("display_text", most=BUTTON_TITLE_MAX)
    url = parameters.label("url", most=URL_MAX)
    if not url.startswith(("http://", "https://")):
        raise invalid(parameters.at("url"), "must start with http:// or https://")


def _check_location_request(action: Fields) -> None:
    action.choice("name", {"send_location"})


def _check_flow(action: Fields) -> None:
    action.choice("name", {"flow"})
    parameters = action.child("parameters")
    parameters.choice("flow_message_version", {"3"})
    parameters.label("flow_cta", most=FLOW_CTA_MAX)
    if not parameters.has("flow_id"):
        parameters.label("flow_name", most=URL_MAX)


def _check_product(action: Fields) -> None:
    action.label("catalog_id", most=URL_MAX)
    action.label("product_retailer_id", most=URL_MAX)


def _check_product_list(action: Fields) -> None:
    action.label("catalog_id", most=URL_MAX)
    for section in action.children("sections", most=SECTIONS_MAX):
        section.children("product_items", most=PRODUCTS_MAX)


def _check_catalog(action: Fields) -> None:
    action.choice("name", {"catalog_message"})


def _check_contact_request(action: Fields) -> None:
    action.choice("name", {"request_contact_info"})


def _check_call_permission(action: Fields) -> None:
    action.choice("name", {"call_permission_request"})


def _check_carousel(action: Fields) -> None:
    action.children("cards", least=2, most=CARDS_MAX)


CHECKS: dict[str, Callable[[Fields], None]] = {
    "button": _check_buttons,
    "list": _check_list,
    "cta_url": _check_cta_url,
    "location_request_message": _check_location_request,
    "flow": _check_flow,
    "product": _check_product,
    "product_list": _check_product_list,
    "catalog_message": _check_catalog,
    "request_contact_info": _check_contact_request,
    "call_permission_request": _check_call_permission,
    "carousel": _check_carousel,
}
