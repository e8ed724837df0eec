"""What callers send about templates. In a PUT, an absent field stays as it is."""

from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, UnsetType

from application.whatsapp.templates.create_template import CreateTemplate
from application.whatsapp.templates.edit_template import EditTemplate
from application.whatsapp.templates.preview_template import PreviewTemplate
from domain.shared.ids import TemplateId, WhatsAppConfigId
from domain.whatsapp.templates.components import (
    App,
    Body,
    BodyExample,
    Button,
    ButtonRow,
    Footer,
    Header,
    HeaderExample,
    NamedExample,
)
from domain.whatsapp.templates.parameters import loose_components
from domain.whatsapp.templates.rules import TemplateDraft
from domain.whatsapp.templates.words import ParameterFormat, TemplateCategory
from entrypoints.http.messages.sendable import SendHeaderMedia

Line = Annotated[str, msgspec.Meta(max_length=2_000)]
"""An address at most; each field's own limit, which is smaller, is checked after it."""
Few = msgspec.Meta(max_length=20)
Many = msgspec.Meta(max_length=100)
"""More gaps than a text of 1024 letters has."""
Category = Literal["marketing", "utility", "authentication"]


class _Request(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Common base of all bodies."""


class GivenExample(NamedExample, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What may stand in a named gap."""

    param_name: Line
    example: Line


class GivenHeaderExample(HeaderExample, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What may stand above: a text for its gap, or the handle of an example file."""

    header_text: Annotated[tuple[Line, ...], Few] = ()
    header_text_named_params: Annotated[tuple[GivenExample, ...], Few] = ()
    header_handle: Annotated[tuple[Line, ...], Few] = ()


class GivenBodyExample(BodyExample, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What may stand in the text's gaps: one row by numbers, or by names."""

    body_text: Annotated[tuple[Annotated[tuple[Line, ...], Many], ...], Few] = ()
    body_text_named_params: Annotated[tuple[GivenExample, ...], Many] = ()


class GivenHeader(Header, frozen=True, kw_only=True, tag="HEADER", forbid_unknown_fields=True):
    """What stands above the text: `format` is TEXT, IMAGE, VIDEO, DOCUMENT or LOCATION."""

    format: Line
    text: Line | None = None
    example: GivenHeaderExample | None = None


class GivenBody(Body, frozen=True, kw_only=True, tag="BODY", forbid_unknown_fields=True):
    """The text, with gaps such as {{1}} or {{name}}."""

    text: Line | None = None
    example: GivenBodyExample | None = None


class GivenFooter(Footer, frozen=True, kw_only=True, tag="FOOTER", forbid_unknown_fields=True):
    """The small print."""

    text: Line | None = None


class GivenApp(App, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An Android program that takes a code by itself."""

    package_name: Line
    signature_hash: Line


class GivenButton(Button, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One button; `type` is QUICK_REPLY, URL, PHONE_NUMBER, COPY_CODE, FLOW or OTP."""

    type: Line
    text: Line | None = None
    url: Line | None = None
    phone_number: Line | None = None
    example: Annotated[tuple[Line, ...], Few] | Line | None = None
    otp_type: Line | None = None
    autofill_text: Line | None = None
    supported_apps: Annotated[tuple[GivenApp, ...], Few] = ()
    flow_id: Line | None = None
    flow_action: Line | None = None
    navigate_screen: Line | None = None


class GivenButtonRow(ButtonRow, frozen=True, kw_only=True, tag="BUTTONS", forbid_unknown_fields=True):
    """The buttons below, in order."""

    buttons: Annotated[tuple[GivenButton, ...], Few]


GivenComponents = Annotated[tuple[GivenHeader | GivenBody | GivenFooter | GivenButtonRow, ...], Few]
"""In Meta's own shape."""


class CreateTemplateRequest(_Request, frozen=True, kw_only=True):
    """A template as Meta is to review it."""

    whatsapp_config_id: WhatsAppConfigId
    name: Line
    language: Line
    category: Category
    components: GivenComponents
    parameter_format: ParameterFormat = ParameterFormat.POSITIONAL

    def to_command(self) -> CreateTemplate:
        """Build the order."""
        draft = TemplateDraft(
            name=self.name,
            language=self.language,
            category=TemplateCategory(self.category),
            components=self.components,
            parameter_format=self.parameter_format,
        )
        return CreateTemplate(config_id=self.whatsapp_config_id, draft=draft)


class EditTemplateRequest(_Request, frozen=True, kw_only=True):
    """What changes. Name and language never do, the category only before it is approved."""

    components: GivenComponents | UnsetType = UNSET
    category: Category | UnsetType = UNSET

    def to_command(self, template_id: TemplateId, *, version: int | None) -> EditTemplate:
        """Build the order; `version` is the one that the caller has read, where it said so."""
        return EditTemplate(
            template_id=template_id,
            components=None if self.components is UNSET else self.components,
            category=None if self.category is UNSET else TemplateCategory(self.category),
            version=version,
        )


class SyncTemplatesRequest(_Request, frozen=True, kw_only=True):
    """Whose templates are to be read."""

    whatsapp_config_id: WhatsAppConfigId


class ButtonParameter(_Request, frozen=True, kw_only=True):
    """What goes with one button: the end of its address, its code, or what comes back when it is pressed."""

    index: Annotated[int, msgspec.Meta(ge=0, le=9)]
    value: Line


class TemplateParameters(_Request, frozen=True, kw_only=True):
    """What the gaps are filled with: the text's in order, or by name."""

    header: Line | None = None
    body: Annotated[tuple[Line, ...], Many] | Annotated[dict[Line, Line], Many] = ()
    buttons: Annotated[tuple[ButtonParameter, ...], Few] = ()

    def to_components(self) -> tuple[msgspec.Raw, ...]:
        """Write them as Meta's components, as far as the template is not needed for it."""
        buttons = {button.index: button.value for button in self.buttons}
        return loose_components(header=self.header, body=self.body, buttons=buttons)


class PreviewTemplateRequest(_Request, frozen=True, kw_only=True):
    """With what to fill it, and the file of its header."""

    parameters: TemplateParameters = TemplateParameters()
    header_media: SendHeaderMedia | None = None

    def to_command(self, template_id: TemplateId) -> PreviewTemplate:
        """Build the order."""
        return PreviewTemplate(
            template_id=template_id, components=self.parameters.to_components(), header_media=self.header_media
        )
