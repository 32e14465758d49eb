"""`price FILE.json`: what it prints, and what it refuses with which field."""

import io
import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from bot.commands.price import price_file
from tests.domain.pricing_cases import CASES

File = dict[str, Any]


def asked(case: str = "TC14", condition: str = "B", *, careful: bool = False) -> File:
    return {
        "lines": [
            {"code": each["code"], "quantity": each["qty"]}
            | {"condition": condition, "careful": careful}
            for each in CASES[case]["lines"]
        ],
        "access": {"floor": 0, "lift": "none", "carry_m": 10, "occupied": False, "night": False},
        "round_trip_km": 24,
        "reverse_charge": False,
    }


@pytest.fixture
def run(tmp_path: Path) -> Callable[[object], tuple[int, str, str]]:
    """Price a file; return the exit status, standard output and standard error."""

    def run(content: object) -> tuple[int, str, str]:
        path = tmp_path / "file.json"
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
        out, err = io.StringIO(), io.StringIO()
        return price_file(str(path), out, err), out.getvalue(), err.getvalue()

    return run


Run = Callable[[object], tuple[int, str, str]]


def test_the_estimate_is_printed_as_json(run: Run) -> None:
    status, out, err = run(asked())

    assert (status, err) == (0, "")
    assert json.loads(out) == {
        "lines": [
            {"key": "labour", "label": "Labour", "amount_cents": 9600},
            {"key": "vehicle", "label": "Vehicle", "amount_cents": 19000},
            {"key": "kilometres", "label": "Kilometres", "amount_cents": 1440},
            {"key": "report", "label": "Inventory and traceability report", "amount_cents": 12000},
            {"key": "disposal.DIB", "label": "Disposal DIB", "amount_cents": 44},
            {"key": "overhead", "label": "Overhead", "amount_cents": 5050},
            {"key": "reuse_credit", "label": "Reuse credit", "amount_cents": -252},
        ],
        "hours": 3,
        "trips": 1,
        "days": 1,
        "crew": 2,
        "volume_m3": 0.99,
        "weight_kg": 60,
        "reused_kg": 42,
        "total_excl_vat_cents": 46882,
        "vat_cents": 9376,
        "total_incl_vat_cents": 56258,
    }


@pytest.mark.parametrize(
    ("case", "condition", "careful", "access", "reverse_charge", "total", "with_vat"),
    [
        ("TC01", "B", False, {"floor": 2, "lift": "goods", "carry_m": 20}, False, 145921, 175105),
        ("TC02", "B", False, {"floor": 5, "carry_m": 40, "occupied": True}, False, 152032, 182438),
        ("TC05", "B", False, {"lift": "goods", "carry_m": 30}, True, 773525, 773525),
        ("TC08", "B", True, {"carry_m": 80}, False, 675338, 810406),
        ("TC09", "C", False, {"floor": 8, "lift": "passenger", "carry_m": 30}, False, 75406, 90487),
    ],
)
def test_worked_quotes(
    run: Run, case: str, condition: str, careful: bool, access: dict[str, object],
    reverse_charge: bool, total: int, with_vat: int,
) -> None:  # fmt: skip
    content = asked(case, condition, careful=careful)
    content["access"] |= access
    content["reverse_charge"] = reverse_charge

    estimate = json.loads(run(content)[1])

    assert (estimate["total_excl_vat_cents"], estimate["total_incl_vat_cents"]) == (total, with_vat)


def test_condition_and_care_have_defaults_and_surcharges_are_optional(run: Run) -> None:
    content = asked()
    for line in content["lines"]:
        del line["condition"], line["careful"]
    surcharged = content | {"short_notice": True, "saturday": True}

    assert run(content) == run(asked())
    assert [line["key"] for line in json.loads(run(surcharged)[1])["lines"]][:3] == [
        "labour", "short_notice", "saturday",
    ]  # fmt: skip


def test_numbers_are_read_as_decimals(run: Run) -> None:
    content = asked()
    content["lines"] = [{"code": "CLO-01", "quantity": "Q", "careful": False}]
    text = json.dumps(content)

    assert run(text.replace('"Q"', "2.675"))[0] == 0
    assert 'weight_kg": 80.25' in run(text.replace('"Q"', "2.6750"))[1]
    assert run(text.replace('"Q"', "2.67500000000000000000000000000001"))[0] == 2


def with_value(path: str, value: object) -> File:
    content = deepcopy(asked())
    *parents, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    inside: Any = content
    for part in parents:
        inside = inside[part]
    inside[last] = value
    return content


