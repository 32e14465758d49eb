"""`team FILE` on an empty database: what the README's step does."""

import os
import subprocess
import sys
from pathlib import Path

TEAM = "Nom;Poste\nAwa;chef d’équipe\nKarim;agent, chauffeur\n"


def team(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a person would, with a database of its own."""
    environment = {
        **os.environ,
        "TELEGRAM_TOKEN": "123456789:AAExampleExampleExampleExample",
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'r4.sqlite3'}",
        "PYTHONIOENCODING": "utf-8",
    }
    return subprocess.run(
        [sys.executable, "-m", "bot", "team", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
        timeout=120,
    )


def test_a_team_is_taken_in_once_and_a_faulty_one_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "team.csv"
    file.write_text(TEAM.replace("chef d’équipe", "reine"), "utf-8")
    wrong = team(tmp_path, str(file))
    assert wrong.returncode == 2
    assert "« reine »" in wrong.stdout.replace("\u202f", " ")

    file.write_text(TEAM, "utf-8")
    only_said = team(tmp_path, str(file), "--dry-run")
    done = team(tmp_path, str(file))
    again = team(tmp_path, str(file), "--language", "en")

    assert "➕ Awa" in only_said.stdout
    assert "C’est fait (2)" in done.stdout
    assert "nothing to change" in again.stdout
    assert (only_said.returncode, done.returncode, again.returncode) == (0, 0, 0)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    missing = team(tmp_path, str(tmp_path / "no.csv"))

    assert missing.returncode == 2
    assert "There is no file" in missing.stderr
