from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from litestar import Litestar, Router
from litestar.datastructures import State
from litestar.di import Provide

from simulator.errors import GraphError
from simulator.evolution.errors import EvolutionError, answer_evolution_error
from simulator.inbound import mark_acknowledged
from simulator.isp.door import IspError, MalformedError, answer_garbage, answer_isp_error
from simulator.routes import (
    graph_media,
    graph_messages,
    graph_nodes,
    graph_uploads,
    graph_waba,
    page,
    sim_control,
    sim_customers,
    sim_ledger,
)
from simulator.routes.dropping import DropConnectionError, hang_up, refuse_bytes
from simulator.routes.evolution_instances import EVOLUTION_INSTANCE_HANDLERS
from simulator.routes.evolution_messages import EVOLUTION_MESSAGE_HANDLERS
from simulator.routes.graph_door import answer_graph_error, graph_guard
from simulator.routes.isp import ISP_HANDLERS
from simulator.routes.sim_evolution import EVOLUTION_SIM_HANDLERS
from simulator.routes.sim_isp import ISP_SIM_HANDLERS
from simulator.settings import SimulatorSettings
from simulator.world import World


def create_app(settings: SimulatorSettings) -> Litestar:
    """Return the simulator as an ASGI application: Meta's wire, a provider's ERP, the control API and the phone page.

    Serve it with uvicorn, best through `SimulatorServer`: a dropped connection needs uvicorn's transport, and
    an open phone page's event stream would hold up a plain server's shutdown.
    """
    world = World(settings)
    world.post_office.on_acknowledged = partial(mark_acknowledged, world)
    return Litestar(
        route_handlers=[_graph_router(), *_OPEN_HANDLERS],
        dependencies={"world": Provide(lambda: world, sync_to_thread=False)},
        exception_handlers={
            GraphError: answer_graph_error,
            EvolutionError: answer_evolution_error,
            IspError: answer_isp_error,
            MalformedError: answer_garbage,
            DropConnectionError: hang_up,
            UnicodeDecodeError: refuse_bytes,
        },
        lifespan=[_lifespan],
        state=State({"world": world}),
        openapi_config=None,
        logging_config=None,
        signature_types=[World],
    )


@asynccontextmanager
async def _lifespan(app: Litestar) -> AsyncIterator[None]:
    world: World = app.state.world
    try:
        yield
    finally:
        await world.stop()


def _graph_router() -> Router:
    return Router(
        path="/",
        guards=[graph_guard],
        route_handlers=[
            graph_messages.post_message,
            graph_media.upload_media,
            graph_uploads.begin_upload,
            graph_nodes.get_node,
            graph_nodes.delete_node,
            graph_nodes.post_node,
            graph_nodes.register_number,
            graph_nodes.unknown_edge,
            graph_waba.list_numbers,
            graph_waba.list_templates,
            graph_waba.create_template,
            graph_waba.delete_template,
            graph_waba.list_subscriptions,
            graph_waba.subscribe,
            graph_waba.unsubscribe,
            graph_waba.debug_token,
        ],
    )


_OPEN_HANDLERS = [
    graph_media.download_media,
    page.phone_page,
    page.page_file,
    page.events,
    sim_control.health,
    sim_control.get_faults,
    sim_control.change_faults,
    sim_control.clear_faults,
    sim_control.release_webhooks,
    sim_control.post_raw_webhook,
    sim_control.tell_account,
    sim_control.advance_clock,
    sim_control.reset,
    sim_control.list_numbers,
    sim_control.add_number,
    sim_control.put_template,
    sim_control.review_template,
    sim_ledger.read_ledger,
    sim_customers.write,
    sim_customers.write_batch,
    sim_customers.read_phone,
    sim_customers.press_choice,
    sim_customers.open_conversation,
    sim_customers.list_contacts,
    sim_customers.put_contact,
    sim_customers.upload_customer_file,
    sim_customers.view_file,
    *EVOLUTION_INSTANCE_HANDLERS,
    *EVOLUTION_MESSAGE_HANDLERS,
    *EVOLUTION_SIM_HANDLERS,
    *ISP_HANDLERS,
    *ISP_SIM_HANDLERS,
]
