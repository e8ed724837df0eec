"""What a company may call itself and decide."""

import ipaddress
import re
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.shared.ids import TenantId
from domain.tenants.checks import (
    MAX_NETWORKS,
    MAX_ORIGINS,
    RESERVED_SLUGS,
    excludes,
    is_domain,
    is_name,
    is_slug,
    wrong_in_settings,
    wrong_in_tenant,
)
from domain.tenants.currencies import CURRENCIES
from domain.tenants.plans import Metric
from domain.tenants.settings import Branding, RateLimits, SecurityPolicy, TenantSettings
from domain.tenants.tenant import Tenant, TenantStatus

_labels = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?", fullmatch=True)
_networks = st.one_of(
    st.ip_addresses(v=4).map(lambda address: str(ipaddress.ip_network(f"{address}/24", strict=False))),
    st.ip_addresses(v=6).map(lambda address: str(ipaddress.ip_network(f"{address}/48", strict=False))),
    st.ip_addresses().map(str).filter(lambda address: "%" not in address),
)


def tenant(**changes: object) -> Tenant:
    fields: dict[str, object] = {"name": "Padaria Aurora", "slug": "aurora", **changes}
    return Tenant(
        id=TenantId(UUID(int=1)),
        status=TenantStatus.ACTIVE,
        created_at=datetime(2026, 8, 12, tzinfo=UTC),
        **fields,  # type: ignore[arg-type]  # the test's own words
    )


def wrong_fields(settings: TenantSettings) -> list[str]:
    return [detail.field for detail in wrong_in_settings(settings)]


class TestSlug:
    @given(st.text(max_size=70))
    def test_is_a_dns_label_or_refused(self, slug: str) -> None:
        if is_slug(slug):
            assert re.fullmatch(r"[a-z0-9-]{1,63}", slug)
            assert not slug.startswith("-")
            assert not slug.endswith("-")

    @pytest.mark.parametrize("slug", ["a", "aurora", "padaria-aurora", "0", "a" * 63, "a--b"])
    def test_of_letters_digits_and_hyphens_is_good(self, slug: str) -> None:
        assert is_slug(slug)

    @pytest.mark.parametrize("slug", ["", "-a", "a-", "Aurora", "a.b", "á", "a" * 64, "a b", "a\n", "xn--caf-dma"])
    def test_of_anything_else_is_refused(self, slug: str) -> None:
        assert not is_slug(slug)

    @pytest.mark.parametrize("slug", sorted(RESERVED_SLUGS))
    def test_is_none_of_the_platforms_own(self, slug: str) -> None:
        assert not is_slug(slug)


class TestDomain:
    @given(st.lists(_labels, min_size=2, max_size=4))
    def test_is_labels_between_dots(self, labels: list[str]) -> None:
        assert is_domain(".".join([*labels, "com"]))

    @pytest.mark.parametrize("domain", ["aurora.com.br", "atende.aurora.com.br", "xn--caf-dma.com", "a.xn--p1ai"])
    def test_in_punycode_is_good(self, domain: str) -> None:
        assert is_domain(domain)

    @pytest.mark.parametrize(
        "domain",
        ["", "aurora", "https://aurora.com", "café.com", "a..com", "-a.com", "a.com.", "a.com/x", "a.com:80", "A.com",
         "1.2.3.4", f"{'a' * 64}.com", f"{'a.' * 127}com", "a.com\n"],
    )  # fmt: skip
    def test_of_another_form_is_refused(self, domain: str) -> None:
        assert not is_domain(domain)


class TestTenant:
    def test_that_is_right_has_nothing_wrong(self) -> None:
        assert wrong_in_tenant(tenant(domain="aurora.com.br", limits={Metric.USERS: 3, Metric.FLOWS: None})) == ()

    def test_names_every_field_that_is_wrong(self) -> None:
        found = wrong_in_tenant(
            tenant(name=" ", slug="A", domain="x", language="pt", limits={Metric.USERS: -1, Metric.FLOWS: 10**13})
        )

        assert [one.field for one in found] == ["name", "slug", "domain", "language", "limits.users", "limits.flows"]

    @pytest.mark.parametrize("name", ["", " ", "a\nb", "a\u202eb", "x" * 201])
    def test_has_a_name_that_can_be_shown(self, name: str) -> None:
        assert not is_name(name)


