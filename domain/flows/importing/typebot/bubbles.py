"""Bubbles: what a Typebot says."""

from domain.flows.importing.typebot.making import Converter, Made, Work
from domain.flows.importing.typebot.rich_text import rich_text
from domain.flows.importing.typebot.schema import object_of, text_of

_FILES = ("http://", "https://", "{{")


def say(work: Work) -> Made | None:
    """Make a message of a text."""
    text = work.text(rich_text(work.block.said()))
    if not text:
        work.lost("empty_text", "the bubble says nothing")
        return None
    return Made(type="message", data={"text": text})


def show_image(work: Work) -> Made | None:
    """Make a message of a picture; a link behind it is written out."""
    content = work.block.said()
    made = _file(work, "image")
    link = text_of(object_of(content, "clickLink"), "url")
    if made is not None and link:
        work.changed("link_written_out", "a picture cannot be pressed in WhatsApp: its link stands below it")
        return Made(type="message", data={**made.data, "text": work.text(link)})
    return made


def show_video(work: Work) -> Made | None:
    """Make a message of a film; one that lies at a video site is a link."""
    content = work.block.said()
    kind, url = text_of(content, "type"), text_of(content, "url")
    if kind in ("", "url"):
        return _file(work, "video")
    link = url or (f"https://youtu.be/{text_of(content, 'id')}" if kind == "youtube" else "")
    if not link:
        work.lost("no_file", "it has no address on the web")
        return None
    work.changed("video_is_a_link", "WhatsApp does not play {kind}: the link is sent", kind=kind)
    return Made(type="message", data={"text": work.text(link)})


def play_audio(work: Work) -> Made | None:
    """Make a message of a sound."""
    return _file(work, "audio")


def show_page(work: Work) -> Made | None:
    """Make a link of an embedded page."""
    url = text_of(work.block.said(), "url")
    if not url:
        work.lost("no_file", "it has no address on the web")
        return None
    work.changed("page_is_a_link", "WhatsApp shows no pages: the link is sent")
    return Made(type="message", data={"text": work.text(url)})


def _file(work: Work, kind: str) -> Made | None:
    url = text_of(work.block.said(), "url")
    if not url.startswith(_FILES):
        work.lost("no_file", "it has no address on the web")
        return None
    if kind == "image" and url.partition("?")[0].lower().endswith((".gif", ".svg")):
        work.changed("image_type", "WhatsApp shows JPEG and PNG only: put another picture in its place")
    return Made(type="message", data={"media": {"type": kind, "link": work.text(url)}})


BUBBLES: dict[str, Converter] = {
    "text": say,
    "image": show_image,
    "video": show_video,
    "audio": play_audio,
    "embed": show_page,
}
