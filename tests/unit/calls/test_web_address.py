"""Reading addresses: strictly, and the same whoever reads."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.shared.web_address import NotAWebAddressError, WebAddress, read_address, read_host


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("HTTPS://API.Example.com", "https://api.example.com/"),
        (" https://api.example.com:443/a?b=1#c ", "https://api.example.com/a?b=1"),
        ("http://api.example.com:8080?x=Zé Maria", "http://api.example.com:8080/?x=Z%C3%A9%20Maria"),
        ("https://açaí.com.br/%41/é", "https://xn--aa-4iaz.com.br/%41/%C3%A9"),
        ("https://[2001:4860:0:0::8888]:8443/", "https://[2001:4860::8888]:8443/"),
        ("http://8.8.8.8/", "http://8.8.8.8/"),
        ("http://my_host-1.example/", "http://my_host-1.example/"),
    ],
)
def test_an_address_is_written_in_one_way(text: str, url: str) -> None:
    address = read_address(text)

    assert address.url == url
    assert read_address(url) == address


@pytest.mark.parametrize("host", ["", ".", "a..b", "a.", "1.2.3", "0", "0x0", "08.8.8.8", "a b", "a/b", "a:1", "*.a"])
def test_what_is_no_host(host: str) -> None:
    with pytest.raises(NotAWebAddressError):
        read_host(host)


@settings(max_examples=50)
@given(st.text(alphabet="http:/@#?\\.[]%0x17f. é\t\n\uff0e\u3002ab", max_size=30))
def test_other_readers_find_the_same_host(text: str) -> None:
    try:
        address: WebAddress = read_address(f"http://{text}")
    except NotAWebAddressError:
        return

    parts = urlsplit(address.url)
    assert (parts.hostname, parts.username) == (address.host, None)
    assert read_address(address.url) == address
