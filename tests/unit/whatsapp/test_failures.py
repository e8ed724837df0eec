import msgspec
import pytest

from adapters.whatsapp.cloud.failures import KINDS, from_response, graph_error, kind_of
from domain.whatsapp.failures import FailureKind, SendFailure


def answer(code: object, **fields: object) -> bytes:
    error = {"message": "Mensagem", "type": "OAuthException", "code": code, "fbtrace_id": "Atrace", **fields}
    return msgspec.json.encode({"error": error})


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (0, FailureKind.MISCONFIGURED),
        (10, FailureKind.MISCONFIGURED),
        (190, FailureKind.MISCONFIGURED),
        (200, FailureKind.MISCONFIGURED),
        (299, FailureKind.MISCONFIGURED),
        (131005, FailureKind.MISCONFIGURED),
        (133010, FailureKind.MISCONFIGURED),
        (368, FailureKind.SUSPENDED),
        (131031, FailureKind.SUSPENDED),
        (131042, FailureKind.SUSPENDED),
        (131048, FailureKind.SUSPENDED),
        (4, FailureKind.THROTTLED),
        (80007, FailureKind.THROTTLED),
        (130429, FailureKind.THROTTLED),
        (131056, FailureKind.PAIR_THROTTLED),
        (131053, FailureKind.UNAVAILABLE),
        (1, FailureKind.UNKNOWN),
        (2, FailureKind.UNKNOWN),
        (131000, FailureKind.UNKNOWN),
        (131016, FailureKind.UNKNOWN),
        (131057, FailureKind.UNKNOWN),
        (133004, FailureKind.UNKNOWN),
        (131049, FailureKind.DEFERRED),
        (132015, FailureKind.DEFERRED),
        (131047, FailureKind.WINDOW_CLOSED),
        (131050, FailureKind.OPTED_OUT),
        (131026, FailureKind.UNREACHABLE),
        (132000, FailureKind.TEMPLATE_REJECTED),
        (132001, FailureKind.TEMPLATE_REJECTED),
        (100, FailureKind.REJECTED),
        (131009, FailureKind.REJECTED),
        (131062, FailureKind.REJECTED),
        (-1, FailureKind.REJECTED),
        (999_999, FailureKind.REJECTED),
    ],
)
def test_a_code_has_a_kind(code: int, kind: FailureKind):
    assert kind_of(code) is kind


def test_every_kind_that_meta_can_cause_is_in_the_table():
    assert set(KINDS.values()) == set(FailureKind)


def test_a_known_code_is_not_overruled_by_transience():
    assert kind_of(131016, is_transient=True) is FailureKind.UNKNOWN


def test_an_unknown_code_is_tried_again_only_when_transient():
    assert kind_of(999_999, is_transient=True) is FailureKind.UNAVAILABLE


def test_a_refusal_carries_code_detail_and_trace():
    body = answer(131047, error_data={"messaging_product": "whatsapp", "details": "Mais de 24 horas"})

    assert from_response(status=400, body=body) == SendFailure(
        kind=FailureKind.WINDOW_CLOSED, code="131047", detail="Mais de 24 horas (fbtrace_id Atrace)"
    )


@pytest.mark.parametrize(
    ("error_data", "detail"),
    [("texto", "texto"), (None, "Mensagem"), (7, "Mensagem"), ({}, "Mensagem"), ({"details": ""}, "Mensagem")],
)
def test_error_data_may_be_text_or_nothing(error_data: object, detail: str):
    error = graph_error(answer(1, error_data=error_data))

    assert error is not None
    assert error.detail == f"{detail} (fbtrace_id Atrace)"


def test_a_quoted_code_is_read():
    assert from_response(status=400, body=answer("130429")).kind is FailureKind.THROTTLED


def test_a_number_that_the_token_may_not_see_is_the_settings_fault():
    body = answer(100, error_subcode=33)

    assert from_response(status=400, body=body).kind is FailureKind.MISCONFIGURED


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (200, FailureKind.UNKNOWN),
        (302, FailureKind.MISCONFIGURED),
        (400, FailureKind.REJECTED),
        (401, FailureKind.MISCONFIGURED),
        (403, FailureKind.MISCONFIGURED),
        (404, FailureKind.REJECTED),
        (408, FailureKind.UNKNOWN),
        (429, FailureKind.THROTTLED),
        (500, FailureKind.UNKNOWN),
        (502, FailureKind.UNKNOWN),
        (504, FailureKind.UNKNOWN),
    ],
)
@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"[]", b'{"error":"x"}', b'{"error":{"message":"x"}}', b'{"error":{"code":true}}']
)
def test_without_a_readable_error_the_status_decides(status: int, kind: FailureKind, body: bytes):
    failure = from_response(status=status, body=body)

    assert (failure.kind, failure.code) == (kind, f"HTTP_{status}")


def test_an_unknown_code_of_a_server_error_may_have_gone_out():
    assert from_response(status=500, body=answer(999_999)).kind is FailureKind.UNKNOWN


def test_an_unknown_transient_code_is_tried_again():
    assert from_response(status=500, body=answer(999_999, is_transient=True)).kind is FailureKind.UNAVAILABLE


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("30", 30.0),
        ("0.5", 0.5),
        (None, None),
        ("", None),
        ("-1", None),
        ("nan", None),
        ("inf", None),
        ("Sun", None),
        ("1e300", 86_400),
    ],
)
def test_retry_after_is_read(header: str | None, seconds: float | None):
    assert from_response(status=429, body=b"", retry_after=header).retry_after == seconds


def test_metas_own_wait_is_used_where_no_header_says_one():
    assert from_response(status=400, body=answer(131049)).retry_after == 86_400
    assert from_response(status=400, body=answer(131049), retry_after="5").retry_after == 5


def test_a_long_or_dirty_detail_is_bounded_and_clean():
    failure = from_response(status=400, body=answer(100, error_data={"details": "a\x00" + "b" * 5000}))

    assert "\x00" not in failure.detail
    assert len(failure.detail) < 1100
