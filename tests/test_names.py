"""A name means one thing: in the program no two public classes share one."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

PACKAGES = ("bot", "documents", "handlers", "scheduler", "storage", "domain", "sandbox")
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
