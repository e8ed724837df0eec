"""Examples for the document, of a company that everybody knows by now."""

from datetime import UTC, date, datetime
from uuid import UUID

from application.ports.readers.bot_flows import NumberFlows, RunningFlow
from application.ports.readers.queues import DepartmentName
from application.support.get_business_hours import ShownHours
from application.support.get_queue import QueueView
from application.support.list_public_holidays import PublicHoliday
from application.support.preview_hours import HoursPreview, ShownDay, ShownOpening
from domain.flows.triggers import Keyword
from domain.shared.ids import ChatbotId, DepartmentId, FlowId, HolidayId, WhatsAppConfigId
from domain.support.bot_texts import BotText, BotTextKey
from domain.support.holidays import Holiday
from domain.support.week import WEEKDAYS, Span
from entrypoints.http.support.requests import (
    AddHolidayRequest,
    SetBusinessHoursRequest,
    SpanRequest,
    TextsRequest,
    UpdateBotTextRequest,
    WeekRequest,
)
from entrypoints.http.support.responses import (
    BotConfig,
    BotFlows,
    BotTextView,
    DepartmentDirectory,
    PublicHolidayList,
)

AT = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)
_DEPARTMENT = DepartmentId(UUID("0198a000-0000-7000-8000-0000000000c1"))
_MORNING, _AFTERNOON = Span(opens="08:00", closes="12:00"), Span(opens="13:00", closes="18:00")
_DAY = (SpanRequest(opens="08:00", closes="12:00"), SpanRequest(opens="13:00", closes="18:00"))

HOURS = ShownHours(
    department_id=None,
    is_set=True,
    is_inherited=False,
    week=dict.fromkeys(WEEKDAYS[:5], (_MORNING, _AFTERNOON)),
    time_zone="America/Sao_Paulo",
    own_time_zone=None,
    observes_holidays=True,
    version=3,
)
SET_HOURS = SetBusinessHoursRequest(
    week=WeekRequest(monday=_DAY, tuesday=_DAY, wednesday=_DAY, thursday=_DAY, friday=_DAY), observes_holidays=True
)
PREVIEW = HoursPreview(
    is_set=True,
    is_open=True,
    open_until=datetime(2026, 8, 12, 15, 0, tzinfo=UTC),
    next_opening=None,
    time_zone="America/Sao_Paulo",
    days=[
        ShownDay(
            day=date(2026, 8, 12),
            holiday=None,
            openings=[
                ShownOpening(
                    opens_at=datetime(2026, 8, 12, 11, 0, tzinfo=UTC),
                    closes_at=datetime(2026, 8, 12, 15, 0, tzinfo=UTC),
                )
            ],
        )
    ],
)
HOLIDAY = Holiday(
    id=HolidayId(UUID("0198a000-0000-7000-8000-0000000000d1")),
    day=date(2026, 1, 25),
    name="Aniversário de São Paulo",
    is_yearly=True,
    is_open=False,
    created_at=AT,
)
ADD_HOLIDAY = AddHolidayRequest(day=date(2026, 1, 25), name="Aniversário de São Paulo", is_yearly=True)
PUBLIC_HOLIDAYS = PublicHolidayList(items=[PublicHoliday(day=date(2026, 4, 21), name="Tiradentes")])

TEXT = BotTextView.of(BotText.default(BotTextKey.AWAY))
CONFIG = BotConfig(items=[TEXT])
UPDATE_TEXT = UpdateBotTextRequest(
    is_enabled=True, texts=TextsRequest(pt_br="Estamos fechados. Voltamos {{ next_opening }}.")
)
FLOWS = BotFlows(
    items=[
        NumberFlows(
            id=WhatsAppConfigId(UUID("0198a000-0000-7000-8000-000000000011")),
            name="Suporte",
            phone_number="+5511990000000",
            is_active=True,
            chatbot_id=ChatbotId(UUID("0198a000-0000-7000-8000-000000000021")),
            chatbot_name="Aurora",
            flows=[
                RunningFlow(
                    id=FlowId(UUID("0198a000-0000-7000-8000-000000000031")),
                    name="Segunda via",
                    number=4,
                    trigger=Keyword(keywords=("boleto",)),
                    priority=10,
                    is_main=False,
                    is_of_number=True,
                )
            ],
        )
    ]
)
QUEUE = QueueView(
    department_id=_DEPARTMENT,
    is_open=True,
    waiting=3,
    oldest_waiting_since=AT,
    estimated_wait_seconds=540,
    agents_online=4,
    agents_available=1,
)
DIRECTORY = DepartmentDirectory(
    items=[DepartmentName(id=_DEPARTMENT, name="Suporte", description="Segundo nível", is_default=True, waiting=3)]
)
