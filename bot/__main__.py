"""The command line: run, demo, tour, migrate, check, team, price."""

import argparse
import asyncio
import sys
from pathlib import Path

from bot.settings import Settings, SettingsFaults, read_settings
from bot.start_faults import StartFault, database_faults
from domain.company import CompanyFaults
from storage.engine import AlreadyRunning, Database
from storage.migrate import migrate

CANNOT_START = 2  # as argparse ends where the command itself is wrong


def main(argv: list[str] | None = None) -> int:
    """Do what the arguments say; return the exit status."""
    arguments = _parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except SettingsFaults as error:
        print("The bot cannot start with these settings:", file=sys.stderr)
        for fault in error.faults:
            print(f"  - {fault}", file=sys.stderr)
    except CompanyFaults as error:
        print(f"The company file cannot be used:\n{error}", file=sys.stderr)
    except AlreadyRunning as error:
        print(f"Another bot runs on {error}: stop it first.", file=sys.stderr)
    except StartFault as error:
        print(f"The bot cannot start: {error}.", file=sys.stderr)
    return CANNOT_START


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: object, text: str) -> argparse.ArgumentParser:
        argument_parser = commands.add_parser(name, help=text, description=text)
        argument_parser.set_defaults(run=run)
        return argument_parser

    command("run", _run, "run the bot with the settings of .env")
    demo = command("demo", _demo, "run the bot in a sandbox, with phones in a page")
    demo.add_argument("--reset", action="store_true", help="begin anew, without yesterday's data")
    demo.add_argument("--port", type=int, default=8080)
    demo.add_argument("--folder", default="", help="where its data stay (default var/demo)")
    tour = command("tour", _tour, "play the whole story without a screen")
    tour.add_argument("--folder", default="var/tour")
    command("migrate", _migrate, "bring the database to the newest schema")
    command("check", _check, "name what is missing before a start, and how to mend it")
    team = command("team", _team, "take people and vehicles in from a CSV or XLSX file")
    team.add_argument("file", type=Path)
    team.add_argument("--dry-run", action="store_true", help="only say what would change")
    team.add_argument("--language", default="fr", choices=("fr", "en"))
    price = command("price", _price, "price an inventory given as JSON")
    price.add_argument("file")
    return parser


def _run(_arguments: argparse.Namespace) -> int:
    from bot.commands.run import run_bot  # noqa: PLC0415 each command loads what it needs

    return run_bot(read_settings())


def _demo(arguments: argparse.Namespace) -> int:
    from bot.commands.demo import FOLDER, run_demo  # noqa: PLC0415 each command loads what it needs

    folder = Path(arguments.folder) if arguments.folder else FOLDER
    return run_demo(port=arguments.port, reset=arguments.reset, folder=folder)


def _tour(arguments: argparse.Namespace) -> int:
    from bot.commands.tour import run_tour  # noqa: PLC0415 each command loads what it needs

    return run_tour(arguments.folder)


def _migrate(_arguments: argparse.Namespace) -> int:
    asyncio.run(_migrated(read_settings()))
    print("The database is at the newest schema.")
    return 0


async def _migrated(settings: Settings) -> None:
    db = Database(settings.database_url)
    try:
        async with database_faults(settings):
            db.claim_file()
            await migrate(db.engine)
    finally:
        await db.close()


def _check(_arguments: argparse.Namespace) -> int:
    from bot.commands.check import check_all  # noqa: PLC0415 each command loads what it needs

    faults = 0
    for name, fault in asyncio.run(check_all(read_settings())):
        faults += fault is not None
        print(f"{'no' if fault else 'ok'}  {name}" + (f": {fault}" if fault else ""))
    return 1 if faults else 0


def _team(arguments: argparse.Namespace) -> int:
    from bot.commands.team import take_file  # noqa: PLC0415 each command loads what it needs

    if not arguments.file.is_file():
        print(f"There is no file {arguments.file}.", file=sys.stderr)
        return CANNOT_START
    return take_file(
        read_settings(),
        arguments.file,
        arguments.language,
        dry=arguments.dry_run,
        out=sys.stdout,
    )


def _price(arguments: argparse.Namespace) -> int:
    from bot.commands.price import price_file  # noqa: PLC0415 each command loads what it needs

    return price_file(arguments.file, sys.stdout, sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
