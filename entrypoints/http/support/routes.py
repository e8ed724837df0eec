"""Every route about when and how the company serves."""

from entrypoints.http.support.bot import bot_routes
from entrypoints.http.support.csat import csat_routes
from entrypoints.http.support.hours import hours_routes
from entrypoints.http.support.promises import promise_routes
from entrypoints.http.support.queues import queue_routes
from entrypoints.http.support.rules import rule_routes

support_routes = (hours_routes, bot_routes, queue_routes, csat_routes, promise_routes, rule_routes)
