"""A flow as large as people still draw: twenty rounds of messages, assignments, conditions and a question."""

from itertools import pairwise

NODES = 200
BLOCK = 9
"""Nodes of one round: five assignments, a condition, two messages, a question."""
QUESTIONS = (NODES - 2) // BLOCK
ASSIGNMENTS = 5


def generated_flow() -> dict[str, object]:
    """Give the document."""
    nodes: list[dict[str, object]] = [_node("start", "start", {})]
    for number in range(QUESTIONS):
        nodes += _block(number)
    while len(nodes) < NODES - 1:
        nodes.append(_node(f"extra_{len(nodes)}", "set_variable", _assignment(len(nodes))))
    nodes.append(_node("fim", "end", {"outcome": "completo"}))
    return {"name": "Gerado", "trigger": {"type": "message_received"}, "nodes": nodes, "edges": _edges(nodes)}


def _block(number: int) -> list[dict[str, object]]:
    return [
        *(
            _node(f"variavel_{number}_{place}", "set_variable", _assignment(ASSIGNMENTS * number + place))
            for place in range(ASSIGNMENTS)
        ),
        _node(f"condicao_{number}", "condition", {"cases": [{"id": "sim", "expression": "size(response) > 1000"}]}),
        _node(f"aviso_{number}", "message", {"text": f"Etapa {number}: {{{{contact.name}}}}, recebi {{{{response}}}}"}),
        _node(f"aviso_{number}_b", "message", {"text": f"Faltam {QUESTIONS - number} perguntas."}),
        _node(f"pergunta_{number}", "question", {"text": f"Pergunta {number}?", "save_as": f"resposta_{number}"}),
    ]


def _assignment(number: int) -> dict[str, object]:
    name = f"valor_{number % ASSIGNMENTS}"
    if number % 2:
        return {"assignments": [{"name": name, "expression": f"{number} * 2 + 1"}]}
    return {"assignments": [{"name": name, "template": "Olá {{contact.name}}"}]}


def _node(node_id: str, kind: str, data: dict[str, object]) -> dict[str, object]:
    return {"id": node_id, "type": kind, "data": data, "position": {"x": 0, "y": 0}}


def _edges(nodes: list[dict[str, object]]) -> list[dict[str, object]]:
    pairs = pairwise(nodes)
    return [{"id": f"e{number}", "source": one["id"], "target": two["id"]} for number, (one, two) in enumerate(pairs)]
