"""Which provider stands behind which ApiType."""

from collections.abc import Mapping

from application.ports.providers import Provider
from domain.whatsapp.config import ApiType


class ProviderRegistry:
    """Implements Providers with a table that names every ApiType."""

    def __init__(self, providers: Mapping[ApiType, Provider]) -> None:
        """Take the table. Raises ValueError when an ApiType has no provider."""
        if missing := set(ApiType) - providers.keys():
            raise ValueError(f"no provider for {', '.join(sorted(missing))}")
        self._providers = dict(providers)

    def of(self, api_type: ApiType) -> Provider:
        """Give the provider of a number."""
        return self._providers[api_type]
