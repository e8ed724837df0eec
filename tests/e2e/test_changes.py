"""What customers change after they have written, and what Meta tells of the account, through the simulator."""

import pytest

from tests.e2e.stage import Stage, until
from tests.integration.spine.flows import echo

PHONE, NEW_PHONE = "5511988887777", "5521977776666"

Row = dict[str, object]


async def _thread(stage: Stage, phone: str = PHONE) -> list[Row]:
    conversation = await stage.conversation(phone)
    answer = await stage.api.get(f"/conversations/{conversation['id']}/messages", params={"limit": 100})
    answer.raise_for_status()
    rows: list[Row] = answer.json()["items"]
    return rows


async def _theirs(stage: Stage, wamid: str) -> Row:
    return next((row for row in await _thread(stage) if row["provider_message_id"] == wamid), {})


async def _begin(stage: Stage) -> str:
    """Let a customer write and be answered; give the id of what they wrote."""
    await stage.log_in()
    await stage.load_flow(echo())
    await stage.start_worker()
    wamid = await stage.customer_says(PHONE, "oi")

    async def is_answered() -> bool:
        return len(await stage.phone_of(PHONE)) == 1

    await until(is_answered)
    return wamid


async def test_a_reaction_comes_and_goes(stage: Stage) -> None:
    wamid = await _begin(stage)
    ours = str((await stage.phone_of(PHONE))[0]["id"])
    for emoji in ("👍", ""):
        reaction = {"type": "reaction", "reaction": {"message_id": ours, "emoji": emoji}}
        await stage.customer_sends(PHONE, reaction)

        async def is_shown(wanted: str = emoji) -> bool:
            shown = [row["reactions"] for row in await _thread(stage) if row["provider_message_id"] == ours]
            return [one["emoji"] for one in shown[0]] == ([wanted] if wanted else [])  # type: ignore[attr-defined]

        await until(is_shown)

    assert len(await stage.phone_of(PHONE)) == 1, "nobody answers a reaction"
    assert (await _theirs(stage, wamid))["reactions"] == []


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        (
            {"type": "edit", "edit": {"message": {"type": "text", "text": {"body": "olá"}}}},
            {"type": "text", "body": "olá"},
        ),
        ({"type": "revoke", "revoke": {}}, {"type": "revoke", "target": ""}),
    ],
    ids=["edit", "revoke"],
)
async def test_changed_words_are_shown_on_their_message(
    stage: Stage, change: dict[str, dict[str, object]], shown: Row
) -> None:
    wamid = await _begin(stage)
    kind = str(change["type"])

    await stage.customer_sends(PHONE, {**change, kind: {**change[kind], "original_message_id": wamid}})

    async def is_shown() -> bool:
        return (await _theirs(stage, wamid))["content"] == shown

    await until(is_shown)
    assert len(await stage.phone_of(PHONE)) == 1


async def test_an_advertisement_and_an_unsupported_message_are_shown(stage: Stage) -> None:
    await _begin(stage)
    referral = {"source_type": "ad", "source_id": "12021", "headline": "500 Mega", "ctwa_clid": "ARAk"}
    advertised = await stage.customer_sends(
        PHONE, {"type": "text", "text": {"body": "vi o anúncio"}, "referral": referral}
    )
    error = {"code": 131051, "title": "Message type unknown", "error_data": {"details": "Not supported."}}
    poll = await stage.customer_sends(
        PHONE, {"type": "unsupported", "unsupported": {"type": "poll_creation"}, "errors": [error]}
    )

    async def are_there() -> bool:
        return bool(await _theirs(stage, advertised)) and bool(await _theirs(stage, poll))

    await until(are_there)
    kept = (await _theirs(stage, advertised))["referral"]
    shown = await _theirs(stage, poll)
    assert kept == {"source_type": "ad", "source_id": "12021", "headline": "500 Mega", "click_id": "ARAk"}
    assert (shown["type"], shown["error_code"]) == ("unsupported", "131051")


async def test_a_changed_number_goes_on_in_the_same_conversation(stage: Stage) -> None:
    await _begin(stage)
    before = (await stage.conversation(PHONE))["id"]

    await stage.customer_sends(
        PHONE, {"type": "system", "system": {"type": "user_changed_number", "body": "mudou", "wa_id": NEW_PHONE}}
    )

    async def is_moved() -> bool:
        answer = await stage.api.get("/conversations", params={"limit": 100})
        return [row["contact_phone"] for row in answer.json()["items"]] == [NEW_PHONE]

    await until(is_moved)
    assert (await stage.conversation(NEW_PHONE))["id"] == before


async def test_a_banned_number_says_why_it_is_silent_and_goes_on_when_it_is_back(stage: Stage) -> None:
    await _begin(stage)
    health = f"/whatsapp-configs/{stage.config_id}/health"

    async def tell(state: str) -> None:
        value = {"event": "DISABLED_UPDATE", "ban_info": {"waba_ban_state": state}}
        answer = await stage.simulator.post("/_sim/account", json={"field": "account_update", "value": value})
        answer.raise_for_status()

    async def pause() -> Row | None:
        found: Row | None = (await stage.api.get(health)).json()["pause"]
        return found

    async def is_paused() -> bool:
        return await pause() is not None

    await tell("DISABLE")
    await until(is_paused)
    told = await pause()
    await stage.customer_says(PHONE, "alô?")
    await tell("REINSTATE")

    async def is_answered() -> bool:
        return len(await stage.phone_of(PHONE)) == 2

    await until(is_answered)
    assert told is not None
    assert (told["reason"], told["until"]) == ("account_banned", None)
    assert "Meta" in str(told["explanation"])
    assert await pause() is None
