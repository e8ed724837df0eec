import hashlib
import hmac

from .conftest import AUTH, NUMBER, WABA, Simulator, eventually

JPEG = b"\xff\xd8\xff\xe0 not really a picture"


class TestMedia:
    async def test_round_trip(self, sim: Simulator) -> None:
        uploaded = await sim.client.post(
            f"/v23.0/{NUMBER}/media",
            data={"messaging_product": "whatsapp", "type": "image/jpeg"},
            files={"file": ("a.jpg", JPEG, "image/jpeg")},
            headers=AUTH,
        )
        media = await sim.get(f"/v23.0/{uploaded.json()['id']}")
        file = await sim.client.get(media["url"], headers=AUTH)

        assert file.content == JPEG
        assert (media["mime_type"], media["file_size"]) == ("image/jpeg", str(len(JPEG)))

    async def test_address_needs_the_token_and_expires(self, sim: Simulator) -> None:
        media_id = await upload(sim)
        media = await sim.get(f"/v23.0/{media_id}")

        without = await sim.client.get(media["url"])
        await sim.client.post("/_sim/clock", json={"advance_seconds": 301})
        late = await sim.client.get(media["url"], headers=AUTH)
        fresh = await sim.client.get((await sim.get(f"/v23.0/{media_id}"))["url"], headers=AUTH)

        assert (without.status_code, late.status_code, fresh.status_code) == (401, 404, 200)

    async def test_refuses_other_types(self, sim: Simulator) -> None:
        answer = await sim.client.post(
            f"/v23.0/{NUMBER}/media",
            data={"messaging_product": "whatsapp"},
            files={"file": ("a.gif", b"GIF", "image/gif")},
            headers=AUTH,
        )

        assert (answer.status_code, answer.json()["error"]["code"]) == (400, 100)

    async def test_is_deleted(self, sim: Simulator) -> None:
        media_id = await upload(sim)

        deleted = await sim.client.delete(f"/v23.0/{media_id}", headers=AUTH)
        after = await sim.client.get(f"/v23.0/{media_id}", headers=AUTH)

        assert (deleted.json(), after.status_code) == ({"success": True}, 400)

    async def test_customer_file_is_described_in_the_webhook(self, sim: Simulator) -> None:
        stored = await sim.client.post("/_sim/media", files={"file": ("a.jpg", JPEG, "image/jpeg")})
        file_id = stored.json()["id"]

        await sim.write(message={"type": "image", "image": {"id": file_id}})
        await eventually(lambda: len(sim.receiver.messages()) == 1)

        image = sim.receiver.messages()[0]["image"]
        assert (image["id"], image["mime_type"]) == (file_id, "image/jpeg")
        assert (await sim.client.get(image["url"], headers=AUTH)).content == JPEG


async def upload(sim: Simulator) -> str:
    answer = await sim.client.post(
        f"/v23.0/{NUMBER}/media",
        data={"messaging_product": "whatsapp", "type": "image/jpeg"},
        files={"file": ("a.jpg", JPEG, "image/jpeg")},
        headers=AUTH,
    )
    return str(answer.json()["id"])


class TestTemplates:
    async def test_list_is_paged_by_cursor(self, sim: Simulator) -> None:
        names: list[str] = []
        after: dict[str, str] = {}
        while True:
            page = await sim.get(f"/v23.0/{WABA}/message_templates", limit=3, **after)
            names += [f"{each['name']}/{each['language']}" for each in page["data"]]
            if "next" not in page.get("paging", {}):
                break
            after = {"after": page["paging"]["cursors"]["after"]}

        assert len(names) == len(set(names)) == 8

    async def test_new_one_waits_for_approval(self, sim: Simulator) -> None:
        wanted = {
            "name": "novo",
            "language": "pt_BR",
            "category": "UTILITY",
            "components": [{"type": "BODY", "text": "Oi"}],
        }
        send = {"to": "5511988887777", "type": "template", "template": {"name": "novo", "language": {"code": "pt_BR"}}}

        created = await sim.client.post(f"/v23.0/{WABA}/message_templates", json=wanted, headers=AUTH)
        early = await sim.post(send)
        await sim.client.post("/_sim/templates", json={**wanted, "status": "APPROVED"})
        later = await sim.post(send)

        assert created.json()["status"] == "PENDING"
        assert (early.status_code, later.status_code) == (404, 200)

    async def test_the_same_name_again_is_refused_in_words_for_people(self, sim: Simulator) -> None:
        again = {"name": "boas_vindas", "language": "pt_BR", "category": "UTILITY", "components": []}

        answer = await sim.client.post(f"/v23.0/{WABA}/message_templates", json=again, headers=AUTH)

        error = answer.json()["error"]
        assert (answer.status_code, error["error_subcode"]) == (400, 2388024)
        assert error["error_user_msg"] == "There is already pt_BR content for this."

    async def test_one_is_edited_reviewed_and_deleted_in_its_language(self, sim: Simulator) -> None:
        book = f"/v23.0/{WABA}/message_templates"
        [found] = (await sim.get(book, name="boas_vindas", language="pt_BR"))["data"]
        change = {"components": [{"type": "BODY", "text": "Outra"}]}

        edited = await sim.client.post(f"/v23.0/{found['id']}", json=change, headers=AUTH)
        twice = await sim.client.post(f"/v23.0/{found['id']}", json=change, headers=AUTH)
        order = {"name": "boas_vindas", "language": "pt_BR", "event": "REJECTED", "reason": "SCAM"}
        await sim.client.post("/_sim/templates/review", json=order)
        await eventually(lambda: bool(sim.receiver.changes("message_template_status_update")))
        await sim.client.delete(book, params={"name": "boas_vindas", "hsm_id": found["id"]}, headers=AUTH)

        assert (edited.json(), twice.status_code) == ({"success": True}, 400)
        [told] = sim.receiver.changes("message_template_status_update")
        assert (told["message_template_id"], told["event"], told["reason"]) == (int(found["id"]), "REJECTED", "SCAM")
        left = (await sim.get(book, name="boas_vindas"))["data"]
        assert [each["language"] for each in left] == ["en_US"]


