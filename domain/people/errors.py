"""Why something cannot be done with a department or an invitation."""

from domain.shared.errors import ConflictError, InvalidError, NotFoundError


class DepartmentNotFoundError(NotFoundError):
    """The tenant has no such department."""

    code = "DEPARTMENT_NOT_FOUND"


class DepartmentTakenError(ConflictError):
    """Another department is called so."""

    code = "DEPARTMENT_TAKEN"


class DepartmentInUseError(ConflictError):
    """Open conversations are in the department: answer or move them first."""

    code = "DEPARTMENT_IN_USE"


class DefaultDepartmentError(ConflictError):
    """There is always exactly one default department: make another one the default instead."""

    code = "DEFAULT_DEPARTMENT"


class InvitationNotFoundError(NotFoundError):
    """The tenant has no such invitation, or it is over."""

    code = "INVITATION_NOT_FOUND"


class InvitationOpenError(ConflictError):
    """Somebody invited this e-mail at the same moment."""

    code = "INVITATION_OPEN"


class InvitationInvalidError(InvalidError):
    """The invitation is not one, was used, was taken back, or its time is over; which of these is not said."""

    code = "INVITATION_INVALID"
