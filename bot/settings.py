"""What can be set from outside; a start with bad settings names all of them at once."""

import re
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.telegram.limits import SendLimits

TOKEN = re.compile(r"\d+:[\w-]{20,}")
SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
ROOT = Path(__file__).resolve().parent.parent


class SettingsFaults(Exception):
    """One or more settings are missing or wrong; `faults` says which and how to mend each."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


class Settings(BaseSettings):
    """Read from the environment, then from `.env`."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", frozen=True)

    telegram_token: SecretStr
    telegram_api_url: str = Field(
        "https://api.telegram.org",
        pattern=r"^https?://",
        description="write an address like https://api.telegram.org",
    )
    telegram_mode: Literal["polling", "webhook"] = Field(
        "polling", description="write polling or webhook"
    )
    webhook_url: str = Field(
        "", pattern=r"^(https?://.+)?$", description="write an address like https://bot.example/tg"
    )
    webhook_secret: SecretStr = SecretStr("")
    database_url: str = f"sqlite+aiosqlite:///{ROOT / 'var' / 'r4.sqlite3'}"
    media_url: str = str(ROOT / "var" / "media")
    listen: str = Field(
        "127.0.0.1:8080",
        pattern=r"^[\w.\-\[\]:]+:([1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$",
        description="write host:port, a port from 1 to 65535, like 127.0.0.1:8080",
    )
    send_limits: Annotated[SendLimits, NoDecode] = SendLimits()
    coordinator_chat_id: int | None = Field(
        None, description="write the group's number, like -1001234567890; /id in the group tells it"
    )
    admin_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    address_lookup_url: str = Field(
        "",
        pattern=r"^(https?://.+)?$",
        description="write an address like https://data.geopf.fr/geocodage/search, or nothing",
    )
    timezone: str = "Europe/Paris"
    company_file: Path = ROOT / "domain" / "data" / "company.example.toml"
    log_format: Literal["text", "json"] = Field("text", description="write text or json")

    @field_validator("telegram_token")
    @classmethod
    def _token(cls, value: SecretStr) -> SecretStr:
        if not TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("not a token: @BotFather gives one like 123456789:AAE…")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _secret(cls, value: SecretStr) -> SecretStr:
        if not SECRET.fullmatch(value.get_secret_value()):
            raise ValueError("1 to 256 letters, digits, _ and -")
        return value

    @field_validator("send_limits", mode="before")
    @classmethod
    def _limits(cls, value: Any) -> Any:
        return SendLimits.read(value) if isinstance(value, str) else value

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _ids(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        parts = value.replace(",", " ").split()
        if not all(part.isdigit() for part in parts):
            raise ValueError("give Telegram ids, numbers with commas between")
        return frozenset(map(int, parts))

    @field_validator("coordinator_chat_id", mode="before")
    @classmethod
    def _maybe(cls, value: Any) -> Any:
        return None if value == "" else value

    @field_validator("timezone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError("not a time zone, write it like Europe/Paris") from error
        return value

    @field_validator("database_url")
    @classmethod
    def _driver(cls, value: str) -> str:
        if value.startswith(("postgresql://", "postgres://")):
            value = "postgresql+asyncpg://" + value.partition("://")[2]
        if not value.startswith(("sqlite+aiosqlite://", "postgresql+asyncpg://")):
            raise ValueError("write it like sqlite+aiosqlite:///file or postgresql+asyncpg://…")
        return value

    @field_validator("company_file")
    @classmethod
    def _exists(cls, value: Path) -> Path:
        if not value.is_file():
            raise ValueError(f"there is no file {value}")
        return value

    @model_validator(mode="after")
    def _webhook(self) -> "Settings":
        if self.telegram_mode == "webhook" and not (
            self.webhook_url and self.webhook_secret.get_secret_value()
        ):
            raise ValueError("TELEGRAM_MODE=webhook needs WEBHOOK_URL and WEBHOOK_SECRET")
        return self

    @property
    def zone(self) -> ZoneInfo:
        """Whose wall clock plans, reminders, cards and papers go by."""
        return ZoneInfo(self.timezone)

    @property
    def host(self) -> str:
        return self.listen.rpartition(":")[0].strip("[]")

    @property
    def port(self) -> int:
        return int(self.listen.rpartition(":")[2])


def read_settings(**over: Any) -> Settings:
    """Read the settings. Raises SettingsFaults with every fault at once."""
    try:
        return Settings(**over)
    except ValidationError as error:
        raise SettingsFaults([_fault(detail) for detail in error.errors()]) from None


def _fault(error: Any) -> str:
    name = str(error["loc"][0]).upper() if error["loc"] else ""
    if error["type"] == "missing":
        return f"{name} is missing: set it in the environment or in .env (see .env.example)"
    field = Settings.model_fields.get(name.lower())
    message = str(error["msg"]).removeprefix("Value error, ")
    if error["type"] != "value_error" and field is not None and field.description:
        message = field.description
    return f"{name}: {message}" if name else message
