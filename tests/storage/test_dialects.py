"""Only two modules of storage know which engine runs."""

import re
from pathlib import Path

KNOW = {Path("storage/dialects.py"), Path("storage/engine.py")}
ASKS = re.compile(r"dialect\.name|sqlalchemy\.dialects|==\s*.(sqlite|postgresql)\b")


def test_no_other_module_asks_which_engine_runs() -> None:
    sources = {path for path in Path("storage").rglob("*.py") if "versions" not in path.parts}
    asking = {path for path in sources if ASKS.search(path.read_text("utf-8"))}

    assert asking <= KNOW
    assert Path("storage/dialects.py") in asking
