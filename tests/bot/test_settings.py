"""Settings: a bad start names every fault at once, and how to mend it."""

import re
from pathlib import Path
from typing import Any

import pytest

from bot.settings import ROOT, Settings, SettingsFaults, read_settings
from bot.telegram.limits import SendLimits

TOKEN = "123456789:AAExampleExampleExampleExample"


def read(**over: Any) -> Settings:
    return read_settings(**{"telegram_token": TOKEN, "_env_file": None, **over})


def faults(**over: Any) -> list[str]:
    with pytest.raises(SettingsFaults) as error:
        read(**over)
    return error.value.faults


def test_a_token_is_enough() -> None:
    settings = read()

    assert settings.send_limits == SendLimits(30, 3, 20)
    assert (settings.host, settings.port) == ("127.0.0.1", 8080)


def test_a_missing_token_says_where_to_set_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TELEGRAM_TOKEN", raising=False)
    with pytest.raises(SettingsFaults) as error:
        read_settings(_env_file=None)

    assert error.value.faults == [
        "TELEGRAM_TOKEN is missing: set it in the environment or in .env (see .env.example)"
    ]


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("telegram_token", "hello", "@BotFather"),
        ("telegram_api_url", "api.telegram.org", "TELEGRAM_API_URL: write an address like"),
        ("telegram_mode", "pigeon", "TELEGRAM_MODE: write polling or webhook"),
        ("database_url", "mysql://x", "DATABASE_URL: write it like sqlite+aiosqlite:///file"),
        ("listen", "8080", "LISTEN: write host:port"),
        ("listen", "0.0.0.0:65536", "a port from 1 to 65535"),
        ("coordinator_chat_id", "Coordination", "COORDINATOR_CHAT_ID: write the group's number"),
        ("webhook_url", "bot.example", "WEBHOOK_URL: write an address like"),
        ("send_limits", "fast", "SEND_LIMITS: «fast» is not like 30/s, 3/chat or 20/group"),
        ("admin_ids", "@nadia", "ADMIN_IDS: give Telegram ids"),
        ("timezone", "Paris", "TIMEZONE: not a time zone"),
        ("company_file", "/nowhere.toml", "COMPANY_FILE: there is no file /nowhere.toml"),
        ("telegram_mode", "webhook", "needs WEBHOOK_URL and WEBHOOK_SECRET"),
        ("webhook_secret", "with space", "WEBHOOK_SECRET"),
        ("log_format", "xml", "LOG_FORMAT: write text or json"),
    ],
)
def test_a_bad_value_is_named_with_what_to_write(name: str, value: str, said: str) -> None:
    assert any(said in fault for fault in faults(**{name: value}))


def test_all_faults_are_named_at_once() -> None:
    named = faults(timezone="Paris", listen="x", send_limits="fast")

    assert [fault.split(":")[0] for fault in named] == ["LISTEN", "SEND_LIMITS", "TIMEZONE"]


def test_limits_can_be_lifted() -> None:
    assert read(send_limits="off").send_limits == SendLimits(0, 0, 0)


def test_a_plain_postgresql_address_gets_its_driver() -> None:
    assert read(database_url="postgres://u@h/d").database_url == "postgresql+asyncpg://u@h/d"


def test_the_example_lists_every_setting_and_no_other() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    listed = re.findall(r"^([A-Z_]+)=", example, re.MULTILINE)

    assert sorted(listed) == sorted(name.upper() for name in Settings.model_fields)


def test_secrets_do_not_show() -> None:
    assert TOKEN not in repr(read())
    assert Path(read().company_file).is_file()
