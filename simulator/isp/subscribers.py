"""Who subscribes to the provider, on which plan, and how they pay: the same at each start."""

from typing import Literal

from msgspec import Struct

from simulator.isp.documents import cnpj_of, cpf_of

Paying = Literal["promptly", "late", "never"]
"""`late`: last month's is still open; `never`: the last three are, and the line is blocked."""
Standing = Literal["ativo", "bloqueado", "cancelado"]


class Plan(Struct, frozen=True, kw_only=True):
    """What the provider sells; the price is in cents."""

    id: int
    name: str
    megabits: int
    cents: int


class Service(Struct, frozen=True, kw_only=True):
    """One line to one address."""

    id: int
    plan: Plan
    address: str
    login: str
    password: str


class Subscriber(Struct, kw_only=True):
    """Somebody with a line. `outage` is what the provider knows to be broken there."""

    id: int
    name: str
    document: str
    phones: tuple[str, ...]
    email: str | None
    due_day: int
    paying: Paying
    services: tuple[Service, ...]
    standing: Standing = "ativo"
    online: bool = True
    outage: str | None = None

    @property
    def cents(self) -> int:
        """What they pay a month."""
        return sum(service.plan.cents for service in self.services)


PLANS = (
    Plan(id=1, name="Fibra 300 Mega", megabits=300, cents=8_990),
    Plan(id=2, name="Fibra 600 Mega", megabits=600, cents=10_990),
    Plan(id=3, name="Fibra 1 Giga", megabits=1_000, cents=14_990),
)

_OUTAGE = "Rompimento de fibra na estrada da Boa Vista; previsão de retorno às 18h."
_FIRST_ID, _FIRST_SERVICE = 1_040, 5_100


class _Entry(Struct, frozen=True, kw_only=True):
    """One line of the list below; nine digits make a CPF, twelve a CNPJ."""

    name: str
    number: str
    phone: str
    plans: tuple[int, ...] = (1,)
    due_day: int = 10
    paying: Paying = "promptly"
    standing: Standing = "ativo"
    online: bool = True
    outage: str | None = None


_ENTRIES = (
    _Entry(name="Marina Alves", number="529982247", phone="5511975550123", plans=(2,), paying="late"),
    _Entry(name="Ana Lima", number="111444777", phone="5511988880001"),
    _Entry(name="Carlos Menezes", number="231002999", phone="5521977770002", due_day=5, paying="late"),
    _Entry(name="Juliana Rocha", number="314159265", phone="5531966660003", plans=(2,), due_day=20),
    _Entry(name="Pedro Antunes", number="271828182", phone="5541999990004", standing="cancelado", online=False),
    _Entry(name="Célia Barros", number="161803398", phone="551133330005", due_day=15),
    _Entry(name="Rafael Souto", number="141421356", phone="5551988880006", plans=(3,)),
    _Entry(name="Mercado Estrela Ltda", number="112223330001", phone="5571999990007", plans=(3, 3), due_day=5),
    _Entry(name="Beatriz Nunes", number="173205080", phone="5581988880008", plans=(1,), due_day=20),
    _Entry(name="Thiago Ramos", number="223606797", phone="5511977770009", plans=(2,), due_day=5),
    _Entry(name="Larissa Campos", number="264575131", phone="5562966660010", plans=(2,), online=False),
    _Entry(name="Sítio Boa Vista", number="112223330002", phone="5517988880011", online=False, outage=_OUTAGE),
    _Entry(name="Marcos Vinícius", number="331662479", phone="5585977770012", paying="never", standing="bloqueado"),
)
_STREETS = ("Rua das Acácias", "Avenida Brasil", "Rua Sete de Setembro", "Travessa do Sol", "Rua XV de Novembro")


def subscribers() -> list[Subscriber]:
    """Make them anew, so that what one test changes no other sees."""
    return [_subscriber(place, entry) for place, entry in enumerate(_ENTRIES)]


def _subscriber(place: int, entry: _Entry) -> Subscriber:
    is_person = len(entry.number) == 9  # noqa: PLR2004 - a CPF without its check digits
    login = entry.name.split()[0].lower()
    return Subscriber(
        id=_FIRST_ID + place,
        name=entry.name,
        document=cpf_of(entry.number) if is_person else cnpj_of(entry.number),
        phones=(entry.phone,),
        email=f"cliente{_FIRST_ID + place}@example.com" if is_person else None,
        due_day=entry.due_day,
        paying=entry.paying,
        services=tuple(
            Service(
                id=_FIRST_SERVICE + place * 10 + number,
                plan=PLANS[plan - 1],
                address=f"{_STREETS[(place + number) % len(_STREETS)]}, {100 + place * 7 + number}",
                login=f"{login}{number}@aurora",
                password=f"pppoe-{place}-{number}",
            )
            for number, plan in enumerate(entry.plans)
        ),
        standing=entry.standing,
        online=entry.online and entry.standing == "ativo",
        outage=entry.outage,
    )
