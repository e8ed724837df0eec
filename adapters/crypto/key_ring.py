"""The keys that sign and check access tokens, in memory, chosen by `kid`."""

import base64
import hashlib
from collections.abc import Iterable

import msgspec
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from application.ports.signing_keys import SigningKey

RSA_BITS = 2048
"""Enough until 2030 (NIST SP 800-57), and keys are replaced long before."""
PUBLIC_EXPONENT = 65537


class NoSigningKeyError(Exception):
    """Every key is retired, or there is none: make one with `generate_signing_key`."""


class PublicJwk(msgspec.Struct, frozen=True, kw_only=True):
    """A public key as RFC 7517 writes it."""

    kid: str
    n: str
    e: str
    kty: str = "RSA"
    use: str = "sig"
    alg: str = "RS256"


class KeyRing:
    """Keys by `kid`, oldest first; the newest that is not retired signs, all of them check."""

    def __init__(self, keys: Iterable[SigningKey]) -> None:
        self._keys: tuple[SigningKey, ...] = ()
        self._private: dict[str, rsa.RSAPrivateKey] = {}
        self._public: dict[str, rsa.RSAPublicKey] = {}
        self.replace(keys)

    def replace(self, keys: Iterable[SigningKey]) -> None:
        """Take these keys from now on; for a process that follows a rotation."""
        keys = tuple(keys)
        if keys == self._keys:
            return  # reading a private key checks it, which takes milliseconds
        self._keys = keys
        self._private = {key.kid: _private_key(key) for key in keys if not key.retired}
        self._public = {key.kid: _public_key(key) for key in keys}

    def signing(self) -> tuple[str, rsa.RSAPrivateKey]:
        """Give the `kid` and the key to sign with. Raises NoSigningKeyError."""
        if not self._private:
            raise NoSigningKeyError
        return next(reversed(self._private.items()))

    def checking(self, kid: str) -> rsa.RSAPublicKey | None:
        """Find the key that a token says it was signed with."""
        return self._public.get(kid)

    async def find(self, kid: str) -> rsa.RSAPublicKey | None:
        """Find it, where keys may have to be looked for."""
        return self.checking(kid)

    def public_jwks(self) -> list[PublicJwk]:
        """Give all public keys for those who check tokens elsewhere."""
        return [_jwk(kid, key) for kid, key in self._public.items()]


class RsaKeyPairs:
    """Makes RSA key pairs."""

    def new(self) -> SigningKey:
        """Make one; its `kid` is a hash of the public half."""
        return generate_signing_key()


def generate_signing_key() -> SigningKey:
    """Make a new key pair; its `kid` is a hash of the public half."""
    private = rsa.generate_private_key(public_exponent=PUBLIC_EXPONENT, key_size=RSA_BITS)
    public_pem = private.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    private_pem = private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    kid = _base64url(hashlib.sha256(public_pem).digest()[:16])
    return SigningKey(kid=kid, private_key_pem=private_pem.decode(), public_key_pem=public_pem.decode())


def _private_key(key: SigningKey) -> rsa.RSAPrivateKey:
    loaded = serialization.load_pem_private_key(key.private_key_pem.encode(), password=None)
    if not isinstance(loaded, rsa.RSAPrivateKey):
        raise TypeError(f"the signing key {key.kid} is not an RSA key")
    return loaded


def _public_key(key: SigningKey) -> rsa.RSAPublicKey:
    loaded = serialization.load_pem_public_key(key.public_key_pem.encode())
    if not isinstance(loaded, rsa.RSAPublicKey):
        raise TypeError(f"the signing key {key.kid} is not an RSA key")
    return loaded


def _jwk(kid: str, key: rsa.RSAPublicKey) -> PublicJwk:
    numbers = key.public_numbers()
    return PublicJwk(kid=kid, n=_base64url(_bytes_of(numbers.n)), e=_base64url(_bytes_of(numbers.e)))


def _bytes_of(number: int) -> bytes:
    return number.to_bytes((number.bit_length() + 7) // 8, "big")


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
