"""What a template shows as an example is brought to the provider before the template is."""

from msgspec.structs import replace

from application.shared.actor import Actor
from application.whatsapp.templates.tools import Book, TemplateTools
from domain.whatsapp.templates.components import Component, Header, HeaderExample


async def place_examples(
    tools: TemplateTools, actor: Actor, components: tuple[Component, ...], *, book: Book
) -> tuple[Component, ...]:
    """Give the components with handles in the place of files of ours.

    Raises MediaNotFoundError, MediaNotReadyError, ProviderRefusedError, UnavailableError.
    """
    return tuple([await _placed(tools, actor, component, book=book) for component in components])


async def _placed(tools: TemplateTools, actor: Actor, component: Component, *, book: Book) -> Component:
    example = component.example if isinstance(component, Header) else None
    if not isinstance(component, Header) or example is None or example.media_id is None:
        return component
    handle = await tools.examples.place(actor, example.media_id, credentials=book.credentials)
    return replace(component, example=HeaderExample(header_handle=(handle,)))
