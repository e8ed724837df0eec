"""A template from its writing to the customer's phone, through the simulator."""

from uuid import uuid4

from application.media.place_example import PlaceExample
from application.ports.example_files import ExampleFiles
from tests import sample_files as samples
from tests.e2e.stage import Stage, until

PHONE = "5511988887777"


async def test_a_template_is_written_approved_sent_and_delivered(stage: Stage) -> None:
    await stage.log_in()
    await stage.start_worker()
    example = {"body_text": [["Ana", "42"]]}
    body = {
        "whatsapp_config_id": str(stage.config_id),
        "name": "pedido_saiu",
        "language": "pt_BR",
        "category": "utility",
        "components": [{"type": "BODY", "text": "Olá {{1}}, o pedido {{2}} saiu.", "example": example}],
    }
    send = {
        "phone": PHONE,
        "whatsapp_config_id": str(stage.config_id),
        "name": "pedido_saiu",
        "language": "pt_BR",
        "parameters": {"body": ["Marina", "42"]},
    }

    created = await stage.api.post("/whatsapp/templates", json=body)
    assert created.status_code == 201, created.text
    early = await stage.api.post("/whatsapp/send-template", json=send)
    review = {"name": "pedido_saiu", "language": "pt_BR", "event": "APPROVED"}
    (await stage.simulator.post("/_sim/templates/review", json=review)).raise_for_status()

    async def is_approved() -> bool:
        shown = await stage.api.get(f"/whatsapp/templates/{created.json()['id']}")
        return bool(shown.json()["status"] == "approved")

    await until(is_approved)
    sent = await stage.api.post("/whatsapp/send-template", json=send)
    assert sent.status_code == 202, sent.text

    async def is_delivered() -> bool:
        [message] = await stage.thread(PHONE)
        return message["status"] in {"delivered", "read"}

    await until(is_delivered)
    [shown] = await stage.phone_of(PHONE)
    assert early.json()["error"]["code"] == "TEMPLATE_PENDING"
    assert shown["content"]["rendered"]["body"] == "Olá Marina, o pedido 42 saiu."  # type: ignore[index]  # JSON
    assert (await stage.conversation(PHONE))["last_message_preview"] == "Olá Marina, o pedido 42 saiu."


async def test_a_header_shows_a_file_of_ours(stage: Stage) -> None:
    """The provider refuses a header whose example was not uploaded to it, so that it took ours."""
    await stage.log_in()
    picture = {"file": ("loja.jpg", samples.jpeg(), "image/jpeg")}
    uploaded = await stage.api.post("/media", params={"kind": "image"}, files=picture)
    assert uploaded.status_code == 201, uploaded.text
    header = {"type": "HEADER", "format": "IMAGE", "example": {"media_id": uploaded.json()["id"]}}
    body = {
        "whatsapp_config_id": str(stage.config_id),
        "name": "loja_nova",
        "language": "pt_BR",
        "category": "marketing",
        "components": [header, {"type": "BODY", "text": "Abrimos uma loja nova."}],
    }

    created = await stage.api.post("/whatsapp/templates", json=body)
    header["example"] = {"media_id": str(uuid4())}
    of_nothing = await stage.api.post("/whatsapp/templates", json={**body, "name": "sem_loja"})

    assert isinstance(await stage.container.get(ExampleFiles), PlaceExample)
    assert created.status_code == 201, created.text
    [kept, _] = created.json()["components"]
    assert kept["example"]["header_handle"][0].startswith("4::")
    assert of_nothing.json()["error"]["code"] == "MEDIA_NOT_FOUND"
