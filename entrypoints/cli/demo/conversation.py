"""The demo's conversation: a customer, the bot that asks the ERP, and a person who takes over, each answer timed."""

import secrets
import time

import click
from dishka import AsyncContainer

from application.conversations.take_over_conversation import TakeOverConversation
from application.messages.send_message import SendMessage, SendMessageHandler
from application.ports.clock import Clock
from application.ports.memberships import Memberships
from application.ports.readers.conversations import ConversationFilters, ConversationList
from application.shared.actor import Actor
from application.shared.page import PageRequest
from domain.conversations.states import ConversationStatus
from domain.identity.permissions import ROLE_PERMISSIONS, Role
from domain.shared.content import Text
from domain.shared.ids import ConversationId, SessionId
from entrypoints.cli.demo import company
from entrypoints.cli.demo.seed import Seeded
from simulator.customer import Customer, NoAnswerError, choices, text_of
from simulator.state.conversations import PhoneMessage

PATIENCE = 15.0
"""Seconds for an answer; it takes some hundredths."""

CUSTOMER = "Marina Alves"

SCRIPT = (
    ("say", "Oi, boa tarde!", "Como posso ajudar?"),
    ("press", "2ª via", "Qual é o CPF do titular"),
    ("say", "123", "Não reconheci esse CPF"),
    ("say", "529.982.247-25", "no valor de R$ 109,90"),
    ("hear", "", "99990000"),
    ("hear", "", "br.gov.bcb.pix"),
    ("hear", "", "Posso ajudar em algo mais?"),
    ("press", "Sem internet", "Você já reiniciou o roteador?"),
    ("press", "Já reiniciei", "Vou passar você para um técnico"),
)
"""What the customer says, presses, or only hears; and what an answer must hold, of the invoice what never changes."""
ANSWER_OF_PERSON = "Oi, Marina! Aqui é o Bruno. Já estou vendo o sinal da sua casa."


async def play(container: AsyncContainer, seeded: Seeded, *, simulator_url: str) -> bool:
    """Play it and print the transcript; False when an expected answer did not come."""
    phone = f"55119{secrets.randbelow(10**8):08d}"
    async with Customer(simulator_url, phone=phone, name=CUSTOMER) as customer:
        try:
            last: PhoneMessage | None = None
            for how, words, expected in SCRIPT:
                last = await _turn(customer, how, words, expected, last=last)
            await _person_answers(container, seeded, customer)
        except NoAnswerError as error:
            click.secho(f"\n  The expected answer did not come: {error}", fg="red", err=True)
            click.echo("  Data of an earlier version may be why: `make clean`, and start again.", err=True)
            return False
    return True


async def _turn(customer: Customer, how: str, words: str, expected: str, *, last: PhoneMessage | None) -> PhoneMessage:
    if how != "hear":
        click.echo(f"  {CUSTOMER:>15}  {'[' + words + ']' if how == 'press' else words}")
    since = time.perf_counter()
    if how == "press" and last is not None:
        await customer.press(words, on=last)
    elif how == "say":
        await customer.say(words)
    answer = await customer.wait_for(expected, seconds=PATIENCE)
    _print_answer("Aurora", answer, since=since)
    return answer


async def _person_answers(container: AsyncContainer, seeded: Seeded, customer: Customer) -> None:
    memberships: Memberships = await container.get(Memberships)
    departments = await memberships.of(seeded.tenant_id, [seeded.agent_id])
    actor = Actor(
        user_id=seeded.agent_id,
        tenant_id=seeded.tenant_id,
        session_id=SessionId(seeded.agent_id),
        permissions=ROLE_PERMISSIONS[Role.AGENT],
        departments=departments[seeded.agent_id],
    )
    conversation_id = await _waiting_conversation(container, actor, customer)
    take_over = await container.get(TakeOverConversation)
    await take_over(actor, conversation_id)
    click.secho(f"  {'':>15}  — {company.AGENT.name} takes over; the bot is silent —", dim=True)
    send = await container.get(SendMessageHandler)
    since = time.perf_counter()
    await send(actor, SendMessage(conversation_id=conversation_id, content=Text(body=ANSWER_OF_PERSON)))
    _print_answer("Bruno", await customer.wait_for(ANSWER_OF_PERSON, seconds=PATIENCE), since=since)


async def _waiting_conversation(container: AsyncContainer, actor: Actor, customer: Customer) -> ConversationId:
    conversations: ConversationList = await container.get(ConversationList)
    filters = ConversationFilters(statuses=(ConversationStatus.WAITING,))
    now = (await container.get(Clock)).now()
    page = await conversations.page(
        actor.tenant_id, viewer=actor.viewer, now=now, filters=filters, page=PageRequest(limit=100)
    )
    for row in page.items:
        if row.contact_phone is not None and row.contact_phone.endswith(customer.phone[-8:]):
            return row.id
    raise NoAnswerError("the conversation does not wait for a person")


def _print_answer(who: str, answer: PhoneMessage, *, since: float) -> None:
    milliseconds = (time.perf_counter() - since) * 1000
    took = click.style(f"{milliseconds:.0f} ms", dim=True)
    titles = "  ".join(f"[{title}]" for _, title in choices(answer))
    click.echo(f"  {click.style(f'{who:>15}', fg='green')}  {text_of(answer)}  {took}")
    if titles:
        click.echo(f"  {'':>15}  {titles}")
