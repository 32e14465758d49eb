"""What is decided in one process is known in every other, and read lists are read so."""

from bot.clock import SystemClock
from bot.reference_file_watcher import ReferenceFileWatcher
from bot.services import shipped_reference_files
from domain.company import EXAMPLE
from domain.inventory_reader.matching import matcher
from handlers.context.reference_files import ReferenceFiles
from storage import unknown_words
from storage.engine import Database
from storage.unknown_words import WordState
from tests.conftest import NOW


def replica(db: Database) -> tuple[ReferenceFileWatcher, ReferenceFiles]:
    files = shipped_reference_files(EXAMPLE)
    return ReferenceFileWatcher(db, SystemClock(), files), files


def knows(files: ReferenceFiles, word: str) -> bool:
    return matcher(files.catalogue()).match(word).sure


async def test_a_word_taught_in_one_process_is_read_in_another_until_it_is_taken_back(
    db: Database,
) -> None:
    watcher, files = replica(db)
    await watcher.look()
    assert not knows(files, "trombinoscopes")
    async with db.begin(NOW) as tx:
        await unknown_words.note(tx, ["trombinoscope"], "fr")
        [word] = await unknown_words.waiting(tx, 1)
        word = await unknown_words.decide(tx, word, WordState.TAUGHT, "ACC-01")
    before = files.catalogue()
    await watcher.look()
    assert knows(files, "trombinoscopes")
    assert files.catalogue() is not before
    read = files.catalogue()
    await watcher.look()
    assert files.catalogue() is read  # nothing was decided: nothing is read anew

    async with db.begin(NOW) as tx:
        await unknown_words.decide(tx, word, WordState.WAITING)
    await watcher.look()
    assert not knows(files, "trombinoscopes")
