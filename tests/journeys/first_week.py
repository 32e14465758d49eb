"""A company's first week: an empty database, its people from a file, and who hears what."""

import asyncio
import io
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from bot.clock import JumpingClock, real_now
from bot.commands.team import take_file
from bot.demo.world import AHEAD, DemoWorld
from bot.settings import read_settings
from bot.telegram.limits import SendLimits
from sandbox import Sandbox, SandboxClock, SandboxPerson
from sandbox.seen import Seen
from storage.outbox import LetterState
from storage.tables import errands, outbox
from tests.conftest import NOW
from tests.journeys import records
from tests.journeys.hearing import heard
from tests.journeys.steps import asked, ticked

NAMES = ("Moussa", "Awa", "Karim", "Fatou", "Olena", "Tariq", "Binta", "Idris")
VANS = "Véhicule;Immatriculation;Type;Volume m3;Charge utile;Permis\n" + "".join(
    f"Camion {letter};A{letter}-12{n}-CD;van20;20;800;B\n" for n, letter in enumerate("ABCD")
)
WORKS = select(errands.c.id).where(errands.c.state.in_(["waiting", "claimed"]))
WAITS = select(outbox.c.id).where(outbox.c.state.in_([LetterState.PENDING, LetterState.CLAIMED]))


def team_file(people: Sequence[SandboxPerson]) -> str:
    """Write the list as an office keeps it: everybody leads, drives and is a first-aider."""
    rows = [
        f"{person.user.first_name};{person.user.phone};français;chef d’équipe, chauffeur;"
        "31/12/2027;31/12/2027"
        for person in people
    ]
    return "\n".join(["Prénom;Téléphone;Langues;Poste;SST;Carte BTP", *rows]) + "\n"


@asynccontextmanager
async def empty_world(folder: Path) -> AsyncIterator[DemoWorld]:
    """A token, an administrator and a group; no table, nobody known."""
    clock = JumpingClock(NOW - real_now())
    async with Sandbox(port=0, clock=SandboxClock(now=clock.now)) as sandbox:
        clients = [sandbox.person(f"client{n}", first_name=f"Client{n}") for n in (1, 2, 3)]
        admin = sandbox.person("admin", first_name="Nadia")
        crew = tuple(sandbox.person(name.lower(), first_name=name) for name in NAMES)
        group = sandbox.group("Coordination", [admin])
        settings = read_settings(
            telegram_token=sandbox.token,
            telegram_api_url=sandbox.url,
            telegram_mode="polling",
            database_url=f"sqlite+aiosqlite:///{folder / 'r4.sqlite3'}",
            media_url=str(folder / "media"),
            coordinator_chat_id=group.id,
            admin_ids=frozenset({admin.id}),
            send_limits=SendLimits(0, 0, 0),
            _env_file=None,
        )
        yield DemoWorld(
            sandbox, settings, clock, clients[0], clients[1], admin, crew, group, folder / AHEAD
        )


async def take_in(world: DemoWorld, folder: Path) -> str:
    """Take people and vehicles in before the first start, as the README says."""
    said = io.StringIO()
    for name, text in (("equipe.csv", team_file(world.crew)), ("camions.csv", VANS)):
        file = folder / name
        await asyncio.to_thread(file.write_text, text, "utf-8")
        code = await asyncio.to_thread(take_file, world.settings, file, "fr", dry=False, out=said)
        assert code == 0, said.getvalue()
    return said.getvalue()


async def plan_with(office: SandboxPerson, request: int, crew: Sequence[str], van: str) -> Seen:
    """Plan a job for Monday 14 December at 08:00 and publish it."""
    mark = office.mark()
    await office.says(f"/start plan-{request}")
    await office.taps("lun. 14 déc.")
    await office.taps("08:00")
    for name in crew:
        await office.taps(f"☐ {name}")
        await ticked(office, name)
    await office.taps("Terminé")
    await asked(office, "Qui dirige")
    await office.taps("Passer")
    await office.taps(f"Camion {van}")
    card = await asked(office, f"Plan INT-2026-000{request}")
    await office.taps("📢 Publier", on=card)
    return await office.sees_after(mark, "publié pour 2 personnes")


@dataclass
class Ledger:
    """Event × person × message: what each heard while something happened."""

    world: DemoWorld
    people: Mapping[str, SandboxPerson]
    table: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    @asynccontextmanager
    async def event(self, name: str) -> AsyncIterator[None]:
        """Listen to everybody until nothing waits to be sent any more."""
        await self._quiet()
        marks = {who: person.mark() for who, person in self.people.items()}
        yield
        await self._quiet()
        self.table[name] = {
            who: [_first_line(seen) for seen in heard(person, marks[who])]
            for who, person in self.people.items()
        }

    async def _quiet(self) -> None:
        """Wait until every paper is made and every letter is out."""
        await records.become(self.world, WORKS, [])
        await records.become(self.world, WAITS, [])
        await self.world.sandbox.settled()

    def counts(self, name: str) -> dict[str, int]:
        """Count what was heard, of those who heard anything."""
        return {who: len(said) for who, said in self.table[name].items() if said}

    def printed(self) -> str:
        """Lay the table out: a line for each event and person who heard something."""
        lines = [f"{'event':<28} {'person':<9} message"]
        for event, row in self.table.items():
            silent = [who for who, said in row.items() if not said]
            for who, said in row.items():
                lines += [f"{event:<28} {who:<9} {text}" for text in said]
            lines.append(f"{event:<28} {'—':<9} 0 messages: {', '.join(silent)}")
        return "\n".join(lines)


def _first_line(seen: Seen) -> str:
    return " ".join(seen.text.split())[:70]
