"""Users, departments, roles, API keys, presence."""

from dishka import Provider, Scope


class PeopleProvider(Provider):
    """Users, departments, roles, API keys, presence."""

    scope = Scope.APP
