"""A name means one thing: no two public classes share one, and documents name what exists."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

PACKAGES = ("bot", "documents", "handlers", "scheduler", "storage", "domain", "sandbox")
DOTTED_NAME = re.compile(
    r"\b(?:bot|documents|handlers|scheduler|storage|domain)(?:\.[A-Za-z_]+)+\b"
)
SHARED = {"T_co"}  # the variance is said by the name


def test_no_two_public_classes_share_a_name() -> None:
    places = defaultdict[str, list[str]](list)
    for path in _program():
        for name in _types_of(ast.parse(path.read_text("utf-8"))):
            places[name].append(str(path))

    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def _program() -> Iterator[Path]:
    for package in PACKAGES:
        yield from Path(package).rglob("*.py")


def _types_of(module: ast.Module) -> Iterator[str]:
    """List the classes, aliases and type variables that a module declares for others to read."""
    for node in module.body:
        match node:
            case ast.ClassDef(name=name) if not name.startswith("_"):
                yield name
            case ast.Assign(targets=[ast.Name(id=name)]) if _is_type_name(name):
                yield name


def _is_type_name(name: str) -> bool:
    return name[0].isupper() and not name.isupper() and name not in SHARED


def test_what_the_architecture_names_exists() -> None:
    named = set(DOTTED_NAME.findall(Path("ARCHITECTURE.md").read_text("utf-8")))

    assert named
    assert {name for name in named if not _resolves(name.split("."))} == set()


def _resolves(parts: list[str]) -> bool:
    """Tell whether a dotted name is a module, or something in one."""
    paths = (Path(*parts[:size]) for size in range(len(parts), 0, -1))
    found = next(path for path in paths if path.exists() or path.with_suffix(".py").exists()).parts
    thing: Any = import_module(".".join(found))
    for name in parts[len(found) :]:
        thing = getattr(thing, name, None)
    return thing is not None
