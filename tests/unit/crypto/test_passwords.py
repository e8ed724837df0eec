import asyncio
import unicodedata
from collections.abc import Iterator

import pytest
from argon2 import Parameters, PasswordHasher, extract_parameters
from argon2.exceptions import Argon2Error, VerifyMismatchError

from adapters.crypto.passwords import COST, Argon2Passwords, Cost


@pytest.fixture(scope="module")
def passwords() -> Iterator[Argon2Passwords]:
    made = Argon2Passwords()
    yield made
    made.close()


async def test_a_password_matches_its_hash(passwords: Argon2Passwords):
    stored = await passwords.hash("ação é bom")

    assert await passwords.matches("ação é bom", password_hash=stored)


async def test_another_password_does_not_match(passwords: Argon2Passwords):
    stored = await passwords.hash("right")

    assert not await passwords.matches("Right", password_hash=stored)


async def test_it_matches_whichever_way_an_accent_is_typed(passwords: Argon2Passwords):
    stored = await passwords.hash(unicodedata.normalize("NFC", "coração"))

    assert await passwords.matches(unicodedata.normalize("NFD", "coração"), password_hash=stored)


async def test_the_hash_is_argon2id_with_our_parameters(passwords: Argon2Passwords):
    assert (await passwords.hash("x")).startswith("$argon2id$v=19$m=65536,t=3,p=1$")


async def test_nobody_has_no_password(passwords: Argon2Passwords):
    assert not await passwords.matches("", password_hash=None)


@pytest.mark.parametrize("stored", ["", "rubbish", "$argon2id$v=19$m=65536,t=3,p=1$short", "$2b$12$abc"])
async def test_a_damaged_hash_matches_nothing(passwords: Argon2Passwords, stored: str):
    assert not await passwords.matches("x", password_hash=stored)


async def test_nobody_takes_as_long_as_somebody(passwords: Argon2Passwords, monkeypatch: pytest.MonkeyPatch):
    stored = await passwords.hash("x")
    really, done = PasswordHasher.verify, list[tuple[Parameters, type[Argon2Error]]]()

    def verify(hasher: PasswordHasher, stored: str, password: bytes) -> bool:
        try:
            return bool(really(hasher, stored, password))
        except Argon2Error as error:
            done.append((extract_parameters(stored), type(error)))
            raise

    monkeypatch.setattr(PasswordHasher, "verify", verify)
    for password_hash in (stored, None):
        assert not await passwords.matches("wrong", password_hash=password_hash)

    assert done == [(extract_parameters(stored), VerifyMismatchError)] * 2, "both were reckoned to the end, as large"


async def test_the_loop_goes_on_meanwhile(passwords: Argon2Passwords):
    hashing = asyncio.create_task(passwords.hash("x"))
    turns = 0
    while not hashing.done():
        await asyncio.sleep(0.001)
        turns += 1

    assert turns > 5


@pytest.mark.parametrize(
    "cost",
    [
        pytest.param(COST, id="ours"),
        pytest.param(Cost(memory_kib=19 * 1024, passes=2), id="OWASP's minimum"),
        pytest.param(Cost(memory_kib=COST.memory_kib, passes=COST.passes + 1), id="more passes than ours"),
    ],
)
async def test_a_hash_of_another_cost_is_made_anew(passwords: Argon2Passwords, cost: Cost):
    others = Argon2Passwords(cost=cost)
    stored = await others.hash("x")
    others.close()

    assert passwords.needs_rehash(stored) is (cost != COST)
    assert await passwords.matches("x", password_hash=stored), "until then it opens the door as before"


@pytest.mark.parametrize("stored", ["", "rubbish", "$2b$12$abc", "$argon2i$v=19$m=65536,t=3,p=1$c2FsdHNhbHQ$aGFzaA"])
async def test_what_is_no_hash_of_ours_is_made_anew(passwords: Argon2Passwords, stored: str):
    assert passwords.needs_rehash(stored)
