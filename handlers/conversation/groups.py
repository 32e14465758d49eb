"""Paths of repeated groups: "lines.2" is the third item of "lines"."""

from collections.abc import Mapping

from handlers.conversation.kind import Json


def item_of(path: str) -> str:
    """Name the item a question belongs to: "lines.2.size" -> "lines.2"; "" outside groups."""
    return path.rpartition(".")[0]


def group_of(path: str) -> str:
    """Name the group a question belongs to: "lines.2.size" -> "lines"; "" outside groups."""
    return item_of(path).rpartition(".")[0]


def without_item(answers: Mapping[str, Json], item: str) -> dict[str, Json] | None:
    """Take an item out and close the gap, as if it had never been said; None if there is none."""
    group, _, last = item.rpartition(".")
    if not group or not last.isdecimal():
        return None
    index, left, found = int(last), {}, False
    for path, raw in answers.items():
        at = _index(path, group)
        found = found or at == index
        if at != index:
            left[_renumbered(path, group, at - 1) if at is not None and at > index else path] = raw
    return left if found else None


def without(answers: Mapping[str, Json], item: str) -> dict[str, Json]:
    """Drop what was said inside an item, without closing the gap."""
    inside = f"{item}."
    return {path: raw for path, raw in answers.items() if not path.startswith(inside)}


def _index(path: str, group: str) -> int | None:
    if not path.startswith(f"{group}."):
        return None
    index = path[len(group) + 1 :].partition(".")[0]
    return int(index) if index.isdecimal() else None


def _renumbered(path: str, group: str, index: int) -> str:
    rest = path[len(group) + 1 :].partition(".")[2]
    return f"{group}.{index}.{rest}"
