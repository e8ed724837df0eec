"""Examples of the gallery for the API's description."""

import msgspec

from application.ports.flow_gallery import FlowCategory, FlowNeed, FlowTemplate, FlowTemplateRow, Words
from entrypoints.http.flows.template_bodies import CreateFlowFromTemplateRequest

ROW = FlowTemplateRow(
    key="out_of_hours",
    category=FlowCategory.HOURS,
    title=Words(pt_br="Fora do horário de atendimento", en="Outside business hours"),
    description=Words(pt_br="Recolhe o recado até a equipe voltar.", en="Takes a message until the team is back."),
    needs=(FlowNeed.BUSINESS_HOURS,),
    node_count=2,
    test_count=1,
)
TEMPLATE = FlowTemplate(
    **msgspec.structs.asdict(ROW),
    document=msgspec.Raw(
        b'{"name": "Recado", "trigger": "message_received", "nodes": [{"id": "n1", "type": "start", "data": {}},'
        b' {"id": "n2", "type": "message", "data": {"text": "Voltamos amanh\xc3\xa3."}}],'
        b' "edges": [{"id": "e1", "source": "n1", "target": "n2"}]}'
    ),
    tests=[msgspec.Raw(b'{"name": "avisa", "steps": [{"say": "oi"}, {"expect": {"ended": "completed"}}]}')],
)
CREATE = CreateFlowFromTemplateRequest(name="Plantão de recados", priority=5)
