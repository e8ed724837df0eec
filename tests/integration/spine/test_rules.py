"""Rules after events: what they do, once, as a rule; and that they never go in circles."""

import msgspec
import pytest

from application.ports.serving import ApplyRules
from application.support.apply_rules import ApplyRulesHandler
from domain.contacts.tag import Tag
from domain.shared.ids import AutomationRuleId, DepartmentId, TagId
from domain.support.actions import (
    Action,
    AddTags,
    AssignDepartment,
    AssignUser,
    Notify,
    RemoveTags,
    Resolve,
    SendText,
    SetPriority,
    Snooze,
)
from domain.support.bot_texts import BotTextKey
from domain.support.conditions import All, Condition, Field, HasTag, Is, Not, Says
from domain.support.rules import MAX_DEPTH, MAX_RUNS_AN_HOUR, AutomationRule, RuleEvent
from tests.contract.repositories.stored import a_user, new_id
from tests.integration.spine.orders import do_orders
from tests.integration.spine.spine import Spine
from tests.integration.spine.test_waiting import hear, switch_on

ALWAYS = All()
_RUNS = "SELECT outcome FROM automation_runs ORDER BY id"


async def rule(
    spine: Spine, event: RuleEvent, *actions: Action, when: Condition = ALWAYS, name: str = "Regra"
) -> AutomationRule:
    made = AutomationRule(
        id=AutomationRuleId(new_id()), name=name, event=event, created_at=spine.now, conditions=when, actions=actions
    )
    async with (await spine.uow())(spine.tenant_id) as tx:
        await tx.automation_rules.add(made)
    return made


async def tag(spine: Spine, name: str) -> TagId:
    made = Tag(id=TagId(new_id()), name=name, color="#112233", created_at=spine.now)
    async with (await spine.uow())(spine.tenant_id) as tx:
        await tx.tags.add(made)
    return made.id


async def says(spine: Spine, *words: str) -> list[str]:
    """Let the customer write, do what follows, and give what they are told."""
    before = len(spine.sent())
    await hear(spine, *words)
    await do_orders(spine)
    await spine.drain()
    return [str(row.text).strip() for row in spine.sent()[before:]]


async def test_a_word_tags_and_assigns(spine: Spine) -> None:
    user, billing = a_user(spine.tenant_id), await tag(spine, "Financeiro")
    async with (await spine.uow())(spine.tenant_id) as tx:
        await tx.users.add(user)
    actions = (AddTags(tag_ids=(billing,)), AssignUser(user_id=user.id), SetPriority(priority="high"), Notify())
    made = await rule(spine, RuleEvent.MESSAGE_RECEIVED, *actions, when=Says(words=("boleto",)))

    await says(spine, "oi")
    assert await spine.column(_RUNS) == []

    await says(spine, "Quero meu BOLETO!")

    assert await spine.one("SELECT tag_id FROM conversation_tags") == billing
    row = (await spine.rows("SELECT assigned_to, handler, priority FROM conversations"))[0]
    assert tuple(row) == (user.id, "agent", "high")
    assert set(await spine.column("SELECT kind FROM timeline WHERE actor = 'rule'")) == {
        "rule_applied",
        "tagged",
        "assigned",
        "priority_changed",
    }
    assert await spine.column("SELECT rule_id FROM automation_runs WHERE outcome = 'done'") == [made.id]


async def test_the_same_event_is_answered_once(spine: Spine) -> None:
    await rule(spine, RuleEvent.CONVERSATION_WAITING, SendText(text="Olá {{ contact.first_name }}!"))
    await hear(spine, "oi")
    [payload] = await spine.column("SELECT payload FROM platform.jobs WHERE entrypoint = 'apply_rules'")
    assert isinstance(payload, bytes)
    job, apply = msgspec.json.decode(payload, type=ApplyRules), await spine.container.get(ApplyRulesHandler)

    await apply(job)
    await apply(job)
    await spine.drain()

    assert [str(row.text).startswith("Olá") for row in spine.sent()] == [True]
    assert await spine.column(_RUNS) == ["done"]