@pytest.mark.parametrize(
    ("path", "value", "field"),
    [
        ("lines.1.code", "BUR-99", "lines[1].code: 'BUR-99' is not in the catalogue"),
        ("lines.1.code", 5, "lines[1].code: "),
        ("lines.1.code", None, "lines[1].code: "),
        ("lines.0.quantity", -1, "lines[0].quantity: must be above 0"),
        ("lines.0.quantity", 0, "lines[0].quantity: must be above 0"),
        ("lines.0.quantity", 1.5, "lines[0].quantity: must be whole"),
        ("lines.0.quantity", 1.0001, "lines[0].quantity: has more than 3 decimals"),
        ("lines.0.quantity", 5_000_000, "lines[0].quantity: is too large"),
        ("lines.0.quantity", 10**30, "lines[0].quantity: is too large"),
        ("lines.0.quantity", True, "lines[0].quantity: must be a number"),
        ("lines.0.quantity", "2", "lines[0].quantity: must be a number"),
        ("lines.0.quantity", None, "lines[0].quantity: must be a number"),
        ("lines.0.quantity", float("nan"), "lines[0].quantity: must be a finite number"),
        ("lines.0.quantity", float("inf"), "lines[0].quantity: must be a finite number"),
        ("lines.0.quantity", [2], "lines[0].quantity: must be a number"),
        ("lines.0.condition", "E", "lines[0].condition: must be 'A', 'B', 'C' or 'D'"),
        ("lines.0.condition", 1, "lines[0].condition: "),
        ("lines.0.careful", "yes", "lines[0].careful: must be true or false"),
        ("lines.0.careful", 1, "lines[0].careful: must be true or false"),
        ("lines.0.colour", "red", "lines[0].colour: is not a field"),
        ("lines.0", "SIE-01", "lines[0]: must be an object"),
        ("lines", [], "lines: must not be empty"),
        ("lines", {}, "lines: must be a list"),
        ("lines", "SIE-01", "lines: must be a list"),
        ("access", None, "access: must be an object"),
        ("access.floor", 61, "access.floor: "),
        ("access.floor", -6, "access.floor: "),
        ("access.floor", 1.5, "access.floor: must be a whole number"),
        ("access.floor", True, "access.floor: must be a number"),
        ("access.floor", float("inf"), "access.floor: must be a whole number"),
        ("access.lift", "stairs", "access.lift: must be 'none', 'passenger' or 'goods'"),
        ("access.carry_m", -1, "access.carry_m: "),
        ("access.carry_m", 301, "access.carry_m: "),
        ("access.occupied", 0, "access.occupied: must be true or false"),
        ("access.night", "no", "access.night: must be true or false"),
        ("access.stairs", True, "access.stairs: is not a field"),
        ("round_trip_km", -24, "round_trip_km: "),
        ("round_trip_km", "24", "round_trip_km: must be a number"),
        ("round_trip_km", float("nan"), "round_trip_km: must be a finite number"),
        ("reverse_charge", None, "reverse_charge: must be true or false"),
        ("short_notice", "soon", "short_notice: must be true or false"),
        ("discount", 10, "discount: is not a field"),
    ],
)
def test_nonsense_is_refused_with_the_field_named(
    run: Run, path: str, value: object, field: str
) -> None:
    status, out, err = run(with_value(path, value))

    assert (status, out) == (2, "")
    assert field in err


@pytest.mark.parametrize(
    "path",
    ["lines", "lines.0.code", "lines.0.quantity", "access", "access.floor", "access.lift",
     "access.carry_m", "access.occupied", "access.night", "round_trip_km", "reverse_charge"],
)  # fmt: skip
def test_a_missing_field_is_named(run: Run, path: str) -> None:
    content = asked()
    *parents, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    inside: Any = content
    for part in parents:
        inside = inside[part]
    del inside[last]

    status, _, err = run(content)

    assert status == 2
    assert err == f"{path.replace('.0', '[0]')}: is missing\n"


def test_every_fault_is_told_at_once(run: Run) -> None:
    content = asked()
    content["lines"][0]["quantity"] = "two"
    content["access"]["lift"] = "rope"
    del content["round_trip_km"]

    assert [line.partition(":")[0] for line in run(content)[2].splitlines()] == [
        "lines[0].quantity", "access.lift", "round_trip_km",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[" * 100_000, "nested too deeply"),
        ("[]", "the file: must be an object"),
        ('{"lines": [], "lines": []}', "lines: stands there twice"),
        (b"\xff\xfe{", "not JSON"),
    ],
)
def test_what_is_no_inventory_is_refused(run: Run, content: object, fault: str) -> None:
    status, out, err = run(content)

    assert (status, out) == (2, "")
    assert fault in err


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    out, err = io.StringIO(), io.StringIO()
    path = str(tmp_path / "none.json")

    assert price_file(path, out, err) == 2
    assert err.getvalue() == f"{path}: No such file or directory\n"
