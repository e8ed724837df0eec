import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta
from uuid import UUID

import jwt
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.crypto.key_ring import KeyRing, NoSigningKeyError, generate_signing_key
from adapters.crypto.tokens import JwtTokens
from application.ports.signing_keys import SigningKey
from application.ports.tokens import AccessClaims, TokenExpiredError, TokenInvalidError
from domain.identity.permissions import Role

KEY = generate_signing_key()
OTHER_KEY = generate_signing_key()
TOKENS = JwtTokens(KeyRing([KEY]), issuer="pytake", audience="pytake-api")
NOW = datetime.now(UTC).replace(microsecond=0)
CLAIMS = AccessClaims(
    user_id=UUID(int=1),
    email="ana@example.com",
    role=Role.AGENT,
    tenant_id=UUID(int=2),
    session_id=UUID(int=3),
    expires_at=NOW + timedelta(hours=6),  # longer than the whole suite takes
)
HEADER = {"alg": "RS256", "typ": "at+jwt", "kid": KEY.kid}
PAYLOAD = {
    "sub": str(CLAIMS.user_id),
    "email": CLAIMS.email,
    "role": "agent",
    "tenant_id": str(CLAIMS.tenant_id),
    "sid": str(CLAIMS.session_id),
    "iat": int(NOW.timestamp()),
    "exp": int(CLAIMS.expires_at.timestamp()),
    "jti": "one",
    "iss": "pytake",
    "aud": "pytake-api",
}


def signed(payload: dict[str, object], *, header: dict[str, object] = HEADER, key: SigningKey = KEY):
    return jwt.encode(payload, key.private_key_pem, algorithm="RS256", headers=header)


def part(value: dict[str, object]):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=")


async def refused(token: str):
    with pytest.raises(TokenInvalidError) as caught:
        await TOKENS.read(token)
    return caught.value


async def test_an_issued_token_reads_as_what_was_issued():
    assert await TOKENS.read(TOKENS.issue(CLAIMS, now=NOW)) == CLAIMS


def test_each_token_has_its_own_name():
    names = {jwt.decode(TOKENS.issue(CLAIMS, now=NOW), options={"verify_signature": False})["jti"] for _ in range(5)}

    assert len(names) == 5


async def test_a_token_made_by_hand_with_our_key_is_read():
    assert await TOKENS.read(signed(PAYLOAD)) == CLAIMS


async def test_an_expired_token_says_so():
    past = NOW - timedelta(hours=1)
    token = TOKENS.issue(msgspec.structs.replace(CLAIMS, expires_at=past), now=past)

    error = await refused(token)

    assert isinstance(error, TokenExpiredError)
    assert error.code == "TOKEN_EXPIRED"


async def test_a_token_of_the_future_is_refused():
    error = await refused(signed(PAYLOAD | {"iat": PAYLOAD["iat"] + 5 * 3600}))

    assert error.code == "TOKEN_INVALID"


@pytest.mark.parametrize("algorithm", ["none", "None", "NONE", "", None])
async def test_an_unsigned_token_is_refused(algorithm: str):
    await refused((part(HEADER | {"alg": algorithm}) + b"." + part(PAYLOAD) + b".").decode())


@pytest.mark.parametrize("algorithm", ["HS256", "HS512"])
async def test_a_token_signed_with_the_public_key_as_a_shared_secret_is_refused(algorithm: str):
    signing_input = part(HEADER | {"alg": algorithm}) + b"." + part(PAYLOAD)
    digest = {"HS256": hashlib.sha256, "HS512": hashlib.sha512}[algorithm]
    signature = hmac.digest(KEY.public_key_pem.encode(), signing_input, digest)

    await refused((signing_input + b"." + base64.urlsafe_b64encode(signature).rstrip(b"=")).decode())


@pytest.mark.parametrize("algorithm", ["RS384", "RS512", "PS256"])
async def test_our_key_with_another_algorithm_is_refused(algorithm: str):
    await refused(jwt.encode(PAYLOAD, KEY.private_key_pem, algorithm=algorithm, headers=HEADER | {"alg": algorithm}))


@pytest.mark.parametrize(
    "kid",
    [
        "",
        "unknown",
        "../../../../dev/null",
        "/etc/passwd",
        "file:///dev/null",
        "' OR '1'='1",
        "x' UNION SELECT public_key FROM platform.signing_keys --",
        "k\0",
        "k" * 1_000,
        "https://attacker.example/jwks",
        pytest.param(OTHER_KEY.kid, id="other"),
        None,
        7,
        ["x"],
        {"kid": "x"},
    ],
)
async def test_a_key_that_is_not_ours_is_refused(kid: object):
    if kid is None or not isinstance(kid, str):
        await refused((part(HEADER | {"kid": kid}) + b"." + part(PAYLOAD) + b".c2ln").decode())
    else:
        await refused(signed(PAYLOAD, header=HEADER | {"kid": kid}, key=OTHER_KEY))


async def test_another_key_under_our_name_is_refused():
    await refused(signed(PAYLOAD, key=OTHER_KEY))


@pytest.mark.parametrize(
    "extra",
    [
        {"jku": "https://attacker.example/jwks.json"},
        {"x5u": "https://attacker.example/cert.pem"},
        {"jwk": json.loads(JwtTokens(KeyRing([OTHER_KEY]), issuer="", audience="").public_keys())["keys"][0]},
    ],
)
async def test_a_key_brought_along_is_not_used(extra: dict[str, object]):
    await refused(signed(PAYLOAD, header=HEADER | extra, key=OTHER_KEY))


