"""Somebody looks through the flows that come with PyTake."""

from application.ports.flow_gallery import FlowCategory, FlowGallery, FlowTemplate, FlowTemplateRow
from application.shared.actor import Actor
from domain.identity.permissions import Permission


class ShowFlowTemplates:
    """Show the gallery. Needs flows:read."""

    def __init__(self, gallery: FlowGallery) -> None:
        self._gallery = gallery

    def all(self, actor: Actor, *, category: FlowCategory | None = None) -> list[FlowTemplateRow]:
        """Give what stands in it, or what is of a category, without the documents."""
        actor.require(Permission.FLOWS_READ)
        return [_row(one) for one in self._gallery.all() if category in {None, one.category}]

    def one(self, actor: Actor, key: str) -> FlowTemplate:
        """Give one, whole. Raises FlowTemplateNotFoundError."""
        actor.require(Permission.FLOWS_READ)
        return self._gallery.get(key)


def _row(template: FlowTemplate) -> FlowTemplateRow:
    return FlowTemplateRow(
        key=template.key,
        category=template.category,
        title=template.title,
        description=template.description,
        needs=template.needs,
        node_count=template.node_count,
        test_count=template.test_count,
    )
