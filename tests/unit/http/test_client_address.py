"""Who really calls, whatever anybody claims."""

from ipaddress import ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entrypoints.http.guards.client_address import (
    MAX_HOPS,
    client_address,
    is_allowed,
    is_in,
    networks_of,
    read_address,
)

OURS = networks_of(("10.0.0.0/8", "fd00::/8"))
PROXY = "10.0.0.1"

strangers = st.one_of(
    st.ip_addresses(v=4), st.ip_addresses(v=6).filter(lambda address: address.ipv4_mapped is None)
).filter(lambda address: not is_in(address, OURS))
ours = st.one_of(st.ip_addresses(network="10.0.0.0/8"), st.ip_addresses(network="fd00::/8"))
claims = st.one_of(
    st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126), max_size=40),
    strangers.map(str),
    ours.map(str),
    st.sampled_from(["", "unknown", "_hidden", "127.0.0.1", "1.2.3.4:99999", "[::1]:80", "10.0.0.1, ,", "999.1.1.1"]),
)


@given(strangers, st.lists(claims))
def test_nobody_but_our_proxies_is_believed(peer: object, claimed: list[str]) -> None:
    assert client_address(str(peer), claimed, trusted=OURS) == str(read_address(str(peer)))


@given(strangers, st.lists(claims), st.lists(ours, max_size=MAX_HOPS - 1))
def test_what_a_stranger_claims_changes_nothing(client: object, claimed: list[str], hops: list[object]) -> None:
    """Each proxy appends whom it heard from: the client is right of all that it claimed itself."""
    forwarded = [*claimed, ", ".join(map(str, [client, *hops]))]

    assert client_address(PROXY, forwarded, trusted=OURS) == str(read_address(str(client)))


@given(st.lists(claims))
def test_whatever_comes_the_answer_is_an_address(forwarded: list[str]) -> None:
    found = client_address(PROXY, forwarded, trusted=OURS)

    assert found is not None
    assert read_address(found) is not None


@given(st.lists(claims))
def test_without_trusted_proxies_the_peer_it_is(forwarded: list[str]) -> None:
    assert client_address(PROXY, forwarded, trusted=()) == PROXY


@pytest.mark.parametrize(
    ("forwarded", "client"),
    [
        ([], PROXY),
        (["203.0.113.9"], "203.0.113.9"),
        (["198.51.100.1, 203.0.113.9"], "203.0.113.9"),
        (["198.51.100.1", "203.0.113.9, 10.2.2.2"], "203.0.113.9"),
        (["203.0.113.9:51234"], "203.0.113.9"),
        (["[2001:db8::7]:443"], "2001:db8::7"),
        (["2001:db8::7"], "2001:db8::7"),
        (["::ffff:203.0.113.9"], "203.0.113.9"),
        (["fe80::1%eth0"], "fe80::1"),
        (["203.0.113.9, unknown"], PROXY),
        (["203.0.113.9, unknown, 10.3.3.3"], "10.3.3.3"),
        (["10.4.4.4"], "10.4.4.4"),
        (["203.0.113.9" + ", 10.0.0.2" * MAX_HOPS], "10.0.0.2"),
        ([""], PROXY),
    ],
)
def test_the_rightmost_stranger_is_the_client(forwarded: list[str], client: str) -> None:
    assert client_address(PROXY, forwarded, trusted=OURS) == client


@pytest.mark.parametrize("peer", [None, "", "/run/pytake.sock"])
def test_a_peer_without_an_address_is_told_as_it_is(peer: str | None) -> None:
    assert client_address(peer, ["203.0.113.9"], trusted=OURS) == peer


@pytest.mark.parametrize(
    ("ip", "blocks", "allowed"),
    [
        ("203.0.113.9", (), True),
        (None, (), True),
        ("203.0.113.9", ("203.0.113.0/24",), True),
        ("203.0.114.9", ("203.0.113.0/24",), False),
        ("::ffff:203.0.113.9", ("203.0.113.0/24",), True),
        ("2001:db8::1", ("203.0.113.0/24", "2001:db8::/32"), True),
        ("2001:db9::1", ("203.0.113.0/24", "2001:db8::/32"), False),
        (None, ("0.0.0.0/0",), False),
        ("nonsense", ("0.0.0.0/0",), False),
    ],
)
def test_an_allow_list_holds_what_its_blocks_hold(ip: str | None, blocks: tuple[str, ...], allowed: bool) -> None:  # noqa: FBT001
    assert is_allowed(ip, blocks) is allowed


@given(st.ip_addresses(v=4), st.integers(0, 32))
def test_an_address_is_in_every_block_that_is_made_of_it(address: object, length: int) -> None:
    block = str(ip_network((str(address), length), strict=False))

    assert is_allowed(str(address), (block,))
