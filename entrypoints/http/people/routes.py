"""Every route about people."""

from entrypoints.http.people.agents import agent_routes
from entrypoints.http.people.api_keys import api_key_routes
from entrypoints.http.people.departments import department_routes
from entrypoints.http.people.invitations import accept_routes, invitation_routes
from entrypoints.http.people.roles import role_routes
from entrypoints.http.people.users import user_routes

people_routes = (
    user_routes,
    invitation_routes,
    accept_routes,
    agent_routes,
    department_routes,
    role_routes,
    api_key_routes,
)
