"""Why something cannot be done with a contact."""

from domain.shared.errors import ConflictError, NotFoundError


class ContactNotFoundError(NotFoundError):
    """No such contact for this tenant."""

    code = "CONTACT_NOT_FOUND"


class ContactExistsError(ConflictError):
    """Another contact has this phone or this name already."""

    code = "CONTACT_EXISTS"
