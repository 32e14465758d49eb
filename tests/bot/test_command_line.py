"""The command line: what each command says and how it ends."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.commands.check import check_all
from bot.settings import read_settings
from domain.company import EXAMPLE
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
    assert main([command]) == 2

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

    assert status == 2
    assert "Another bot runs on" in capsys.readouterr().err


def test_a_start_names_every_missing_field_of_the_company_file(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (bare / "company.toml").write_text("[identity]\nsiret = '999 999 998 00019'\n")
    monkeypatch.setenv("TELEGRAM_TOKEN", "123456789:AAExampleExampleExampleExample")
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("COMPANY_FILE", str(bare / "company.toml"))

    assert main(["run"]) == 2
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


async def _checked(sandbox: Sandbox, folder: Path, **over: Any) -> dict[str, str | None]:
    """Check a folder where nothing was started yet, with the company's own file."""
    company = folder / "company.toml"
    example = EXAMPLE.read_text("utf-8").replace("FR11999999998", "FR44732829320")
    company.write_text(example.replace("999 999 998 00019", "732 829 320 00074"))
    given = {
        "telegram_token": sandbox.token,
        "telegram_api_url": sandbox.url,
        "database_url": f"sqlite+aiosqlite:///{folder / 'var' / 'r4.sqlite3'}",
        "media_url": str(folder / "var" / "media"),
        "company_file": company,
        "admin_ids": frozenset({7}),
        **over,
    }
    return dict(await check_all(read_settings(_env_file=None, **given)))


async def test_before_the_first_start_check_names_the_empty_team_alone(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    nadia = sandbox.person("nadia", started=True)
    group = sandbox.group("Coordination", [nadia])

    found = await _checked(sandbox, tmp_path, coordinator_chat_id=group.id)

    assert [name for name, fault in found.items() if fault] == ["team"]
    assert "bot team FILE" in (found["team"] or "")
    assert not group.screen


async def test_check_names_what_would_leave_nobody_told(sandbox: Sandbox, tmp_path: Path) -> None:
    found = await _checked(sandbox, tmp_path, admin_ids=frozenset(), company_file=EXAMPLE)

    assert "set ADMIN_IDS" in (found["administrators"] or "")
    assert "set COORDINATOR_CHAT_ID" in (found["coordinators' group"] or "")
    assert "made-up company" in (found["company file"] or "")


async def test_check_looks_whether_the_bot_may_write_in_the_group(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    nadia = sandbox.person("nadia", started=True)
    group = sandbox.group("Coordination", [nadia])
    await nadia.removes_bot(group)

    removed = await _checked(sandbox, tmp_path, coordinator_chat_id=group.id)
    unknown = await _checked(sandbox, tmp_path, coordinator_chat_id=-100_555)
    private = await _checked(sandbox, tmp_path, coordinator_chat_id=nadia.id)

    assert "add it" in (removed["coordinators' group"] or "")
    assert "is in no group -100555" in (unknown["coordinators' group"] or "")
    assert "set COORDINATOR_CHAT_ID to a group" in (private["coordinators' group"] or "")


async def test_check_names_each_fault_with_its_mending(sandbox: Sandbox, tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "media").write_text("a file where a folder should be")
    broken = tmp_path / "broken.toml"
    broken.write_text("[identity]\n")

    found = await _checked(
        sandbox,
        tmp_path,
        telegram_token="999999999:AAExampleExampleExampleExample",
        database_url="postgresql+asyncpg://nobody:hush@127.0.0.1:1/none",
        company_file=broken,
    )

    assert "identity.name" in (found["company file"] or "")
    assert "@BotFather" in (found["token"] or "")
    assert "DATABASE_URL" in (found["database"] or "")
    assert "hush" not in (found["database"] or "")
    assert "MEDIA_URL" in (found["files"] or "")
