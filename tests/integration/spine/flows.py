"""Small flows to run."""

from typing import Any

Document = dict[str, Any]


def flow(*nodes: Document, edges: tuple[tuple[str, str, str | None], ...], **more: object) -> Document:
    return {
        "name": "Roteiro",
        "trigger": {"type": "message_received"},
        "settings": {"on_error": "transfer"},
        "nodes": [{"id": "start", "type": "start", "data": {}}, *nodes],
        "edges": [
            {"id": f"e{number}", "source": source, "target": target, **({"source_handle": handle} if handle else {})}
            for number, (source, target, handle) in enumerate(edges)
        ],
        **more,
    }


def says(words: str, *, node_id: str = "say") -> Document:
    return {"id": node_id, "type": "message", "data": {"text": words}}


def ends(node_id: str = "end") -> Document:
    return {"id": node_id, "type": "end", "data": {"outcome": node_id}}


def echo(words: str = "Recebido: {{response}}", **more: object) -> Document:
    """Answer every message once."""
    return flow(says(words), ends(), edges=(("start", "say", None), ("say", "end", None)), **more)


def asks(*, minutes: int = 30, **more: object) -> Document:
    """Offer two buttons; `answered` and `late` are the two ways out."""
    return flow(
        {
            "id": "ask",
            "type": "message",
            "data": {"text": "Sim?", "buttons": ["Sim", "Não"], "timeout_minutes": minutes},
        },
        says("Obrigado", node_id="answered"),
        says("Ainda aí?", node_id="late"),
        ends(),
        edges=(
            ("start", "ask", None),
            ("ask", "answered", None),
            ("ask", "late", "timeout"),
            ("answered", "end", None),
            ("late", "end", None),
        ),
        **more,
    )


def pauses(*, duration: str = "2h", after: Document | None = None, **more: object) -> Document:
    """Say something, be silent for a while, and go on; what was said meanwhile is kept."""
    return flow(
        says("Um momento"),
        {"id": "pause", "type": "wait", "data": {"for": "duration", "duration": duration}},
        after or says("Voltei", node_id="after"),
        ends(),
        edges=(("start", "say", None), ("say", "pause", None), ("pause", "after", None), ("after", "end", None)),
        **more,
    )


def keyword(*words: str) -> Document:
    return {"trigger": {"type": "keyword", "keywords": list(words)}}
