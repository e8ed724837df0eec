"""Why something cannot be done with a template."""

from domain.shared.errors import ConflictError, InvalidError, NotFoundError, UnavailableError


class TemplateNotFoundError(NotFoundError):
    """No such template for this tenant."""

    code = "TEMPLATE_NOT_FOUND"


class TemplatesNeverReadError(NotFoundError):
    """The templates of this number were never read."""

    code = "TEMPLATES_NEVER_READ"


class TemplateTakenError(ConflictError):
    """The number has a template of this name in this language already."""

    code = "TEMPLATE_TAKEN"


class TemplateNotEditableError(ConflictError):
    """Only an approved, rejected or paused template can be changed, and the category only before it is approved."""

    code = "TEMPLATE_NOT_EDITABLE"


class TemplateEditedTooOftenError(ConflictError):
    """Meta takes changes of an approved template once in 24 hours and ten times in 30 days."""

    code = "TEMPLATE_EDITED_TOO_OFTEN"


class TemplateNotDeletableError(ConflictError):
    """A template that Meta disabled cannot be deleted."""

    code = "TEMPLATE_NOT_DELETABLE"


class TemplatesNotSupportedError(ConflictError):
    """The number's provider has no templates."""

    code = "TEMPLATES_NOT_SUPPORTED"


class TemplateRefusedError(InvalidError):
    """The provider said no; `details` has its words."""

    code = "TEMPLATE_REFUSED"


class TemplateProviderSilentError(UnavailableError):
    """The provider gave no answer, so nobody knows whether it did it: the templates are read anew."""

    code = "TEMPLATE_PROVIDER_UNAVAILABLE"


class TemplateUnknownError(InvalidError):
    """The number has no template of this name in this language, as far as is known: synchronise the templates."""

    code = "TEMPLATE_UNKNOWN"


class TemplatePendingError(ConflictError):
    """The template is still being reviewed: wait for it."""

    code = "TEMPLATE_PENDING"


class TemplateRejectedError(ConflictError):
    """The template was rejected: change it and have it reviewed again."""

    code = "TEMPLATE_REJECTED"


class TemplatePausedError(ConflictError):
    """The template is paused for its quality: wait, or use another."""

    code = "TEMPLATE_PAUSED"


class TemplateDisabledError(ConflictError):
    """The template was disabled for its quality: make another."""

    code = "TEMPLATE_DISABLED"


class TemplateGoneError(ConflictError):
    """The template is deleted, archived, or otherwise not to be had: use another."""

    code = "TEMPLATE_GONE"
