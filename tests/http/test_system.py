import httpx
import pytest
from prometheus_client import REGISTRY
from structlog.contextvars import get_contextvars

from entrypoints.http import query
from entrypoints.ioc.health import StoresReadiness


async def test_it_lives(http: httpx.AsyncClient) -> None:
    answer = await http.get("/api/v1/health/live")

    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


async def test_it_is_ready_when_both_answer(http: httpx.AsyncClient) -> None:
    answer = await http.get("/api/v1/health/ready")

    assert (answer.status_code, answer.json()) == (200, {"ready": True, "checks": {"database": True, "redis": True}})


async def test_it_is_not_ready_without_one_of_them(http: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    async def away(_: object) -> bool:
        return False

    monkeypatch.setattr(StoresReadiness, "_ask_redis", away)

    answer = await http.get("/api/v1/health/ready")

    assert (answer.status_code, answer.json()) == (503, {"ready": False, "checks": {"database": True, "redis": False}})


async def test_it_tells_its_version(http: httpx.AsyncClient) -> None:
    answer = await http.get("/api/v1/version")

    assert answer.json() == {"version": "1.2.3"}


async def test_durations_are_measured_by_route_template(http: httpx.AsyncClient) -> None:
    labels = {"method": "GET", "route": "/api/v1/flows/{flow_id}", "status": "401"}
    before = REGISTRY.get_sample_value("pytake_http_request_seconds_count", labels) or 0

    await http.get("/api/v1/flows/0198a000-0000-7000-8000-000000000009")

    assert REGISTRY.get_sample_value("pytake_http_request_seconds_count", labels) == before + 1


async def test_what_is_nobodys_address_shares_a_label(http: httpx.AsyncClient) -> None:
    await http.request("BREW", "/coffee/1234")

    metrics = (await http.get("/metrics")).text

    assert 'method="OTHER",route="unmatched"' in metrics
    assert "coffee" not in metrics


async def test_metrics_are_in_prometheus_own_format(http: httpx.AsyncClient) -> None:
    answer = await http.get("/metrics")

    assert answer.headers["content-type"].startswith("text/plain")
    assert "# TYPE pytake_http_request_seconds histogram" in answer.text


async def test_what_is_remembered_of_routes_does_not_grow_with_requests(http: httpx.AsyncClient) -> None:
    await http.get("/api/v1/version?x=1")
    before = query._known.cache_info().currsize

    for _ in range(5):
        await http.get("/api/v1/version?x=1")

    assert query._known.cache_info().currsize == before


async def test_a_line_logged_below_names_the_request(http: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    bound: list[object] = []

    async def note(_: object) -> bool:
        bound.append(get_contextvars().get("request_id"))
        return True

    monkeypatch.setattr(StoresReadiness, "_ask_redis", note)

    await http.get("/api/v1/health/ready", headers={"x-request-id": "trace-1"})

    assert bound == ["trace-1"]
    assert "request_id" not in get_contextvars()


async def test_metrics_tell_how_far_the_workers_are_behind(http: httpx.AsyncClient) -> None:
    metrics = (await http.get("/metrics")).text

    assert 'pytake_lane_lag_seconds{kind="contact"} 0.0' in metrics
    assert 'pytake_waiting{what="dead_letters"} 0.0' in metrics
    assert 'pytake_waiting{what="held_jobs"} 0.0' in metrics
    assert "pytake_job_lag_seconds 0.0" in metrics
