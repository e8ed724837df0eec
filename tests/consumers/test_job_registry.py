"""Every job has its use case, and every schedule is one."""

import pytest
from croniter import croniter

from application.ports.jobs import Job, kind_of
from entrypoints.consumers.jobs import Every
from entrypoints.ioc.jobs import EVERY, HANDLERS
from tests.architecture.source import modules


def every_job() -> set[str]:
    """Name the kinds that the program defines; importing its modules defines them."""
    for module in modules("application"):
        __import__(module.name.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
    return {kind_of(job) for job in Job.__subclasses__() if job.__module__.startswith("application.")}


def test_every_kind_of_job_is_done_by_somebody() -> None:
    assert every_job() == {kind_of(job) for job in HANDLERS}


def test_no_two_kinds_have_the_same_word() -> None:
    assert len({kind_of(job) for job in HANDLERS}) == len(HANDLERS)


@pytest.mark.parametrize("order", EVERY, ids=lambda order: kind_of(type(order.job)))
def test_a_schedule_is_a_cron_expression_for_a_job_that_somebody_does(order: Every) -> None:
    assert croniter.is_valid(order.cron)
    assert type(order.job) in HANDLERS


def test_a_kind_is_ordered_by_one_schedule() -> None:
    kinds = [kind_of(type(order.job)) for order in EVERY]

    assert len(set(kinds)) == len(kinds)
