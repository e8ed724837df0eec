"""Examples of companies for the API's description."""

from uuid import UUID

from application.ports.readers.tenants import TenantDetail, TenantRow
from application.tenants.get_usage import MetricUsage, Usage
from domain.shared.ids import TenantId
from domain.tenants.plans import FREE_TRIAL, Metric, Plan
from domain.tenants.settings import Branding, RateLimits, SecurityPolicy, TenantSettings
from domain.tenants.tenant import TRIAL, Isolation, TenantStatus
from entrypoints.http.examples import AT
from entrypoints.http.tenants.requests import (
    BrandingRequest,
    ChangePlanRequest,
    CreateTenantRequest,
    FirstAdminRequest,
    SecurityRequest,
    SuspendTenantRequest,
    UpdateSettingsRequest,
    UpdateTenantRequest,
)
from entrypoints.http.tenants.responses import CompanyView, Plans

_TENANT = TenantId(UUID("0198a000-0000-7000-8000-000000000001"))

_ROW = {
    "id": _TENANT,
    "name": "Provedor Aurora",
    "slug": "aurora",
    "domain": "atende.aurora.com.br",
    "status": TenantStatus.TRIAL,
    "status_reason": None,
    "plan": FREE_TRIAL,
    "trial_ends_at": AT + TRIAL,
    "next_payment_on": None,
    "isolation": Isolation.SHARED,
    "time_zone": "America/Sao_Paulo",
    "language": "pt-BR",
    "version": 3,
    "created_at": AT,
    "updated_at": AT,
    "deleted_at": None,
}
ROW = TenantRow(**_ROW)  # type: ignore[arg-type]  # the fields of a row, written once for two examples
TENANT = TenantDetail(
    **_ROW,  # type: ignore[arg-type]  # the same
    limits={Metric.USERS: 8},
    settings=TenantSettings(
        branding=Branding(name="Aurora", primary_color="#0f766e"),
        security=SecurityPolicy(two_factor_required=True, allowed_networks=("203.0.113.0/24",), session_hours=12),
        rate_limits=RateLimits(requests_per_second=20, burst=100),
        dashboard_origins=("https://painel.aurora.com.br",),
    ),
)
COMPANY = CompanyView.of(TENANT)

CREATE_TENANT = CreateTenantRequest(
    name="Provedor Aurora",
    slug="aurora",
    departments=("Suporte", "Financeiro"),
    admin=FirstAdminRequest(email="ana@aurora.example", name="Ana"),
)
UPDATE_TENANT = UpdateTenantRequest(domain="atende.aurora.com.br", limits={Metric.USERS: 8})
CHANGE_PLAN = ChangePlanRequest(plan="growth")
SUSPEND = SuspendTenantRequest(reason="Invoice of July is not paid.")
UPDATE_SETTINGS = UpdateSettingsRequest(
    time_zone="America/Recife",
    branding=BrandingRequest(primary_color="#0f766e"),
    security=SecurityRequest(two_factor_required=True, session_hours=12),
)

USAGE = Usage(
    tenant_id=_TENANT,
    plan=FREE_TRIAL,
    metrics=[
        MetricUsage(metric=Metric.USERS, used=3, limit=8, remaining=5),
        MetricUsage(metric=Metric.MESSAGES_PER_MONTH, used=412, limit=1_000, remaining=588),
    ],
)
PLANS = Plans(
    items=[
        Plan(
            code="starter",
            position=1,
            names={"pt-BR": "Inicial", "en": "Starter"},
            limits={Metric.USERS: 5, Metric.MESSAGES_PER_MONTH: 10_000, Metric.CAMPAIGNS: None},
            features=("inbox", "flows", "api"),
        )
    ]
)
