"""Flows that come with PyTake."""

from dishka import Provider, Scope, provide, provide_all

from adapters.gallery.packaged import PackagedGallery
from application.flows.create_flow_from_template import CreateFlowFromTemplateHandler
from application.flows.show_flow_templates import ShowFlowTemplates
from application.ports.flow_gallery import FlowGallery


class GalleryProvider(Provider):
    """Show templates, and make flows of them."""

    scope = Scope.APP
    plain = provide_all(CreateFlowFromTemplateHandler, ShowFlowTemplates)

    @provide
    def gallery(self) -> FlowGallery:
        """Read the packaged ones."""
        return PackagedGallery()
