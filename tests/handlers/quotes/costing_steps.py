"""Steps of a costing."""

from storage import costings
from storage.costings import CostingDraft
from storage.engine import Database
from storage.requests import Request
from tests.conftest import NOW


async def draft_of(db: Database, request: Request) -> CostingDraft:
    async with db.read(NOW) as tx:
        found = await costings.find_open(tx, request.id)
    assert found is not None
    return found
