"""What the inbox shows of a message in one line."""

from domain.shared.content import Content, Document, plain_text


def line_of(content: Content) -> str:
    """Give what a person would read of it, or the name of the file that it is; the rest is known by its type."""
    words = plain_text(content)
    if not words and isinstance(content, Document):
        return content.filename or ""
    return words