@pytest.mark.parametrize(
    "extra",
    [
        {"jku": "https://attacker.example/jwks.json"},
        {"x5u": "https://attacker.example/cert.pem"},
        {"x5c": ["MIIB"]},
        {"crit": ["b64"]},
        {"b64": False, "crit": ["b64"]},
    ],
)
async def test_what_a_header_demands_is_not_done(extra: dict[str, object]):
    """Signed by us it would be read; what must be understood (`crit`) and is not makes it invalid (RFC 7515)."""
    signing_input = part(HEADER | extra) + b"." + part(PAYLOAD)
    signature = jwt.get_algorithm_by_name("RS256").sign(signing_input, KeyRing([KEY]).signing()[1])
    token = (signing_input + b"." + base64.urlsafe_b64encode(signature).rstrip(b"=")).decode()

    if "crit" in extra:
        await refused(token)
    else:
        assert await TOKENS.read(token) == CLAIMS


async def test_another_tenant_in_a_signed_token_is_refused():
    head, _, signature = TOKENS.issue(CLAIMS, now=NOW).split(".")
    theirs = part(PAYLOAD | {"tenant_id": str(UUID(int=99))}).decode()

    await refused(f"{head}.{theirs}.{signature}")


async def test_the_role_of_a_tenant_and_the_tenant_of_an_operator_are_read():
    claims = msgspec.structs.replace(CLAIMS, role="night_shift-2", tenant_id=UUID(int=0))

    assert await TOKENS.read(TOKENS.issue(claims, now=NOW)) == claims


async def test_a_token_that_was_good_from_a_past_moment_is_read():
    assert await TOKENS.read(signed(PAYLOAD | {"nbf": PAYLOAD["iat"]})) == CLAIMS


@pytest.mark.parametrize("typ", ["JWT", "rt+jwt", None])
async def test_a_token_of_another_type_is_refused(typ: str | None):
    await refused(signed(PAYLOAD, header=HEADER | {"typ": typ}))


@pytest.mark.parametrize("claim", sorted(PAYLOAD))
async def test_every_claim_is_required(claim: str):
    await refused(signed({name: value for name, value in PAYLOAD.items() if name != claim}))


@pytest.mark.parametrize(
    "change",
    [
        {"iss": "another"},
        {"aud": "another"},
        {"aud": ["pytake-api", "another"]},
        {"role": "Admin"},
        {"role": ""},
        {"role": "a" * 65},
        {"role": "agent\n"},
        {"role": "agent' OR 1=1"},
        {"role": ["agent"]},
        {"sub": "not-a-uuid"},
        {"tenant_id": None},
        {"tenant_id": 7},
        {"exp": "9999999999"},
        {"exp": 10**18},
        {"exp": 1e300},
        {"email": ["x"]},
        {"nbf": PAYLOAD["iat"] + 5 * 3600},
        {"nbf": "soon"},
        {"exp": PAYLOAD["iat"] + 86_401},
        {"iat": "yesterday"},
        {"iat": -1},
    ],
)
async def test_a_claim_we_would_not_write_is_refused(change: dict[str, object]):
    await refused(signed(PAYLOAD | change))


@given(st.text(max_size=200))
async def test_rubbish_is_refused(text: str):
    await refused(text)


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
async def test_three_pieces_of_rubbish_are_refused(one: str, two: str, three: str):
    await refused(f"{one}.{two}.{three}")


@given(st.data())
async def test_a_changed_token_is_refused(data: st.DataObject):
    token = TOKENS.issue(CLAIMS, now=NOW)
    position = data.draw(st.integers(0, len(token) - 1))
    letter = data.draw(st.sampled_from("Aa0_-.=").filter(lambda sign: sign != token[position]))

    await refused(token[:position] + letter + token[position + 1 :])


async def test_a_huge_token_is_refused():
    await refused(signed(PAYLOAD | {"email": "a" * 5000}))


async def test_after_a_rotation_the_new_key_signs_and_the_old_ones_tokens_are_good():
    old_token = TOKENS.issue(CLAIMS, now=NOW)
    rotated = JwtTokens(
        KeyRing([msgspec.structs.replace(KEY, retired=True), OTHER_KEY]), issuer="pytake", audience="pytake-api"
    )

    assert jwt.get_unverified_header(rotated.issue(CLAIMS, now=NOW))["kid"] == OTHER_KEY.kid
    assert await rotated.read(old_token) == CLAIMS


def test_with_retired_keys_only_nothing_is_signed():
    ring = KeyRing([msgspec.structs.replace(KEY, retired=True)])

    with pytest.raises(NoSigningKeyError):
        ring.signing()


def test_the_public_keys_check_a_token_elsewhere():
    jwks = jwt.PyJWKSet.from_json(TOKENS.public_keys().decode())

    payload = jwt.decode(TOKENS.issue(CLAIMS, now=NOW), jwks[KEY.kid].key, algorithms=["RS256"], audience="pytake-api")

    assert payload["sub"] == str(CLAIMS.user_id)


def test_the_public_keys_hold_nothing_private():
    assert set(json.loads(TOKENS.public_keys())["keys"][0]) == {"kid", "kty", "use", "alg", "n", "e"}


def test_a_signing_key_does_not_show_itself():
    assert "PRIVATE" not in repr(KEY)
