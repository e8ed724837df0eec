"""What is asked of files of contacts."""

import msgspec
from litestar.enums import RequestEncodingType
from litestar.openapi.spec import OpenAPIFormat, OpenAPIMediaType, OpenAPIType, Operation, RequestBody, Schema

from application.contacts.import_contacts import MAX_FILE
from domain.contacts.import_plan import ImportPlan
from domain.shared.errors import ErrorDetail, InvalidError, MalformedError
from entrypoints.http.media.uploads import FIELD, Before

MAX_PLAN = 64 * 1024
PLAN = Before(name="plan", most=MAX_PLAN)
LARGEST_FORM = MAX_FILE + MAX_PLAN + 64 * 1024
"""Bytes: the largest file, its plan, and what stands around them."""

_PLAN = msgspec.json.Decoder(ImportPlan)


class ImportForm(Operation):
    """An operation whose body is a form with a plan and a file, for the API's description."""

    def __post_init__(self) -> None:
        """Describe the body, which no argument of the handler does."""
        file = Schema(type=OpenAPIType.STRING, format=OpenAPIFormat.BINARY, description="The file itself, last.")
        plan = Schema(type=OpenAPIType.STRING, description="JSON: how it is read.")
        form = Schema(
            type=OpenAPIType.OBJECT, properties={PLAN.name: plan, FIELD: file}, required=[FIELD],
            additional_properties=False,
        )  # fmt: skip
        media_type = {RequestEncodingType.MULTI_PART.value: OpenAPIMediaType(schema=form)}
        self.request_body = RequestBody(content=media_type, required=True)


def plan_of(text: bytes | None) -> ImportPlan:
    """Read the plan; without one it is the usual. Raises MalformedError, InvalidError."""
    if not text:
        return ImportPlan()
    try:
        return _PLAN.decode(text)
    except msgspec.ValidationError as error:
        wrong = ErrorDetail(field=PLAN.name, message=str(error))
        raise InvalidError("The plan is not right.", details=(wrong,)) from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise MalformedError("The plan is no JSON.", details=(ErrorDetail(field=PLAN.name, message="JSON"),)) from error
