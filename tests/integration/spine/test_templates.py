"""Templates between Meta, us and the customer: read, told of, filled and sent."""

from datetime import timedelta

import msgspec
import pytest

from application.messages.addressing import Address
from application.messages.say import Words
from application.messages.send_to import SendTo, SendToHandler
from application.whatsapp.templates.create_template import CreateTemplate, CreateTemplateHandler
from application.whatsapp.templates.delete_template import DeleteTemplate
from application.whatsapp.templates.edit_template import EditTemplate, EditTemplateHandler
from application.whatsapp.templates.sync_all_templates import SyncAllTemplates, SyncAllTemplatesHandler
from application.whatsapp.templates.sync_templates import SyncTemplates
from domain.conversations.errors import ContentRefusedError
from domain.conversations.message import Message
from domain.identity.permissions import Permission
from domain.shared.content import Template
from domain.shared.errors import InvalidError
from domain.shared.ids import TemplateId
from domain.whatsapp.config import ApiType
from domain.whatsapp.templates.errors import (
    TemplatePausedError,
    TemplateRefusedError,
    TemplatesNotSupportedError,
    TemplateTakenError,
    TemplateUnknownError,
)
from domain.whatsapp.templates.parameters import loose_components
from domain.whatsapp.templates.sync import SyncState
from simulator.state.templates import Template as AtMeta
from tests.contract.repositories.stored import a_user
from tests.integration.spine import wire
from tests.integration.spine.spine import Spine
from tests.integration.spine.test_accounts import events, tells
from tests.unit.templates.drafts import BODY, FOOTER, a_draft

PHONE = "5511988887777"
_STATES = "SELECT name || '/' || language AS name, status FROM templates ORDER BY name, language"


async def _states(spine: Spine) -> dict[str, str]:
    return {row["name"]: row["status"] for row in await spine.rows(_STATES)}


async def _send(spine: Spine, name: str, language: str = "pt_BR", **values: object) -> Message:
    send = await spine.container.get(SendToHandler)
    content = Template(name=name, language=language, components=loose_components(**values))  # type: ignore[arg-type]
    sent: Message = await send(await spine.agent(), SendTo(address=Address(phone=PHONE), words=Words(content=content)))
    return sent


def _at_meta(spine: Spine, name: str) -> AtMeta:
    found = spine.world.templates.find(wire.ACCOUNT_ID, name=name, language="pt_BR")
    assert found is not None
    return found


async def _told(spine: Spine, name: str, event: str, **more: object) -> None:
    about = {"message_template_name": name, "message_template_language": "pt_BR"}
    template_id = int(_at_meta(spine, name).id)
    await tells(spine, "message_template_status_update", event=event, message_template_id=template_id, **about, **more)


async def _create(spine: Spine, **changed: object) -> TemplateId:
    create = await spine.container.get(CreateTemplateHandler)
    command = CreateTemplate(config_id=spine.config_id, draft=a_draft(BODY, FOOTER, **changed))
    return await create(await spine.agent(), command)


