"""An administrator replaces a reference file: checked first, shown, applied by a tap, undone."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from bot.clock import real_now
from bot.errands.context import ErrandContext
from bot.errands.reference_check import check_reference
from bot.errands.reference_sending import send_reference
from bot.errands.roster_check import check_roster
from bot.services import shipped_reference_files
from domain.company import EXAMPLE
from domain.people import Role
from domain.reference_kinds import Reference
from handlers.context.services import Services
from handlers.conversation.given import SentDocument, SentPhoto
from handlers.crews.roster_import import CHECK as ROSTER_CHECK
from handlers.inventory.inventory_match import Reader
from handlers.reference_files.file_replacement import CHECK, LARGEST, SEND
from storage import errands, events, media, people, reference_versions
from storage.engine import Database
from storage.errands import Errand
from storage.files import FileStore
from storage.reference_versions import Version
from tests import trade
from tests.bot.errand_helpers import errand_context
from tests.conftest import NOW
from tests.handlers.contexts import buttons, press, send, tap, told
from tests.waiting_letters import pending

ADMIN, OTHER_ADMIN, NADIA = 601, 602, 701
APPLY, UNDO = "✅ Mettre en service", "↩ Revenir au précédent"


class Replacing:
    """Two administrators and a coordinator, with reference files that nobody else uses."""

    def __init__(self, db: Database, folder: Path) -> None:
        self.db, self.files = db, FileStore(str(folder))
        self.services: Services = replace(
            trade.services(),
            reference_files=shipped_reference_files(EXAMPLE),
            admins=frozenset({ADMIN, OTHER_ADMIN}),
        )
        self.updates = 0

    async def moves_in(self) -> None:
        async with self.db.begin(NOW) as tx:
            for person_id, name in ((ADMIN, "Ada"), (OTHER_ADMIN, "Alan"), (NADIA, "Nadia")):
                person = await people.meet(tx, person_id, first_name=name, language="fr")
                await people.give(tx, person, Role.COORDINATOR)

    def text(self, kind: Reference = Reference.PRICES) -> str:
        return self.services.reference_files.standing(kind).text

    async def sends(
        self, text: str | bytes, person_id: int = ADMIN, name: str = "tarifs.toml"
    ) -> None:
        """Have somebody send the file, and its errands done."""
        self.updates += 1
        mark = f"u-{self.updates}"
        sent = SentDocument(f"f-{mark}", mark, name, "application/toml", len(text))
        await send(self.db, person_id, sent, of=self.services)
        await self.works(text)

    async def works(self, content: str | bytes = b"") -> None:
        """Do the errands of reference files; what is fetched has this content."""
        content = content.encode() if isinstance(content, str) else content
        while found := await self.waiting():
            await self._do(found[0], content)

    async def _do(self, errand: Errand, content: bytes) -> None:
        if errand.kind in {CHECK, ROSTER_CHECK}:
            async with self.db.begin(NOW) as tx:
                (medium,) = await media.get(tx, [int(errand.details["media"])])
                if medium.sha256 is None:
                    sha256 = await self.files.keep(content)
                    await media.fetched(tx, medium.id, sha256, len(content))
            check = check_reference if errand.kind == CHECK else check_roster
            await check(self.context, errand)
        else:
            await send_reference(self.context, errand)
        async with self.db.begin(NOW) as tx:
            await errands.done(tx, errand)

    @property
    def context(self) -> ErrandContext:
        return errand_context(self.db, self.files, self.services)

    async def waiting(self) -> list[Errand]:
        async with self.db.begin(NOW, real_now=real_now()) as tx:
            found = await errands.claim(tx, 99)
            await errands.release_claimed(tx)
        return [errand for errand in found if errand.kind in {CHECK, ROSTER_CHECK, SEND}]

    async def presses(self, label: str, person_id: int = ADMIN) -> str:
        """Press a button, and let this process take notice of what was decided."""
        toast = await press(self.db, person_id, label, of=self.services)
        async with self.db.read(NOW) as tx:
            self.services.reference_files.put(await reference_versions.used(tx))
        return toast

    async def last(self, person_id: int = ADMIN) -> str:
        return (await told(self.db, person_id))[-1]

    async def used(self) -> list[Version]:
        async with self.db.read(NOW) as tx:
            return list(await reference_versions.used(tx))


@pytest.fixture
async def office(db: Database, tmp_path: Path) -> Replacing:
    found = Replacing(db, tmp_path / "media")
    await found.moves_in()
    return found


def dearer(text: str, price: str = "40.00") -> str:
    assert 'value = "32.00"' in text
    return text.replace('value = "32.00"', f'value = "{price}"')


async def test_a_good_file_is_shown_with_its_differences_and_changes_nothing_yet(
    office: Replacing,
) -> None:
    before = office.text()
    await office.sends(dearer(before))

    assert "<b>40" in await office.last()
    assert list(await buttons(office.db, ADMIN)) == [APPLY]
    assert (office.text(), await office.used()) == (before, [])


async def test_a_tap_puts_it_in_use_and_another_takes_it_back(office: Replacing) -> None:
    before = office.text()
    await office.sends(dearer(before))
    await office.presses(APPLY)
    assert office.text() == dearer(before)
    assert "en service pour les prochaines demandes" in await office.last()
    await office.presses(UNDO)

    assert office.text() == before
    assert "le fichier précédent est de nouveau en service" in await office.last()
    [version] = await office.used()
    async with office.db.read(NOW) as tx:
        assert await events.of(tx, "reference", version.id) == [
            ("reference_applied", ADMIN),
            ("reference_withdrawn", ADMIN),
        ]


async def test_a_file_that_says_the_same_has_no_button(office: Replacing) -> None:
    await office.sends(office.text())

    assert "dit la même chose" in await office.last()
    assert await buttons(office.db, ADMIN) == {}


async def test_every_fault_is_named_and_there_is_nothing_to_tap(office: Replacing) -> None:
    await office.sends(dearer(office.text(), "<cher>").replace("per_km ", "per_mile "))

    card = await office.last()
    assert "&lt;cher&gt;" in card or "per_mile" in card
    assert "Corrigez, puis renvoyez le fichier." in card
    assert await buttons(office.db, ADMIN) == {}


@pytest.mark.parametrize("text", ["", "Bonjour", "\x00\x01", "a,b,c\n1,2,3", "[other]\nx = 1\n"])
async def test_a_file_that_is_none_of_the_three_is_said_to_be_unknown(
    office: Replacing, text: str
) -> None:
    await office.sends(text)

    assert "Je ne reconnais pas ce fichier" in await office.last()


async def test_a_file_without_end_is_refused_before_it_is_fetched(office: Replacing) -> None:
    huge = SentDocument("f", "u", "tarifs.toml", "application/toml", LARGEST + 1)
    await send(office.db, ADMIN, huge, of=office.services)

    assert "trop gros" in await office.last()
    assert await office.waiting() == []


async def test_a_document_of_who_is_no_administrator_replaces_nothing(office: Replacing) -> None:
    await office.sends(dearer(office.text()), person_id=NADIA)

    assert await office.used() == []
    assert APPLY not in await buttons(office.db, NADIA)


async def test_a_photo_of_an_administrator_is_no_reference_file(office: Replacing) -> None:
    await send(office.db, ADMIN, SentPhoto("f", "u", 900), of=office.services)

    assert await office.waiting() == []


async def test_what_another_administrator_applied_meanwhile_is_compared_with_first(
    office: Replacing,
) -> None:
    before = office.text()
    await office.sends(dearer(before, "40.00"), ADMIN)
    await office.sends(dearer(before, "41.00"), OTHER_ADMIN)
    await office.presses(APPLY, OTHER_ADMIN)
    assert await office.presses(APPLY, ADMIN) != ""
    assert office.text() == dearer(before, "41.00")
    await office.works()

    assert "41" in await office.last()
    await office.presses(APPLY, ADMIN)
    assert office.text() == dearer(before, "40.00")


async def test_a_second_tap_and_an_old_undo_do_nothing(office: Replacing) -> None:
    before = office.text()
    await office.sends(dearer(before, "40.00"))
    await office.presses(APPLY)
    first = (await office.used())[0]
    toast = await tap(office.db, ADMIN, "usebook", first.id, of=office.services)
    assert toast is not None
    await office.sends(dearer(before, "41.00"))
    await office.presses(APPLY)
    toast = await tap(office.db, ADMIN, "oldbook", first.id, of=office.services)

    assert toast is not None
    assert office.text() == dearer(before, "41.00")
    assert len(await office.used()) == 2


async def test_nobody_else_applies_or_undoes(office: Replacing) -> None:
    await office.sends(dearer(office.text()))
    data = (await buttons(office.db, ADMIN))[APPLY]
    version_id = int(data.split(":")[2])
    await tap(office.db, NADIA, "usebook", version_id, of=office.services)
    assert await office.used() == []
    await office.presses(APPLY)
    await tap(office.db, NADIA, "oldbook", version_id, of=office.services)

    assert [version.id for version in await office.used()] == [version_id]
    assert (await office.used())[0].applied_at == NOW


async def test_the_card_tells_which_file_counts_since_when_and_gives_it(office: Replacing) -> None:
    before = office.text()
    await office.sends(dearer(before))
    await office.presses(APPLY)
    await send(office.db, ADMIN, command="books", of=office.services)

    card = await office.last()
    assert "23 novembre" in card
    assert "Ada" in card
    assert card.count("celui fourni avec le bot") == len(Reference) - 2
    assert "Vos mots</b>\u202f: rien dans un fichier" in card
    for label in await buttons(office.db, ADMIN):
        await press(office.db, ADMIN, label, of=office.services)
    await office.works()
    async with office.db.read(NOW) as tx:
        sent = [letter.post.document for letter in await pending(tx, ADMIN)]
        found = await media.get(tx, [one for one in sent if one is not None])
    contents = {one.name: await office.files.content(one.sha256 or "") for one in found}
    assert sorted(contents.values()) == sorted(office.text(kind).encode() for kind in Reference)
    assert contents[f"{Reference.PRICES}.toml"] == dearer(before).encode()


async def test_a_companys_own_words_come_by_file_count_at_once_and_are_taken_back(
    office: Replacing,
) -> None:
    assert understood(office, "3 buffets normands") == []
    await office.sends("mot;code;langue\nbuffet normand;RGT-04;fr\n", name="mots.csv")
    assert "buffet normand" in await office.last()
    assert understood(office, "3 buffets normands") == []
    await office.presses(APPLY)

    assert understood(office, "3 buffets normands") == [("RGT-04", 3)]
    assert understood(office, "3 frigos") == []  # still asked: it may be one of two
    await office.presses(UNDO)
    assert understood(office, "3 buffets normands") == []


async def test_own_words_come_as_a_book_with_errors_by_row_and_column(office: Replacing) -> None:
    book = Workbook()
    for row in (("word", "codes", "lang"), ("buffet", "RGT-04", "fr"), ("vitrine", "XXX-1", "fr")):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    await office.sends(out.getvalue(), name="mots.xlsx")

    assert "<code>3:codes</code>" in await office.last()
    assert "le catalogue n’a pas d’objet XXX-1" in await office.last()
    assert await office.used() == []


async def test_own_words_for_an_item_that_an_older_catalogue_lacks_stop_no_request(
    office: Replacing,
) -> None:
    catalogue = office.text(Reference.CATALOGUE)
    first = catalogue.splitlines()[1]
    more = catalogue.rstrip() + "\n" + first.replace("BUR-01", "BUR-98", 1) + "\n"
    await office.sends(more, name="catalogue.csv")
    await office.presses(APPLY)
    undo = await buttons(office.db, ADMIN)
    await office.sends("word,codes,lang\nberceau,BUR-98,fr\n", name="mots.csv")
    await office.presses(APPLY)
    assert understood(office, "2 berceaux") == [("BUR-98", 2)]
    version_id = int(undo[UNDO].split(":")[2])
    await tap(office.db, ADMIN, "oldbook", version_id, of=office.services)
    async with office.db.read(NOW) as tx:
        office.services.reference_files.put(await reference_versions.used(tx))

    assert understood(office, "2 berceaux") == []
    assert understood(office, "2 chaises pliantes") != []


def understood(office: Replacing, text: str) -> list[tuple[str, int]]:
    """Read a list as clients do; name what is sure."""
    reader = Reader(office.services.catalogue, "fr")
    known = [reader.known(entry) for entry in reader.entries(text)]
    return [(one.code, int(one.quantity)) for one in known if one.code and one.quantity]