class TestNumbers:
    async def test_fields(self, sim: Simulator) -> None:
        number = await sim.get(f"/v23.0/{NUMBER}", fields="verified_name,throughput,webhook_configuration")

        assert number["verified_name"] == "Provedor Aurora"
        assert number["throughput"] == {"level": "STANDARD"}
        assert number["webhook_configuration"] == {"application": sim.receiver.url}

    async def test_list(self, sim: Simulator) -> None:
        listed = await sim.get(f"/v23.0/{WABA}/phone_numbers")

        assert [number["id"] for number in listed["data"]] == [NUMBER]

    async def test_second_account_has_its_own_token(self, sim: Simulator) -> None:
        new = {
            "phone_number_id": "701",
            "display_phone_number": "+55 21 95555-0200",
            "waba_id": "901",
            "access_token": "t2",
        }
        await sim.client.post("/_sim/numbers", json=new)

        own = await sim.client.get("/v23.0/701", headers={"Authorization": "Bearer t2"})
        other = await sim.client.get("/v23.0/701", headers=AUTH)

        assert (own.status_code, other.status_code) == (200, 400)

    async def test_second_account_signs_with_its_own_secret(self, sim: Simulator) -> None:
        new = {
            "phone_number_id": "702",
            "display_phone_number": "+55 21 95555-0300",
            "waba_id": "902",
            "app_secret": "s2",
            "webhook_url": f"{sim.receiver.url}/902",
        }
        await sim.client.post("/_sim/numbers", json=new)

        await sim.write(phone_number_id="702")
        await eventually(lambda: len(sim.receiver.posts) == 1)

        [post] = sim.receiver.posts
        expected = hmac.new(b"s2", post.body, hashlib.sha256).hexdigest()
        assert post.headers["x-hub-signature-256"] == f"sha256={expected}"

    async def test_unknown_edge_is_refused_in_metas_shape(self, sim: Simulator) -> None:
        answer = await sim.client.get(f"/v23.0/{NUMBER}/nonsense", headers=AUTH)

        assert (answer.status_code, answer.json()["error"]["error_subcode"]) == (400, 33)

    async def test_debug_token(self, sim: Simulator) -> None:
        good = await sim.get("/v23.0/debug_token", input_token="sim-access-token")
        bad = await sim.get("/v23.0/debug_token", input_token="other")

        assert (good["data"]["is_valid"], bad["data"]["is_valid"]) == (True, False)


class TestSubscriptions:
    async def test_handshake_and_override(self, sim: Simulator) -> None:
        url = f"{sim.receiver.url}/own"
        body = {"override_callback_uri": url, "verify_token": "v"}

        answer = await sim.client.post(f"/v23.0/{WABA}/subscribed_apps", json=body, headers=AUTH)
        listed = await sim.get(f"/v23.0/{WABA}/subscribed_apps")

        assert answer.json() == {"success": True}
        assert listed["data"][0]["override_callback_uri"] == url

    async def test_fails_without_the_challenge(self, sim: Simulator) -> None:
        sim.receiver.echo_challenge = False
        body = {"override_callback_uri": sim.receiver.url, "verify_token": "v"}

        answer = await sim.client.post(f"/v23.0/{WABA}/subscribed_apps", json=body, headers=AUTH)

        assert answer.status_code == 400
        assert "#2200" in answer.json()["error"]["error_data"]["details"]

    async def test_unsubscribed_account_is_silent(self, sim: Simulator) -> None:
        await sim.client.delete(f"/v23.0/{WABA}/subscribed_apps", headers=AUTH)

        await sim.write("ninguém ouve")
        await sim.client.post(f"/v23.0/{WABA}/subscribed_apps", headers=AUTH)
        await sim.write("agora sim")
        await eventually(lambda: len(sim.receiver.messages()) == 1)

        assert sim.receiver.messages()[0]["text"]["body"] == "agora sim"

    async def test_number_override_goes_first(self, sim: Simulator) -> None:
        override = {"override_callback_uri": f"{sim.receiver.url}/number", "verify_token": "v"}

        answer = await sim.client.post(f"/v23.0/{NUMBER}", json={"webhook_configuration": override}, headers=AUTH)
        number = await sim.get(f"/v23.0/{NUMBER}", fields="webhook_configuration")

        assert answer.json() == {"success": True}
        assert number["webhook_configuration"]["phone_number"] == f"{sim.receiver.url}/number"
