"""What every change of a promise is checked for, and what the audit log is told of it."""

import msgspec

from application.ports.unit_of_work import Transaction
from domain.shared.errors import ErrorDetail, InvalidError
from domain.support.sla import SlaPolicy, wrong_in_policy
from domain.whatsapp.errors import ConfigNotFoundError


async def require_policy(tx: Transaction, policy: SlaPolicy) -> None:
    """Raise InvalidError for what cannot be promised, and for departments, numbers and tags that are not there."""
    wrong = wrong_in_policy(policy) or await _missing(tx, policy)
    if wrong:
        raise InvalidError("The policy cannot be so.", details=wrong)


async def _missing(tx: Transaction, policy: SlaPolicy) -> tuple[ErrorDetail, ...]:
    scope = policy.applies_to
    unknown = []
    if set(scope.department_ids) - await tx.departments.known(scope.department_ids):
        unknown.append("applies_to.department_ids")
    if set(scope.tag_ids) - {tag.id for tag in await tx.tags.known(scope.tag_ids)}:
        unknown.append("applies_to.tag_ids")
    for config_id in scope.config_ids:
        try:
            await tx.whatsapp_configs.get(config_id)
        except ConfigNotFoundError:
            unknown.append("applies_to.config_ids")
            break
    return tuple(ErrorDetail(field=field, message="one of them is none of this company's") for field in unknown)


def told(policy: SlaPolicy) -> dict[str, object]:
    """Say what it is, as the audit log keeps it."""
    return {
        "name": policy.name,
        "first_response": policy.first_response,
        "resolution": policy.resolution,
        "is_business_time": policy.is_business_time,
        "warn_at_percent": policy.warn_at_percent,
        "applies_to": msgspec.to_builtins(policy.applies_to),
        "place": policy.place,
        "is_active": policy.is_active,
    }
