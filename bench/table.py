"""The figures as a table that a person can read."""

from collections.abc import Sequence

from bench.contenders import BASELINE
from bench.figures import BenchFigure

GOALS = {0.0: 3.0, 20.0: 20.0}  # times the baseline's updates/s, by the network's one way in ms
HEAD = (
    ("", 27),
    ("updates/s", 10),
    ("× base", 8),
    ("p50 ms", 9),
    ("p99 ms", 9),
    ("CPU s/1000", 11),
    ("core", 6),
    ("SQL", 6),
    ("commits", 8),
    ("calls", 6),
    ("MiB", 5),
)


def heading(one_way_ms: float) -> str:
    network = f"with {2 * one_way_ms:g} ms of network" if one_way_ms else "without network"
    names = "".join(name.ljust(width) if not name else name.rjust(width) for name, width in HEAD)
    return f"\n{network.capitalize()}\n{names}"


def row(figure: BenchFigure, base: BenchFigure | None) -> str:
    """Write one line; a wait with «>» is longer in truth, the run was too short for it."""
    more = ">" if figure.cut_short else ""
    cells = (
        f"{figure.per_second:,.0f}",
        f"{ratio(figure, base):.1f}" if base else "–",
        f"{more}{figure.p50_ms:,.0f}",
        f"{more}{figure.p99_ms:,.0f}",
        f"{figure.cpu_per_1000:.2f}",
        f"{figure.busy:.0%}",
        _maybe(figure.statements),
        _maybe(figure.commits, 3),
        f"{figure.calls:.2f}",
        f"{figure.peak_mib:.0f}",
    )
    widths = [width for _, width in HEAD[1:]]
    line = figure.name.ljust(HEAD[0][1])
    line += "".join(cell.rjust(width) for cell, width in zip(cells, widths, strict=True))
    notes = [f"! {fault}" for fault in figure.faults]
    if figure.statements is not None and not figure.whole:
        notes.append(
            f"~ time ran out at {figure.conversations} conversations: some steps count less"
        )
    return "\n".join([line, *(f"  {note}" for note in notes)])


def ratio(figure: BenchFigure, base: BenchFigure) -> float:
    return figure.per_second / base.per_second if base.per_second else 0.0


def base_of(figures: Sequence[BenchFigure], one_way_ms: float) -> BenchFigure | None:
    """Find the baseline's figure over the same network."""
    return next(
        (
            figure
            for figure in figures
            if figure.name == BASELINE.name and figure.one_way_ms == one_way_ms
        ),
        None,
    )


def verdict(figure: BenchFigure, base: BenchFigure) -> str:
    goal = GOALS[figure.one_way_ms]
    reached = ratio(figure, base)
    word = "reached" if reached >= goal else "SHORT"
    network = f"{2 * figure.one_way_ms:g} ms of network"
    spared = base.cpu_per_1000 / figure.cpu_per_1000 if figure.cpu_per_1000 else 0
    return (
        f"  {word:8} {figure.name}, {network}: {reached:.1f} × the baseline's updates/s, "
        f"the goal is {goal:g} ×; its CPU time an update is {spared:.1f} × ours"
    )


def is_short(figure: BenchFigure, base: BenchFigure | None) -> bool:
    goal = GOALS.get(figure.one_way_ms)
    return base is not None and goal is not None and ratio(figure, base) < goal


LEGEND = """
The baseline is python-telegram-bot's ConversationHandler in memory, one update at a time as its
documentation asks, on its own transport with 512 connections; «256 at once» is against that advice.
p50, p99: from an update being available to the reply at the person's. core: CPU of the bot's
process. SQL, commits, calls of the Bot API (without getUpdates): per update. MiB: most memory held.
""".rstrip()


def _maybe(value: float | None, digits: int = 2) -> str:
    return "–" if value is None else f"{value:.{digits}f}"
