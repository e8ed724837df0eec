"""Templates of WhatsApp numbers."""

from dishka import Provider, Scope, provide, provide_all

from adapters.postgres.readers.templates import PostgresTemplateList
from application.ports.readers.templates import TemplateList
from application.whatsapp.templates.create_template import CreateTemplateHandler
from application.whatsapp.templates.delete_template import DeleteTemplate
from application.whatsapp.templates.edit_template import EditTemplateHandler
from application.whatsapp.templates.list_templates import ListTemplates
from application.whatsapp.templates.preview_template import PreviewTemplateHandler
from application.whatsapp.templates.read_templates import ReadTemplates
from application.whatsapp.templates.sync_all_templates import SyncAllTemplatesHandler
from application.whatsapp.templates.sync_templates import SyncTemplates
from application.whatsapp.templates.tools import TemplateTools
from entrypoints.ioc.stores import AppDatabase
from entrypoints.ioc.tools import provide_tools


class TemplatesProvider(Provider):
    """Make, read, show and follow them."""

    scope = Scope.APP
    plain = provide_all(
        CreateTemplateHandler,
        DeleteTemplate,
        EditTemplateHandler,
        ListTemplates,
        PreviewTemplateHandler,
        ReadTemplates,
        SyncAllTemplatesHandler,
        SyncTemplates,
    ) + provide_tools(TemplateTools)

    @provide
    def templates(self, database: AppDatabase) -> TemplateList:
        """Read templates."""
        return PostgresTemplateList(database)
