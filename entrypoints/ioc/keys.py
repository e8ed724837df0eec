"""Signing keys, data keys, the master key."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

from dishka import Provider, Scope, provide, provide_all

from adapters.crypto.data_keys import WrappedDataKeys
from adapters.crypto.followed_keys import FollowedKeys
from adapters.crypto.key_ring import RsaKeyPairs
from adapters.crypto.master_keys import MasterKeys
from adapters.crypto.secret_box import EnvelopeSecretBox
from adapters.crypto.tokens import JwtTokens
from adapters.postgres.data_keys import PostgresWrappedKeys
from adapters.postgres.signing_keys import PostgresSigningKeys
from application.keys.forget_signing_keys import ForgetSigningKeysHandler
from application.keys.rotate_master_key import RotateMasterKey
from application.keys.rotate_signing_keys import RotateSigningKeysHandler
from application.ports.clock import Clock
from application.ports.data_keys import DataKeys, OldSecrets, WrappedKeys
from application.ports.secrets import SecretBox
from application.ports.signing_keys import KeyPairs, SigningKeys
from application.ports.tokens import Tokens
from application.shared.master_key import parse_master_key
from application.whatsapp.reseal_configs import ResealConfigs
from entrypoints.ioc.stores import PlatformDatabase
from entrypoints.settings import Settings

AUDIENCE = "pytake-api"


class KeysProvider(Provider):
    """Signing keys, data keys, the master key, and what is made with them: secrets and tokens."""

    scope = Scope.APP
    pairs = provide(RsaKeyPairs, provides=KeyPairs)
    old_secrets = provide(ResealConfigs, provides=OldSecrets)
    use_cases = provide_all(ForgetSigningKeysHandler, RotateMasterKey, RotateSigningKeysHandler)

    @provide
    def master_keys(self, settings: Settings) -> MasterKeys:
        """Wrap data keys."""
        previous = tuple(parse_master_key(key) for key in settings.previous_master_keys)
        return MasterKeys(parse_master_key(settings.master_key), previous)

    @provide
    def wrapped_keys(self, database: PlatformDatabase) -> WrappedKeys:
        """Keep data keys."""
        return PostgresWrappedKeys(database)

    @provide
    def wrapped_data_keys(self, store: WrappedKeys, master: MasterKeys) -> WrappedDataKeys:
        """Remember data keys."""
        return WrappedDataKeys(store, master=master)

    @provide
    def data_keys(self, store: WrappedDataKeys) -> DataKeys:
        """Destroy and rewrap data keys."""
        return store

    @provide
    def box(self, keys: WrappedDataKeys, master: MasterKeys) -> SecretBox:
        """Seal with data keys."""
        return EnvelopeSecretBox(keys, master=master)

    @provide
    def signing_keys(self, database: PlatformDatabase, box: SecretBox, clock: Clock) -> SigningKeys:
        """Keep key pairs."""
        return PostgresSigningKeys(database, box=box, clock=clock)

    @provide
    async def followed_keys(self, store: SigningKeys, pairs: KeyPairs, clock: Clock) -> AsyncIterator[FollowedKeys]:
        """Follow rotations for as long as the process lives."""
        keys = FollowedKeys(store)
        await keys.start(pairs=pairs, clock=clock)
        following = asyncio.create_task(keys.follow())
        yield keys
        following.cancel()
        with suppress(asyncio.CancelledError):
            await following

    @provide
    def tokens(self, keys: FollowedKeys, settings: Settings) -> Tokens:
        """Sign and read tokens."""
        return JwtTokens(keys, issuer=settings.public_url, audience=AUDIENCE)
