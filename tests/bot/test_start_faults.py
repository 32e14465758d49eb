"""A start that cannot work ends with a plain sentence and status 2, and shows no secret."""

import asyncio
import socket
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.__main__ import main
from sandbox import Sandbox
from storage.engine import Database
from storage.migrate import migrate

TOKEN = "999999999:AAExampleExampleExampleExample"


@pytest.fixture
def setting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """The environment of a start in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path / 'r4.sqlite3'}")
    monkeypatch.setenv("MEDIA_URL", str(tmp_path / "media"))
    return monkeypatch


async def refusal(capsys: pytest.CaptureFixture[str]) -> str:
    """Run until the start is refused; return the sentence."""
    assert await asyncio.to_thread(main, ["run"]) == 2
    printed = capsys.readouterr()
    assert "Traceback" not in printed.err + printed.out
    assert TOKEN.partition(":")[2] not in printed.err + printed.out
    (sentence,) = [line for line in printed.err.splitlines() if line.startswith("The bot cannot")]
    return sentence


@pytest.fixture(autouse=True)
def no_signals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Signals can be handled in the main thread only; these tests send none."""
    monkeypatch.setattr("bot.commands.run.SIGNALS", ())


async def test_a_token_that_telegram_does_not_know(
    setting: pytest.MonkeyPatch, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    setting.setenv("TELEGRAM_API_URL", sandbox.url)

    assert "ask @BotFather for it and set TELEGRAM_TOKEN" in await refusal(capsys)


async def test_telegram_that_does_not_answer(
    setting: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "check TELEGRAM_API_URL and the network" in await refusal(capsys)


async def test_a_database_that_does_not_answer(
    setting: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    setting.setenv("DATABASE_URL", "postgresql://r4:hush@127.0.0.1:1/r4")

    sentence = await refusal(capsys)

    assert "check DATABASE_URL" in sentence
    assert "hush" not in sentence


async def test_a_database_of_a_newer_version(
    setting: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db = Database(f"sqlite+aiosqlite:///{tmp_path / 'r4.sqlite3'}")
    await migrate(db.engine)
    async with db.engine.begin() as conn:
        await conn.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    await db.close()

    assert "written by a newer version of the bot" in await refusal(capsys)


async def test_files_that_cannot_be_kept(
    setting: pytest.MonkeyPatch,
    sandbox: Sandbox,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "media").write_text("a file where a folder should be")
    setting.setenv("TELEGRAM_API_URL", sandbox.url)
    setting.setenv("TELEGRAM_TOKEN", sandbox.token)

    assert "check MEDIA_URL" in await refusal(capsys)


async def test_a_port_that_another_program_has(
    setting: pytest.MonkeyPatch, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        setting.setenv("TELEGRAM_API_URL", sandbox.url)
        setting.setenv("TELEGRAM_TOKEN", sandbox.token)
        setting.setenv("TELEGRAM_MODE", "webhook")
        setting.setenv("WEBHOOK_URL", "https://bot.example/tg")
        setting.setenv("WEBHOOK_SECRET", "hush-hush")
        setting.setenv("LISTEN", f"127.0.0.1:{port}")

        assert f"cannot listen on 127.0.0.1:{port}" in await refusal(capsys)
