"""Every route of messages, of those sent later and of what is said often."""

from entrypoints.http.messages.canned import canned_routes
from entrypoints.http.messages.marking import marking_routes
from entrypoints.http.messages.scheduled import scheduled_routes
from entrypoints.http.messages.sending import sending_routes

message_routes = (sending_routes, marking_routes, scheduled_routes, canned_routes)