async def test_rules_that_undo_each_other_are_stopped(spine: Spine) -> None:
    ping = await tag(spine, "Ping")
    on, off = AddTags(tag_ids=(ping,)), RemoveTags(tag_ids=(ping,))
    await rule(spine, RuleEvent.CONVERSATION_WAITING, on, name="começo")
    await rule(spine, RuleEvent.TAG_ADDED, off, when=HasTag(tag_ids=(ping,)), name="tira")
    await rule(spine, RuleEvent.TAG_REMOVED, on, when=Not(condition=HasTag(tag_ids=(ping,))), name="põe")

    await says(spine, "oi")

    runs = await spine.rows("SELECT outcome, depth, details FROM automation_runs ORDER BY depth")
    assert [row["outcome"] for row in runs] == ["done"] * MAX_DEPTH + ["stopped"]
    assert [row["depth"] for row in runs] == list(range(MAX_DEPTH + 1))


async def test_one_conversation_has_so_many_an_hour(spine: Spine) -> None:
    await rule(spine, RuleEvent.MESSAGE_RECEIVED, SetPriority(priority="high"))
    await hear(spine, "oi")
    await spine.rows(
        "INSERT INTO automation_runs SELECT r.tenant_id, gen_random_uuid(), r.id, gen_random_uuid(), c.id, 'done', 0,"
        " '{}', $1 FROM automation_rules r, conversations c, generate_series(1, $2::int)",
        spine.now,
        MAX_RUNS_AN_HOUR,
    )

    await do_orders(spine)

    assert await spine.column("SELECT details ->> 'reason' FROM automation_runs WHERE outcome = 'stopped'") == [
        "too_many"
    ]
    assert await spine.one("SELECT priority FROM conversations") == "medium"


async def test_what_fails_leaves_nothing_but_its_run_and_hinders_no_other(spine: Spine) -> None:
    billing = await tag(spine, "Financeiro")
    nobody = AssignDepartment(department_id=DepartmentId(new_id()))
    await rule(spine, RuleEvent.CONVERSATION_WAITING, AddTags(tag_ids=(billing,)), nobody, name="a")
    await rule(spine, RuleEvent.CONVERSATION_WAITING, SetPriority(priority="urgent"), name="b")

    await says(spine, "oi")

    assert sorted(map(str, await spine.column(_RUNS))) == ["done", "failed"]
    assert await spine.column("SELECT tag_id FROM conversation_tags") == []
    assert await spine.one("SELECT priority FROM conversations") == "urgent"


@pytest.mark.parametrize("action", [Resolve(resolution="regra"), Snooze(minutes=10)])
async def test_it_resolves_with_the_question_or_lets_sleep(spine: Spine, action: Action) -> None:
    await switch_on(spine, BotTextKey.CSAT_QUESTION)
    await rule(
        spine,
        RuleEvent.MESSAGE_RECEIVED,
        action,
        SetPriority(priority="low"),
        when=Is(field=Field.STATUS, any_of=("waiting",)),
    )

    await says(spine, "tchau")

    is_over = isinstance(action, Resolve)
    assert await spine.one("SELECT status FROM conversations") == ("resolved" if is_over else "waiting")
    assert await spine.one("SELECT count(*) FROM csat_answers") == int(is_over)
    assert await spine.one("SELECT snoozed_until IS NOT NULL FROM conversations") is not is_over


async def test_where_no_rule_is_for_it_nothing_is_ordered(spine: Spine) -> None:
    await rule(spine, RuleEvent.CONVERSATION_RESOLVED, SetPriority(priority="low"))

    await hear(spine, "oi", "tem alguém?")

    ordered = "SELECT count(*) FROM platform.jobs WHERE entrypoint IN ('apply_rules', 'tend_promises')"
    assert await spine.one(ordered) == 0