class TestReading:
    async def test_all_are_read_and_what_is_gone_is_shown_as_deleted(self, spine: Spine) -> None:
        await spine.read_templates()
        before = await _states(spine)
        spine.world.templates.remove(wire.ACCOUNT_ID, "promo_fibra")
        _at_meta(spine, "boas_vindas").status = "PAUSED"
        await spine.advance(timedelta(minutes=1))

        await spine.read_templates()

        after = await _states(spine)
        assert len(before) == len(after) == 8
        assert {name for name in after if after[name] != before[name]} == {"promo_fibra/pt_BR", "boas_vindas/pt_BR"}
        assert (after["promo_fibra/pt_BR"], after["boas_vindas/pt_BR"]) == ("deleted", "paused")
        assert await events(spine, "template_updated") == 8 + 2

    async def test_what_is_as_it_was_is_seen_and_not_written_anew(self, spine: Spine) -> None:
        dated = "SELECT name, version, updated_at, synced_at FROM templates ORDER BY id"
        await spine.read_templates()
        before = await spine.rows(dated)
        _at_meta(spine, "boas_vindas").status = "PAUSED"
        await spine.advance(timedelta(minutes=1))

        await spine.read_templates()

        after = await spine.rows(dated)
        written = {
            now["name"]
            for was, now in zip(before, after, strict=True)
            if (was["version"], was["updated_at"]) != (now["version"], now["updated_at"])
        }
        assert written == {"boas_vindas"}
        assert {row["synced_at"] for row in after} == {spine.now}

    async def test_how_far_it_is_is_shown(self, spine: Spine) -> None:
        sync, actor = await spine.container.get(SyncTemplates), await spine.agent()

        ordered = await sync(actor, spine.config_id)
        await spine.read_templates()
        done = await sync.show(actor, spine.config_id)

        assert ordered.state is SyncState.QUEUED
        assert (done.state, done.found, done.changed, done.deleted) == (SyncState.DONE, 8, 8, 0)
        assert done.ordered_at == ordered.ordered_at

    async def test_what_meta_refuses_is_shown_and_deletes_nothing(self, spine: Spine) -> None:
        await spine.read_templates()
        spine.world.faults.change({"down": True})

        await spine.read_templates()

        sync = await spine.container.get(SyncTemplates)
        failed = await sync.show(await spine.agent(), spine.config_id)
        assert failed.state is SyncState.FAILED
        assert failed.error is not None
        assert "deleted" not in (await _states(spine)).values()

    async def test_every_day_it_is_ordered_for_each_number(self, spine: Spine) -> None:
        await spine.rows("DELETE FROM platform.jobs")
        handler = await spine.container.get(SyncAllTemplatesHandler)

        await handler(SyncAllTemplates())
        await handler(SyncAllTemplates())

        ordered = await spine.rows("SELECT 1 FROM platform.jobs WHERE entrypoint = 'sync_templates'")
        assert len(ordered) == 1


class TestTelling:
    async def test_a_pause_is_written_down_told_and_refuses_the_next_send(self, spine: Spine) -> None:
        await spine.read_templates()

        await _told(spine, "boas_vindas", "PAUSED", other_info={"title": "FIRST_PAUSE", "description": "3 h"})
        await _told(spine, "boas_vindas", "PAUSED")

        assert (await _states(spine))["boas_vindas/pt_BR"] == "paused"
        assert await events(spine, "template_updated") == 8 + 1
        with pytest.raises(TemplatePausedError):
            await _send(spine, "boas_vindas")

    async def test_one_that_nobody_here_knows_is_read(self, spine: Spine) -> None:
        await spine.rows("DELETE FROM platform.jobs")

        await _told(spine, "boas_vindas", "APPROVED")

        assert len(await spine.rows("SELECT 1 FROM platform.jobs WHERE entrypoint = 'sync_templates'")) == 1


