"""Makes postcodes.csv and former_communes.csv; see communes.md for where the data comes from.

Usage: python domain/data/make_communes.py POSTCODES.json COMMUNES.json
"""

# ruff: noqa: INP001 data beside it, not a package

import csv
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CURRENT = frozenset({"commune-actuelle", "arrondissement-municipal"})
SPLIT = frozenset({"13055", "69123", "75056"})  # known by their arrondissements


def main(postcodes: str, communes: str) -> None:
    served = json.loads(Path(postcodes).read_text("utf-8"))
    listed = json.loads(Path(communes).read_text("utf-8"))
    current = {one["code"]: one["nom"] for one in listed if one["type"] in CURRENT}
    former = former_codes(listed)
    pairs = {(one["codePostal"], one["codeCommune"]) for one in served}
    pairs |= {(code, one["code"]) for one in listed for code in one.get("codesPostaux", ())}
    today = {(code, former.get(insee, insee)) for code, insee in pairs}
    kept = current.keys() - SPLIT
    rows = [(code, insee, current[insee]) for code, insee in today if insee in kept]
    write("postcodes.csv", ("postcode", "insee", "name"), rows)
    names = [
        (one["code"], one["nom"], former[one["code"]])
        for one in listed
        if one["type"] not in CURRENT and former.get(one["code"]) in current
    ]
    write("former_communes.csv", ("code", "name", "insee"), names)


def former_codes(listed: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Map the codes that are no longer those of a commune of its own to the current ones."""
    found = {old: one["code"] for one in listed for old in one.get("anciensCodes", ())}
    parts = {one["code"]: one["chefLieu"] for one in listed if one["type"] not in CURRENT}
    current = {one["code"] for one in listed if one["type"] in CURRENT}
    return {old: new for old, new in (found | parts).items() if old not in current}


def write(name: str, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    with (HERE / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(sorted(set(rows)))


if __name__ == "__main__":
    main(*sys.argv[1:])
