"""Which flows answer on which number, read from PostgreSQL."""

from adapters.postgres.connection import Row
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.statements import Statement
from application.ports.readers.bot_flows import NumberFlows, RunningFlow
from domain.flows.codec import decode_flow
from domain.flows.triggers import MessageReceived, Referral, Trigger
from domain.shared.ids import TenantId

_NUMBERS = Statement(
    """
    SELECT configs.id, configs.name, configs.phone_number, configs.is_active, configs.chatbot_id,
      chatbots.name AS chatbot_name
    FROM whatsapp_configs AS configs
      LEFT JOIN chatbots ON chatbots.tenant_id = configs.tenant_id AND chatbots.id = configs.chatbot_id
    WHERE configs.tenant_id = :tenant_id AND configs.deleted_at IS NULL ORDER BY lower(configs.name), configs.id
    """
)
_RUNNING = Statement(
    """
    SELECT flows.id, flows.name, flows.chatbot_id, flows.priority, versions.number,
      versions.document, coalesce(chatbots.main_flow_id = flows.id, false) AS is_main
    FROM flows
      JOIN flow_versions AS versions
        ON versions.tenant_id = flows.tenant_id AND versions.id = flows.published_version_id
      LEFT JOIN chatbots ON chatbots.tenant_id = flows.tenant_id AND chatbots.id = flows.chatbot_id
    WHERE flows.tenant_id = :tenant_id AND chatbots.is_active IS NOT false
    ORDER BY flows.priority DESC, flows.created_at, flows.id
    """
)
"""As `PostgresFlows.published` gives them."""

_ANYWHERE = (MessageReceived, Referral)
"""What starts a flow on numbers of other chatbots too (`choose_flow`)."""


class PostgresBotFlowList(TenantReader):
    """Reads what runs where."""

    async def all(self, tenant_id: TenantId) -> list[NumberFlows]:
        """Give every number with its flows."""
        async with self._reading(tenant_id) as connection:
            numbers = await connection.fetch(_NUMBERS)
            running = [(row, _trigger(row)) for row in await connection.fetch(_RUNNING)]
        return [_number(row, running) for row in numbers]


def _number(row: Row, running: list[tuple[Row, Trigger]]) -> NumberFlows:
    flows = [
        _flow(flow, trigger, is_of_number=flow["chatbot_id"] == row["chatbot_id"])
        for flow, trigger in running
        if flow["chatbot_id"] == row["chatbot_id"] or isinstance(trigger, _ANYWHERE)
    ]
    return NumberFlows(**dict(row), flows=sorted(flows, key=lambda flow: not flow.is_of_number))


def _flow(row: Row, trigger: Trigger, *, is_of_number: bool) -> RunningFlow:
    return RunningFlow(
        id=row["id"],
        name=row["name"],
        number=row["number"],
        trigger=trigger,
        priority=row["priority"],
        is_main=row["is_main"],
        is_of_number=is_of_number,
    )


def _trigger(row: Row) -> Trigger:
    return decode_flow(bytes(row["document"])).trigger
