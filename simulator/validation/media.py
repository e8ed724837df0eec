from simulator.errors import GraphError
from simulator.validation.fields import Fields, invalid

CAPTION_MAX = 1024
FILENAME_MAX = 240  # what common file systems take; Meta publishes no limit
LINK_MAX = 2048


def check_media(fields: Fields, *, caption: bool = True) -> str:
    """Check a media object (exactly one of `id` and `link`) and return its caption."""
    if fields.has("id") == fields.has("link"):
        raise GraphError(131009, f"{fields.path}: exactly one of 'id' and 'link' is required")
    if fields.has("id"):
        fields.text("id", most=LINK_MAX)
    else:
        link = fields.text("link", most=LINK_MAX)
        if not link.startswith(("http://", "https://")):
            raise invalid(fields.at("link"), "must be an http or https URL")
    if fields.has("caption") and not caption:
        raise GraphError(100, f"Param {fields.at('caption')} is not supported for this type.")
    fields.optional_text("filename", most=FILENAME_MAX)
    return fields.optional_text("caption", most=CAPTION_MAX) or ""


def check_captioned(fields: Fields) -> str:
    """Check an image, a video or a document."""
    return check_media(fields)


def check_uncaptioned(fields: Fields) -> str:
    """Check an audio or a sticker."""
    fields.flag("voice")
    return check_media(fields, caption=False)
