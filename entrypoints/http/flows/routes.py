"""Every route of editing bots, under one tag."""

from litestar import Router

from entrypoints.http.flows.chatbot_life import chatbot_life_handlers
from entrypoints.http.flows.chatbots import chatbot_handlers
from entrypoints.http.flows.editing import editing_handlers
from entrypoints.http.flows.flow_edges import flow_edge_handlers
from entrypoints.http.flows.flow_nodes import flow_node_handlers
from entrypoints.http.flows.flow_tests import flow_test_handlers
from entrypoints.http.flows.flow_versions import flow_version_handlers
from entrypoints.http.openapi import FLOWS, SECURED

editing_routes = Router(
    "/",
    route_handlers=[
        *chatbot_handlers,
        *chatbot_life_handlers,
        *editing_handlers,
        *flow_version_handlers,
        *flow_node_handlers,
        *flow_edge_handlers,
        *flow_test_handlers,
    ],
    tags=[FLOWS.name],
    security=SECURED,
)
