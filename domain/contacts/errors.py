"""Why something cannot be done with a contact, and with what hangs on contacts."""

from domain.shared.errors import ConflictError, InvalidError, NotFoundError


class ContactNotFoundError(NotFoundError):
    """No such contact for this tenant."""

    code = "CONTACT_NOT_FOUND"


class ContactExistsError(ConflictError):
    """Another contact has this phone or this name already."""

    code = "CONTACT_EXISTS"


class ContactBlockedError(ConflictError):
    """The contact is blocked: nothing is sent to them."""

    code = "CONTACT_BLOCKED"


class TagNotFoundError(NotFoundError):
    """The tenant has no such tag."""

    code = "TAG_NOT_FOUND"


class TagTakenError(ConflictError):
    """Another tag is called so."""

    code = "TAG_TAKEN"


class TooManyError(ConflictError):
    """There are as many of these as there can be: remove one first."""

    code = "TOO_MANY"


class ContactFieldNotFoundError(NotFoundError):
    """The tenant has no such field."""

    code = "CONTACT_FIELD_NOT_FOUND"


class ContactFieldTakenError(ConflictError):
    """Another field has this key."""

    code = "CONTACT_FIELD_TAKEN"


class ContactFieldMisfitError(ConflictError):
    """Contacts hold values that the field would not take any more."""

    code = "CONTACT_FIELD_MISFIT"


class SegmentNotFoundError(NotFoundError):
    """The tenant has no such segment."""

    code = "SEGMENT_NOT_FOUND"


class SegmentTakenError(ConflictError):
    """Another segment is called so."""

    code = "SEGMENT_TAKEN"


class FilterInvalidError(InvalidError):
    """The filter is not one: the details say where."""

    code = "FILTER_INVALID"


class LeadScoreRuleNotFoundError(NotFoundError):
    """The tenant has no such rule."""

    code = "LEAD_SCORE_RULE_NOT_FOUND"


class MergeNotFoundError(NotFoundError):
    """The contact has no merge that could be undone."""

    code = "MERGE_NOT_FOUND"


class MergeRefusedError(ConflictError):
    """These two cannot be made one, or not be taken apart as they are now."""

    code = "MERGE_REFUSED"


class ImportNotFoundError(NotFoundError):
    """The tenant has no such import."""

    code = "IMPORT_NOT_FOUND"


class ImportOverError(ConflictError):
    """The import is over: there is nothing to stop, or it was no dry run that could be repeated."""

    code = "IMPORT_OVER"


class ExportNotFoundError(NotFoundError):
    """The tenant has no such export, or it is over."""

    code = "EXPORT_NOT_FOUND"


class ExportNotReadyError(ConflictError):
    """The file is not written yet, or never will be."""

    code = "EXPORT_NOT_READY"


class TooManyTransfersError(ConflictError):
    """As many files are on their way as may be at once."""

    code = "TOO_MANY_TRANSFERS"
