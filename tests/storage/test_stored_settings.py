"""Single facts come back as they were saved, whatever their kind."""

from typing import Any

import pytest

from storage import stored_settings
from storage.engine import Database
from tests.conftest import NOW


@pytest.mark.parametrize("value", [True, -1001900000001, 2.5, "words", {"a": [1, None]}])
async def test_a_fact_comes_back_as_it_was(db: Database, value: Any) -> None:
    async with db.begin(NOW) as tx:
        await stored_settings.save(tx, "fact", None)
        await stored_settings.save(tx, "fact", value)
    async with db.read(NOW) as tx:
        assert await stored_settings.find(tx, "fact") == value


async def test_an_unknown_fact_is_none(db: Database) -> None:
    async with db.read(NOW) as tx:
        assert await stored_settings.find(tx, "nobody said") is None
