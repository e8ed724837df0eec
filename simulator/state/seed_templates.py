"""The templates an internet provider would have; every WABA starts with them."""

from simulator.state.templates import Template
from simulator.wire import JsonObject


def _body(text: str, *examples: str) -> JsonObject:
    if not examples:
        return {"type": "BODY", "text": text}
    return {"type": "BODY", "text": text, "example": {"body_text": [list(examples)]}}


def _buttons(*buttons: JsonObject) -> JsonObject:
    return {"type": "BUTTONS", "buttons": list(buttons)}


def _reply(text: str) -> JsonObject:
    return {"type": "QUICK_REPLY", "text": text}


_VISIT_EXAMPLES: list[JsonObject] = [
    {"param_name": "nome", "example": "Ana"},
    {"param_name": "quando", "example": "segunda, 14h"},
]

SEED_TEMPLATES: tuple[Template, ...] = (
    Template(
        name="boas_vindas",
        language="pt_BR",
        category="UTILITY",
        components=[_body("Olá! Aqui é a Aurora Internet. Como podemos ajudar?")],
    ),
    Template(
        name="boas_vindas",
        language="en_US",
        category="UTILITY",
        components=[_body("Hi! This is Aurora Internet. How can we help?")],
    ),
    Template(
        name="fatura_disponivel",
        language="pt_BR",
        category="UTILITY",
        components=[
            {"type": "HEADER", "format": "TEXT", "text": "Fatura de {{1}}", "example": {"header_text": ["maio"]}},
            _body("Olá {{1}}, sua fatura de R$ {{2}} vence em {{3}}.", "Ana", "99,90", "10/12"),
            {"type": "FOOTER", "text": "Provedor Aurora"},
            _buttons(
                {
                    "type": "URL",
                    "text": "Abrir fatura",
                    "url": "https://aurora.example/f/{{1}}",
                    "example": ["https://aurora.example/f/abc"],
                },
                _reply("Já paguei"),
            ),
        ],
    ),
    Template(
        name="lembrete_visita",
        language="pt_BR",
        category="UTILITY",
        parameter_format="NAMED",
        components=[
            {
                "type": "BODY",
                "text": "Olá {{nome}}, a visita técnica é {{quando}}. Podemos confirmar?",
                "example": {"body_text_named_params": _VISIT_EXAMPLES},
            },
            _buttons(_reply("Confirmar"), _reply("Remarcar")),
        ],
    ),
    Template(
        name="promo_fibra",
        language="pt_BR",
        category="MARKETING",
        quality_score={"score": "GREEN", "date": 1_790_000_000},
        components=[
            {"type": "HEADER", "format": "IMAGE", "example": {"header_handle": ["4::aW1hZ2U="]}},
            _body("{{1}}, leve 600 Mega por R$ {{2}} nos três primeiros meses.", "Ana", "79,90"),
            {"type": "FOOTER", "text": "Responda SAIR para não receber ofertas"},
            _buttons(_reply("Quero!"), _reply("Não tenho interesse")),
        ],
    ),
    Template(
        name="codigo_acesso",
        language="pt_BR",
        category="AUTHENTICATION",
        components=[
            _body("Seu código é {{1}}. Não o compartilhe.", "739154"),
            {"type": "FOOTER", "text": "O código vence em 5 minutos."},
            _buttons({"type": "URL", "text": "Copiar código", "url": "https://aurora.example/otp/{{1}}"}),
        ],
    ),
    Template(
        name="pesquisa_pausada",
        language="pt_BR",
        category="MARKETING",
        status="PAUSED",
        quality_score={"score": "RED", "date": 1_790_000_000},
        components=[_body("Como foi o atendimento?")],
    ),
    Template(
        name="oferta_rejeitada",
        language="pt_BR",
        category="MARKETING",
        status="REJECTED",
        rejected_reason="INVALID_FORMAT",
        components=[_body("Ganhe agora!")],
    ),
)
