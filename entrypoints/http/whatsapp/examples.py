"""Examples for the API's description of numbers."""

from uuid import UUID

from application.ports.readers.whatsapp_configs import FailureCount, NumberSigns, WhatsAppConfigRow
from application.whatsapp.get_config_health import ConfigHealth
from application.whatsapp.prove_config import ConfigProof
from application.whatsapp.provider_hops import EXPIRED, Hop
from domain.shared.ids import WhatsAppConfigId
from domain.whatsapp.config import ApiType, ConnectionState
from domain.whatsapp.health import NumberHealth
from entrypoints.http.examples import AT
from entrypoints.http.whatsapp.requests import AddConfigRequest, UpdateConfigRequest
from entrypoints.http.whatsapp.responses import ConfigHealthView, ConfigProofView, WhatsAppConfigView

ADD_CONFIG = AddConfigRequest(
    name="Atendimento",
    phone_number="+55 11 4000-0000",
    phone_number_id="106540352242922",
    business_account_id="102290129340398",
    access_token="EAAJB…",  # noqa: S106  # an example
    app_secret="614fc2af…",  # noqa: S106  # the same
    webhook_verify_token="choose-one",  # noqa: S106  # the same
)
UPDATE_CONFIG = UpdateConfigRequest(name="Vendas", daily_limit=1_000, rate_limit_per_minute=None)
_ROW = WhatsAppConfigRow(
    id=WhatsAppConfigId(UUID("0198a000-0000-7000-8000-000000000003")),
    name="Atendimento",
    phone_number="551140000000",
    phone_number_id="106540352242922",
    business_account_id="102290129340398",
    api_type=ApiType.OFFICIAL,
    api_url=None,
    is_active=True,
    connection=ConnectionState.UNKNOWN,
    chatbot_id=None,
    messages_per_second=80,
    rate_limit_per_minute=None,
    daily_limit=1_000,
    quality_rating="green",
    messaging_tier="tier_2k",
    throughput_level="standard",
    verified_name="Provedor Aurora",
    paused_until=AT,
    pause_reason="misconfigured: 190",
    has_access_token=True,
    has_app_secret=True,
    has_verify_token=True,
    version=1,
    created_at=AT,
    updated_at=AT,
)
CONFIG = WhatsAppConfigView.of(_ROW)
PROOF = ConfigProofView.of(
    ConfigProof(
        ok=False,
        hops=[
            Hop(name="secrets", ok=True),
            Hop(name="token", ok=False, detail="190: Session has expired", fix=EXPIRED),
        ],
    )
)
HEALTH = ConfigHealthView.of(
    ConfigHealth(
        config=_ROW,
        health=NumberHealth(checked_at=AT, status="connected", name_status="approved"),
        signs=NumberSigns(
            last_inbound_at=AT,
            last_outbound_at=AT,
            last_webhook_at=AT,
            waiting_to_be_sent=12,
            sent_today=340,
            failures=[FailureCount(code="131026", count=2)],
        ),
        is_paused=True,
    )
)
