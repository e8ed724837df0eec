"""Who asks: what a route says of it in its `opt`, and what its handler takes of it.

Every route's `opt` says who may call it: `PUBLIC`, `needs(Permission.X)`, `OWN_SESSION` (a person who is logged in, no
API key), `ANYBODY` (person or key), `OPERATOR` (a super_admin). A handler takes `actor: NamedDependency[Actor]`, under
OPERATOR `operator: NamedDependency[Operator]`, under OWN_SESSION `person: NamedDependency[Person]` where operators are
meant too, and under PUBLIC `origin: NamedDependency[Origin]` where it wants it.

Beside it, where they apply: `opt={**needs(Permission.X), **CREATES}` on a POST that creates or sends, `**HEAVY` on
exports, `**RARE` on public forms, `**BEFORE_TWO_FACTOR` on what a person may do who must set up a second factor first,
`**UNLIMITED` on what is asked by machines all the time.
"""

from typing import Any

from litestar import Request

from application.ports.tokens import AccessClaims
from application.shared.actor import Actor, Operator, Origin, Person
from entrypoints.http.access import (
    ANYBODY,
    BEFORE_TWO_FACTOR,
    CREATES,
    HEAVY,
    OPERATOR,
    OWN_SESSION,
    PUBLIC,
    RARE,
    UNLIMITED,
    needs,
)
from entrypoints.http.guards.admission import operator_from
from entrypoints.http.guards.authentication import Caller
from entrypoints.http.guards.head import origin_in

__all__ = [
    "ANYBODY",
    "BEFORE_TWO_FACTOR",
    "CREATES",
    "HEAVY",
    "OPERATOR",
    "OWN_SESSION",
    "PUBLIC",
    "RARE",
    "UNLIMITED",
    "actor_of",
    "claims_of",
    "needs",
    "operator_of",
    "origin_of",
    "person_of",
]


def _caller_of(request: Request[Any, Any, Any]) -> Caller:
    caller: Caller = request.scope["auth"]
    return caller


def actor_of(request: Request[Any, Any, Any]) -> Actor:
    """Give the user, or the API key on a user's behalf, who asks; an operator is one without permissions."""
    return _caller_of(request).actor


def operator_of(request: Request[Any, Any, Any]) -> Operator:
    """Give the super_admin who asks. Raises SessionRequiredError, PermissionDeniedError for anybody else."""
    return operator_from(_caller_of(request).actor)


def person_of(request: Request[Any, Any, Any]) -> Person:
    """Give the person who is logged in, operator or not. Raises SessionRequiredError for an API key."""
    actor = _caller_of(request).actor
    return Person(
        user_id=actor.user_id,
        tenant_id=actor.tenant_id,
        session_id=actor.require_session(),
        permissions=actor.permissions,
        origin=actor.origin,
    )


def claims_of(request: Request[Any, Any, Any]) -> AccessClaims:
    """Give what the token says of its bearer. Raises SessionRequiredError for an API key, which has none."""
    caller = _caller_of(request)
    caller.actor.require_session()
    if caller.claims is None:
        raise RuntimeError("a session without a token")
    return caller.claims


def origin_of(request: Request[Any, Any, Any]) -> Origin:
    """Give where the request comes from."""
    return origin_in(request.scope)
