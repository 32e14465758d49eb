"""What the sender needs of the stores, and no more."""

from bot.clock import real_now
from bot.telegram.delivery import ApiCaller, Delivery
from storage import media
from storage.engine import Database
from storage.files import FileStore
from storage.media import Medium


def stored_delivery(db: Database, telegram: ApiCaller, files: FileStore) -> Delivery:
    """Load media rows and their bytes, and note the file ids that Telegram gives."""

    async def load(ids: tuple[int, ...]) -> list[Medium]:
        async with db.read(real_now()) as tx:
            return await media.get(tx, ids)

    async def content(medium: Medium) -> bytes:
        if medium.sha256 is None:
            raise LookupError(f"no bytes of media {medium.id} yet")
        return await files.content(medium.sha256)

    async def uploaded(media_id: int, file_id: str) -> None:
        async with db.begin(real_now()) as tx:
            await media.uploaded(tx, media_id, file_id)

    return Delivery(telegram, load, content, uploaded)