class TestSettings:
    def test_as_they_are_at_first_are_right(self) -> None:
        assert wrong_in_settings(TenantSettings()) == ()

    @pytest.mark.parametrize("currency", sorted(CURRENCIES))
    def test_take_every_currency_in_use(self, currency: str) -> None:
        assert re.fullmatch(r"[A-Z]{3}", currency)
        assert wrong_fields(TenantSettings(currency=currency)) == []

    @pytest.mark.parametrize("currency", ["", "brl", "R$", "XXX", "XAU", "BRLX"])
    def test_take_no_other_currency(self, currency: str) -> None:
        assert wrong_fields(TenantSettings(currency=currency)) == ["currency"]

    @pytest.mark.parametrize("colour", ["#0f766e", "#FFFFFF"])
    def test_take_a_colour(self, colour: str) -> None:
        assert wrong_fields(TenantSettings(branding=Branding(primary_color=colour, secondary_color=colour))) == []

    @pytest.mark.parametrize("colour", ["", "red", "#fff", "0f766e", "#0f766g", "#0f766e;", "#0f766e\n"])
    def test_take_nothing_else_for_a_colour(self, colour: str) -> None:
        branding = Branding(primary_color=colour, secondary_color=colour)

        assert wrong_fields(TenantSettings(branding=branding)) == ["branding.primary_color", "branding.secondary_color"]

    def test_take_a_logo_over_https(self) -> None:
        branding = Branding(name="Aurora", logo_url="https://cdn.aurora.com.br/logo.png?v=2")

        assert wrong_fields(TenantSettings(branding=branding)) == []

    @pytest.mark.parametrize(
        "address",
        ["", "http://a.com/x.png", "javascript:alert(1)", "//a.com/x", "https://", "https:///x", "data:image/png,x",
         "https://user:pass@a.com/", "https://a.com/ x", f"https://a.com/{'x' * 500}", "https://a.com:x/", "https://[/"],
    )  # fmt: skip
    def test_take_no_other_logo(self, address: str) -> None:
        assert wrong_fields(TenantSettings(branding=Branding(logo_url=address))) == ["branding.logo_url"]

    @given(st.lists(_networks, max_size=5))
    def test_take_addresses_and_networks(self, networks: list[str]) -> None:
        assert wrong_fields(TenantSettings(security=SecurityPolicy(allowed_networks=tuple(networks)))) == []

    @pytest.mark.parametrize("network", ["", "10.0.0.1/24", "10.0.0.0/33", "x", "10.0.0", "fe80::1%eth0", "0/0"])
    def test_take_nothing_else_for_a_network(self, network: str) -> None:
        found = wrong_fields(TenantSettings(security=SecurityPolicy(allowed_networks=("10.0.0.0/8", network))))

        assert found == ["security.allowed_networks[1]"]

    def test_take_so_many_networks_and_no_more(self) -> None:
        networks = tuple(f"10.0.{place}.0/24" for place in range(MAX_NETWORKS + 1))

        assert wrong_fields(TenantSettings(security=SecurityPolicy(allowed_networks=networks))) == [
            "security.allowed_networks"
        ]

    @pytest.mark.parametrize(("hours", "is_right"), [(0, False), (1, True), (720, True), (721, False), (None, True)])
    def test_take_a_session_of_an_hour_to_a_month(self, hours: int | None, *, is_right: bool) -> None:
        assert (wrong_fields(TenantSettings(security=SecurityPolicy(session_hours=hours))) == []) is is_right

    @pytest.mark.parametrize(("rate", "burst", "wrong"), [(1, 1, 0), (200, 2000, 0), (0, 0, 2), (201, 2001, 2)])
    def test_take_rates_within_the_platforms(self, rate: int, burst: int, wrong: int) -> None:
        assert len(wrong_fields(TenantSettings(rate_limits=RateLimits(requests_per_second=rate, burst=burst)))) == wrong

    @pytest.mark.parametrize("origin", ["https://painel.aurora.com.br", "https://a.com:8443", "http://localhost:5173"])
    def test_take_a_dashboards_origin(self, origin: str) -> None:
        assert wrong_fields(TenantSettings(dashboard_origins=(origin,))) == []

    @pytest.mark.parametrize(
        "origin", ["*", "null", "http://a.com", "https://a.com/", "https://*.a.com", "http://localhost.evil.com:1x"]
    )
    def test_take_no_other_origin(self, origin: str) -> None:
        assert wrong_fields(TenantSettings(dashboard_origins=(origin,))) == ["dashboard_origins[0]"]

    def test_take_so_many_origins_and_no_more(self) -> None:
        origins = tuple(f"https://a{place}.com" for place in range(MAX_ORIGINS + 1))

        assert wrong_fields(TenantSettings(dashboard_origins=origins)) == ["dashboard_origins"]

    @pytest.mark.parametrize(("minutes", "is_right"), [(0, False), (1, True), (1440, True), (1441, False)])
    def test_take_an_absence_of_a_minute_to_a_day(self, minutes: int, *, is_right: bool) -> None:
        assert (wrong_fields(TenantSettings(away_after_minutes=minutes)) == []) is is_right


class TestAllowList:
    def test_that_is_empty_keeps_nobody_out(self) -> None:
        assert not excludes((), None)
        assert not excludes((), "203.0.113.7")

    @given(st.ip_addresses().filter(lambda address: "%" not in str(address)))
    def test_keeps_in_whom_it_names(self, address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
        assert not excludes((str(address),), str(address))

    def test_takes_an_old_address_in_its_new_form(self) -> None:
        assert not excludes(("203.0.113.0/24",), "::ffff:203.0.113.7")

    @pytest.mark.parametrize("address", ["198.51.100.1", "2001:db8::1", None, "", "unknown"])
    def test_keeps_out_whom_it_does_not_name(self, address: str | None) -> None:
        assert excludes(("203.0.113.0/24",), address)
