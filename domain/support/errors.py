"""Why something cannot be done with hours, holidays or what a company says by itself."""

from domain.shared.errors import ConflictError, NotFoundError


class HolidayNotFoundError(NotFoundError):
    """The company has no such holiday of its own."""

    code = "HOLIDAY_NOT_FOUND"


class HolidayTakenError(ConflictError):
    """The company has a holiday on this day already."""

    code = "HOLIDAY_TAKEN"


class TooManyHolidaysError(ConflictError):
    """The company has as many holidays of its own as are kept."""

    code = "TOO_MANY_HOLIDAYS"


class BotTextNotFoundError(NotFoundError):
    """There is no moment with this key."""

    code = "BOT_TEXT_NOT_FOUND"


class SlaPolicyNotFoundError(NotFoundError):
    """The company has no such policy."""

    code = "SLA_POLICY_NOT_FOUND"


class SlaPolicyTakenError(ConflictError):
    """The company has a policy with this name already."""

    code = "SLA_POLICY_TAKEN"


class TooManySlaPoliciesError(ConflictError):
    """The company has as many policies as are kept."""

    code = "TOO_MANY_SLA_POLICIES"


class AutomationRuleNotFoundError(NotFoundError):
    """The company has no such rule."""

    code = "AUTOMATION_RULE_NOT_FOUND"


class AutomationRuleTakenError(ConflictError):
    """The company has a rule with this name already."""

    code = "AUTOMATION_RULE_TAKEN"


class TooManyAutomationRulesError(ConflictError):
    """The company has as many rules as are kept."""

    code = "TOO_MANY_AUTOMATION_RULES"
