"""Whether a search by word stays instant: the same words among few requests and among many."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from sqlalchemy import select, text

from bench.plan import FIRST_PERSON
from bench.postgres import Postgres
from bot.clock import real_now
from domain.activities import Activity, Parking
from domain.catalogue import shipped_catalogue
from domain.communes import Commune
from domain.inventory import Access, InventoryLine
from domain.pricebook import PriceBook
from domain.pricing import price
from storage import people, quotes, request_search, requests
from storage.engine import Database
from storage.migrate import migrate
from storage.request_content import RequestContent, Site
from storage.tables import metadata
from storage.transaction import Reading

FEW, MANY, COMPANIES = 10, 10_000, 500
REPETITIONS = 60
MOST = 9  # what a list asks for: one more than it shows
BY_KEY = "one request by its key"
STREETS = ("rue Hoche", "quai de l’Évêché", "avenue de la Gare", "impasse des Lilas")
TOWNS = (("93500", "93055", "Pantin"), ("93100", "93048", "Montreuil"), ("75011", "75111", "Paris"))
NOTE = "Badge à demander à l’accueil, stationnement devant la porte, prévenir la veille"
RARE = "guillotine"

Deed = Callable[[Reading], Awaitable[object]]
ESTIMATE = price(
    (InventoryLine("BUR-01", Decimal(1)),),
    Access(),
    Decimal(10),
    PriceBook.on(date(2026, 11, 28)),
    shipped_catalogue(),
)


@dataclass(frozen=True, slots=True)
class Waits:
    """The medians of one search, ms."""

    name: str
    few_ms: float
    many_ms: float


async def build(db: Database, count: int) -> None:
    """Write down so many requests, each with a quote, of 500 companies at most."""
    await migrate(db.engine)
    async with db.begin(real_now()) as tx:
        for n in range(min(count, COMPANIES)):
            company = await people.register_company(
                tx, siret=f"{73282932000000 + n:014d}", name=f"Atelier {n} & Fils"
            )
            person_id = FIRST_PERSON + company.id
            await people.meet(tx, person_id, first_name="Nour", language="fr")
        for n in range(count):
            company_id = 1 + n % COMPANIES
            asked, person_id = _asked(tx, n), FIRST_PERSON + company_id
            made = await requests.open_(tx, asked, company_id=company_id, person_id=person_id)
            valid_until = tx.today + timedelta(days=30)
            await quotes.issue(tx, made.id, ESTIMATE, valid_until=valid_until, actor_id=None)


def _asked(tx: Reading, n: int) -> RequestContent:
    """Say what the request asks; the first alone, which a search comes to last, has the rare word.

    Requests are listed from the newest on.
    """
    postcode, insee, town = TOWNS[n % len(TOWNS)]
    address = f"{1 + n % 200} {STREETS[n % len(STREETS)]}"
    return RequestContent(
        activities=(Activity.CLEARANCE,),
        site=Site(address, postcode, Commune(insee, town), Access(), Parking.DOCK),
        lines=(InventoryLine("BUR-01", Decimal(1 + n % 40)),),
        earliest_on=tx.today + timedelta(days=20),
        deadline_on=tx.today + timedelta(days=40),
        note=f"{NOTE}, une {RARE}" if n == 0 else f"{NOTE}, code {n % 977}",
    )


def searches(year: int) -> dict[str, Deed]:
    """List what is timed by its name; the last is what the others are compared with."""
    words = {
        "a request's number": f"dem-{year}-0003",
        "a quote's number": f"dev-{year}-0003",
        "a rare word": RARE,
        "a word nobody used": "introuvable",
        "a word in every row": "badge",
        "three words": "atelier pantin hoche",
    }
    timed: dict[str, Deed] = {name: _find(word) for name, word in words.items()}
    timed[BY_KEY] = lambda tx: requests.get(tx, 1)
    return timed


def _find(words: str) -> Deed:
    return lambda tx: request_search.find(tx, words, MOST)


async def compare(few: Database, many: Database, repetitions: int) -> list[Waits]:
    """Take the searches in turn, among few and among many requests; the medians of all turns."""
    now = real_now()
    found = []
    async with few.read(now) as small, many.read(now) as large:
        for name, deed in searches(now.year).items():
            waits = [(await _ms(deed, small), await _ms(deed, large)) for _ in range(repetitions)]
            found.append(Waits(name, *map(median, zip(*waits, strict=True))))
    return found


async def _ms(deed: Deed, tx: Reading) -> float:
    began = perf_counter()
    await deed(tx)
    return 1000 * (perf_counter() - began)


def lines(engine: str, found: Sequence[Waits]) -> list[str]:
    """Write the table of one engine: ms, how many times slower among many, and than by key."""
    by_key = next(one.many_ms for one in found if one.name == BY_KEY)
    head = f"{engine:24}{f'{FEW} ms':>12}{f'{MANY:,} ms':>12}{'× few':>9}{'× by key':>10}"
    return [
        head,
        *(
            f"{one.name:24}{one.few_ms:12.2f}{one.many_ms:12.2f}"
            f"{one.many_ms / one.few_ms:9.1f}{one.many_ms / by_key:10.1f}"
            for one in found
        ),
    ]


async def copy(source: Database, target: Database) -> None:
    """Put the same rows into another database, and let it know how they are spread."""
    await migrate(target.engine)
    now = real_now()
    async with source.read(now) as old, target.begin(now) as new:
        for table in metadata.sorted_tables:
            rows = [row._asdict() for row in await old.rows(select(table))]
            if rows:
                await new.run(table.insert(), rows)
        if not target.embedded:
            await new.run(text("ANALYZE"))


async def search(server: Postgres) -> None:
    """Build both databases on both engines, and print what a search takes."""
    print(f"\nSearch by word among {FEW} and among {MANY:,} requests of {COMPANIES} companies")
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="r4-bench-")))
        urls = [f"sqlite+aiosqlite:///{folder / str(size)}" for size in (FEW, MANY)]
        urls += [await server.empty(), await server.empty()]
        few, many, few_there, many_there = [
            await stack.enter_async_context(_database(url)) for url in urls
        ]
        await build(few, FEW)
        await build(many, MANY)
        await _print("SQLite", few, many)
        await copy(few, few_there)
        await copy(many, many_there)
        await _print("PostgreSQL", few_there, many_there)


async def _print(engine: str, few: Database, many: Database) -> None:
    print("\n".join(lines(engine, await compare(few, many, REPETITIONS))), flush=True)


@asynccontextmanager
async def _database(url: str) -> AsyncIterator[Database]:
    db = Database(url)
    try:
        yield db
    finally:
        await db.close()
