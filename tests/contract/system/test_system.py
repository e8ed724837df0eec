"""What the machine gives: its clock, ids that rise, counters that Prometheus reads; and whether the stores answer."""

import itertools
from datetime import UTC, datetime, timedelta

from prometheus_client import REGISTRY
from redis.asyncio import Redis

from adapters.postgres.database import Database
from adapters.system.clock import SystemClock
from adapters.system.ids import SystemIds
from adapters.system.metrics import PrometheusCounters
from entrypoints.ioc.health import StoresReadiness
from entrypoints.ioc.stores import PlatformDatabase


def test_the_clock_tells_the_time_in_utc() -> None:
    now = SystemClock().now()

    assert now.tzinfo is UTC
    assert abs(now - datetime.now(UTC)) < timedelta(seconds=5)


def test_ids_rise_also_within_a_millisecond() -> None:
    ids = SystemIds()
    made = [ids.new() for _ in range(10_000)]

    assert all(first < second for first, second in itertools.pairwise(made))
    assert {one.version for one in made} == {7}


def test_a_count_is_read_under_its_name_and_labels() -> None:
    counters = PrometheusCounters()
    counters.count("tests_of_counting", kind="a")
    counters.count("tests_of_counting", amount=4, kind="a")
    counters.count("tests_of_counting", kind="b")

    assert REGISTRY.get_sample_value("pytake_tests_of_counting_total", {"kind": "a"}) == 5
    assert REGISTRY.get_sample_value("pytake_tests_of_counting_total", {"kind": "b"}) == 1


def test_a_duration_falls_into_its_bucket() -> None:
    PrometheusCounters().observe("tests_of_timing", 0.003)

    assert REGISTRY.get_sample_value("pytake_tests_of_timing_seconds_bucket", {"le": "0.0025"}) == 0
    assert REGISTRY.get_sample_value("pytake_tests_of_timing_seconds_bucket", {"le": "0.005"}) == 1


async def test_stores_that_answer_are_ready(platform_database: Database, redis_url: str) -> None:
    async with Redis.from_url(redis_url) as redis:
        readiness = StoresReadiness(PlatformDatabase(platform_database), redis)

        assert await readiness.check() == {"database": True, "redis": True}


async def test_a_store_that_is_away_is_not_ready_and_not_an_exception(platform_database: Database) -> None:
    async with Redis.from_url("unix:///nowhere/redis.sock") as redis:
        readiness = StoresReadiness(PlatformDatabase(platform_database), redis)

        assert await readiness.check() == {"database": True, "redis": False}
