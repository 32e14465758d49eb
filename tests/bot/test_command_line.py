"""The command line: what each command says and how it ends."""

import asyncio
import json
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.commands.check import check_all
from bot.settings import read_settings
from sandbox import Sandbox

LINE = {"code": "SIE-01", "quantity": 2, "condition": "B", "careful": False}
ACCESS = {"floor": 0, "lift": "none", "carry_m": 10, "occupied": False, "night": False}


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder without settings, in an environment without settings."""
    for name in ("TELEGRAM_TOKEN", "DATABASE_URL", "TELEGRAM_API_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", ["run", "migrate", "check"])
def test_without_settings_all_that_is_missing_is_named(
    bare: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert main([command]) == 1

    assert "TELEGRAM_TOKEN is missing: set it" in capsys.readouterr().err


def test_migrate_makes_a_database(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", "123456789:AAExampleExampleExampleExample")
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{bare / 'new' / 'r4.sqlite3'}")

    assert main(["migrate"]) == 0
    assert (bare / "new" / "r4.sqlite3").is_file()
    assert "newest schema" in capsys.readouterr().out


def test_a_second_bot_on_the_same_file_is_refused(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from storage.engine import Database  # noqa: PLC0415 the first bot

    url = f"sqlite+aiosqlite:///{bare / 'r4.sqlite3'}"
    monkeypatch.setenv("TELEGRAM_TOKEN", "123456789:AAExampleExampleExampleExample")
    monkeypatch.setenv("DATABASE_URL", url)
    first = Database(url)
    first.claim_file()

    status = main(["migrate"])
    asyncio.run(first.close())

    assert status == 1
    assert "Another bot runs on" in capsys.readouterr().err


def test_a_start_names_every_missing_field_of_the_company_file(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (bare / "company.toml").write_text("[identity]\nsiret = '999 999 998 00019'\n")
    monkeypatch.setenv("TELEGRAM_TOKEN", "123456789:AAExampleExampleExampleExample")
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("COMPANY_FILE", str(bare / "company.toml"))

    assert main(["run"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "The company file cannot be used:",
        *(
            f"{field}: missing"
            for field in (
                "identity.registration",
                "identity.name",
                "identity.legal_form",
                "identity.address",
                "identity.vat_number",
                "identity.phone",
                "identity.email",
                "identity.complaints",
                "insurance.insurer",
                "insurance.contract",
                "insurance.area",
                "payment.days",
                "payment.deposit_percent",
                "payment.recovery_fee_eur",
                "payment.late_points",
                "destinations",
            )
        ),
    ]


def test_price_is_a_command(bare: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inventory = {
        "lines": [LINE],
        "access": ACCESS,
        "round_trip_km": 24,
        "reverse_charge": False,
    }
    (bare / "in.json").write_text(json.dumps(inventory))

    assert main(["price", "in.json"]) == 0
    assert json.loads(capsys.readouterr().out)["total_incl_vat_cents"] > 42000


async def test_check_finds_nothing_wrong_where_all_is_well(tmp_path: Path) -> None:
    async with Sandbox() as sandbox:
        settings = read_settings(
            telegram_token=sandbox.token,
            telegram_api_url=sandbox.url,
            database_url=f"sqlite+aiosqlite:///{tmp_path / 'r4.sqlite3'}",
            media_url=str(tmp_path / "media"),
            _env_file=None,
        )
        before = dict(await check_all(settings))

    assert before["token"] is None
    assert before["company file"] is None
    assert before["media"] is None
    assert before["migrations"] is not None


async def test_check_names_each_fault_with_its_mending(tmp_path: Path) -> None:
    company = tmp_path / "company.toml"
    company.write_text("[identity]\n")
    (tmp_path / "media").write_text("a file where a folder should be")
    async with Sandbox() as sandbox:
        settings = read_settings(
            telegram_token="999999999:AAExampleExampleExampleExample",
            telegram_api_url=sandbox.url,
            database_url="postgresql+asyncpg://nobody@127.0.0.1:1/none",
            media_url=str(tmp_path / "media"),
            company_file=company,
            _env_file=None,
        )
        faults = dict(await check_all(settings))

    assert "identity.name" in (faults["company file"] or "")
    assert "@BotFather" in (faults["token"] or "")
    assert "DATABASE_URL" in (faults["database"] or "")
    assert "mend the database" in (faults["migrations"] or "")
    assert "MEDIA_URL" in (faults["media"] or "")