class TestWriting:
    async def test_one_is_kept_once_meta_took_it(self, spine: Spine) -> None:
        template_id = await _create(spine)

        assert await _states(spine) == {"pedido_saiu/pt_BR": "pending"}
        assert _at_meta(spine, "pedido_saiu").status == "PENDING"
        assert await spine.one("SELECT id FROM templates") == template_id
        with pytest.raises(TemplateTakenError):
            await _create(spine)

    async def test_what_is_wrong_is_not_asked(self, spine: Spine) -> None:
        with pytest.raises(InvalidError) as refused:
            await _create(spine, name="Não")

        assert [detail.field for detail in refused.value.details] == ["name"]

    async def test_metas_no_is_told_and_nothing_is_kept(self, spine: Spine) -> None:
        with pytest.raises(TemplateRefusedError) as refused:
            await _create(spine, name="boas_vindas")

        [detail] = refused.value.details
        assert "There is already pt_BR content" in detail.text
        assert await _states(spine) == {}

    async def test_one_is_changed_deleted_and_made_again(self, spine: Spine) -> None:
        template_id, actor = await _create(spine), await spine.agent()
        await _told(spine, "pedido_saiu", "APPROVED")
        _at_meta(spine, "pedido_saiu").status = "APPROVED"
        edit, delete = await spine.container.get(EditTemplateHandler), await spine.container.get(DeleteTemplate)

        await edit(actor, EditTemplate(template_id=template_id, components=(BODY,)))
        states = [await _states(spine)]
        await delete(actor, template_id)
        states.append(await _states(spine))
        again = await _create(spine)

        assert [list(state.values()) for state in states] == [["pending"], ["deleted"]]
        assert (again, await _states(spine)) == (template_id, {"pedido_saiu/pt_BR": "pending"})
        told = await spine.column("SELECT action FROM audit_log WHERE subject_type = 'template' ORDER BY seq")
        assert told == ["template.created", "template.updated", "template.deleted", "template.created"]

    async def test_a_number_of_another_provider_has_none(self, spine: Spine) -> None:
        await spine.rows("UPDATE whatsapp_configs SET api_type = $1", ApiType.EVOLUTION)

        with pytest.raises(TemplatesNotSupportedError):
            await _create(spine)


class TestSending:
    async def test_what_was_filled_is_what_meta_gets_and_what_is_kept(self, spine: Spine) -> None:
        await spine.read_templates()

        message = await _send(
            spine, "fatura_disponivel", header="maio", body=("Ana", "99,90", "10/12"), buttons={0: "abc"}
        )
        await spine.drain()

        words = "Fatura de maio\nOlá Ana, sua fatura de R$ 99,90 vence em 10/12.\nProvedor Aurora"
        assert [row.type for row in spine.sent()] == ["template"]
        assert isinstance(message.content, Template)
        assert message.content.preview == words
        assert await spine.one("SELECT last_message_preview FROM conversations") in {words, " ".join(words.split())}

    async def test_names_and_codes_reach_meta(self, spine: Spine) -> None:
        await spine.read_templates()

        await _send(spine, "lembrete_visita", body={"nome": "Ana", "quando": "às 14h"})
        await _send(spine, "codigo_acesso", body=("739154",))
        await spine.drain()

        assert ([row.type for row in spine.sent()], spine.refused()) == (["template", "template"], [])

    async def test_wrong_parameters_are_named_and_nothing_leaves(self, spine: Spine) -> None:
        await spine.read_templates()

        with pytest.raises(ContentRefusedError) as refused:
            await _send(spine, "lembrete_visita", body={"nome": "Ana", "hora": "14h"})

        assert [detail.field for detail in refused.value.details] == ["content.body.hora", "content.body.quando"]
        assert await spine.one("SELECT count(*) FROM messages") == 0

    async def test_one_that_is_not_there_names_the_languages_that_are(self, spine: Spine) -> None:
        await spine.read_templates()

        with pytest.raises(TemplateUnknownError) as unknown:
            await _send(spine, "boas_vindas", "es")

        [detail] = unknown.value.details
        assert detail.text == "there is en_US, pt_BR"


async def test_those_who_manage_templates_are_told(spine: Spine) -> None:
    uow = await spine.uow()
    async with uow(spine.tenant_id) as tx:
        await tx.users.add(a_user(spine.tenant_id, role="supervisor"))
        people = await tx.users.who_may(Permission.TEMPLATES_MANAGE)
    await spine.read_templates()

    await _told(spine, "boas_vindas", "FLAGGED")

    [row] = await spine.rows("SELECT data FROM platform.events WHERE type = 'notification'")
    told = msgspec.json.decode(row["data"])
    assert (told["kind"], told["user_ids"]) == ("template", [str(one) for one in people])
    assert told["data"]["status"] == "approved"
