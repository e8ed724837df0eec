from msgspec import Struct

from simulator.errors import UnknownObjectError
from simulator.phones import digits_of
from simulator.settings import SimNumber, SimulatorSettings


class Callback(Struct):
    """An address that webhooks are posted to, with the token its owner proves itself by."""

    url: str
    verify_token: str = ""


class Waba(Struct, kw_only=True):
    """A WhatsApp business account: its credentials and who listens to it."""

    waba_id: str
    access_token: str
    app_secret: str
    subscribed: bool = True
    override: Callback | None = None


class Number(Struct, kw_only=True):
    """A business number in use."""

    profile: SimNumber
    waba: Waba
    quality: str = "GREEN"
    override: Callback | None = None

    @property
    def phone_number_id(self) -> str:
        """Return the id that Graph paths carry."""
        return self.profile.phone_number_id

    @property
    def digits(self) -> str:
        """Return the number as webhooks write it."""
        return digits_of(self.profile.display_phone_number)


class NewNumber(Struct, frozen=True, kw_only=True):
    """What `POST /_sim/numbers` asks for; blank credentials mean those of the settings."""

    phone_number_id: str
    display_phone_number: str
    verified_name: str = "Empresa"
    waba_id: str = ""
    access_token: str = ""
    app_secret: str = ""
    webhook_url: str = ""


class NumberBook:
    """Every WABA and number of the process, and where each one's webhooks go."""

    def __init__(self, settings: SimulatorSettings) -> None:
        self._settings = settings
        self.wabas: dict[str, Waba] = {}
        self.numbers: dict[str, Number] = {}
        waba = self._waba(settings.waba_id)
        for profile in settings.phone_numbers:
            self.numbers[profile.phone_number_id] = Number(profile=profile, waba=waba)

    def _waba(self, waba_id: str, *, access_token: str = "", app_secret: str = "") -> Waba:
        waba = self.wabas.get(waba_id)
        if waba is None:
            waba = Waba(
                waba_id=waba_id,
                access_token=access_token or self._settings.access_token,
                app_secret=app_secret or self._settings.app_secret,
            )
            self.wabas[waba_id] = waba
        return waba

    def add(self, new: NewNumber) -> Number:
        """Add a number (or replace it), making its WABA when it is new."""
        waba = self._waba(
            new.waba_id or self._settings.waba_id, access_token=new.access_token, app_secret=new.app_secret
        )
        profile = SimNumber(
            phone_number_id=new.phone_number_id,
            display_phone_number=new.display_phone_number,
            verified_name=new.verified_name,
        )
        number = Number(profile=profile, waba=waba)
        if new.webhook_url:
            number.override = Callback(new.webhook_url)
        self.numbers[new.phone_number_id] = number
        return number

    def pick(self, phone_number_id: str | None) -> Number:
        """Return the named number, or the first one when none is named."""
        if not phone_number_id:
            return next(iter(self.numbers.values()))
        return self.number(phone_number_id)

    def number(self, phone_number_id: str) -> Number:
        """Return the number or refuse as Meta does for an unknown id."""
        number = self.numbers.get(phone_number_id)
        if number is None:
            raise UnknownObjectError(phone_number_id)
        return number

    def waba(self, waba_id: str) -> Waba:
        """Return the WABA or refuse as Meta does for an unknown id."""
        waba = self.wabas.get(waba_id)
        if waba is None:
            raise UnknownObjectError(waba_id)
        return waba

    def tokens(self) -> set[str]:
        """Return every access token that is valid somewhere."""
        return {self._settings.access_token, *(waba.access_token for waba in self.wabas.values())}

    def app_secrets(self, token: str) -> set[str]:
        """Return the secrets of the apps that this token may be of."""
        return {waba.app_secret for waba in self.wabas.values() if waba.access_token == token}

    def callback_url(self, waba: Waba, number: Number | None) -> str | None:
        """Return where a webhook goes: number before WABA before app (Meta: webhook overrides)."""
        if not waba.subscribed:
            return None
        if number is not None and number.override is not None:
            return number.override.url
        if waba.override is not None:
            return waba.override.url
        return self._settings.webhook_url
