"""Proposed teams in words: who, two lines of reasons, the balance; and why others are in none."""

from collections import defaultdict
from collections.abc import Iterator
from html import escape
from typing import Any

from domain.certificate_kinds import certificate_label
from domain.planning.proposals import Proposal, ProposalReason, Selection
from handlers.words.catalogue import Say


def proposal_lines(say: Say, selection: Selection) -> Iterator[str]:
    """Write the teams, each with its reasons and its balance."""
    if not selection.best:
        yield say("proposals-none")
        return
    yield say("proposals-head")
    for number, one in enumerate(selection.best, 1):
        yield "\n".join(
            [
                say("proposal", number=number, names=", ".join(_crew(selection, one)))
                + _vehicles(selection, one),
                *(
                    "    " + " · ".join(reason_words(say, reason) for reason in line)
                    for line in (one.people, one.work)
                ),
                "    " + say("proposal-balance", balance=", ".join(_balances(selection, one))),
            ]
        )


def left_out_lines(say: Say, selection: Selection) -> Iterator[str]:
    """Name everybody who is in no team, by what keeps them: a rule, or what speaks against them."""
    taken = {member for one in selection.best for member in one.plan.crew}
    yield say("left-out-head")
    names: dict[str, list[str]] = defaultdict(list)
    for member in selection.bench.roster.values():
        if member.id not in taken:
            names[reason_words(say, selection.why_not(member.id))].append(member.name)
    for why, those in names.items():
        yield f"<b>{escape(', '.join(those), quote=False)}</b> · {why}"


def reason_words(say: Say, reason: ProposalReason) -> str:
    """Say one reason in HTML."""
    params: dict[str, Any] = dict(reason.params)
    if "names" in params:
        params |= {"names": ", ".join(params["names"]), "count": len(params["names"])}
    if "skills" in params:
        params["skills"] = ", ".join(_skill(say, kind) for kind in params["skills"])
    if "rules" in params:
        params["rules"] = ", ".join(_rule(say, rule) for rule in params["rules"])
    if "rule" in params:
        number = params.get("number")
        return escape(str(number), quote=False) if number else _rule(say, str(params["rule"]))
    return say(f"reason-{reason.key.replace('_', '-')}", **params)


def _crew(selection: Selection, one: Proposal) -> list[str]:
    names = selection.bench.roster
    return [
        f"{names[each].name} ★" if each == one.plan.leader else names[each].name
        for each in one.plan.crew
    ]


def _vehicles(selection: Selection, one: Proposal) -> str:
    fleet = selection.bench.fleet
    names = " + ".join(fleet[each].name for each in one.plan.vehicles)
    return f" · 🚚 {escape(names, quote=False)}" if names else ""


def _balances(selection: Selection, one: Proposal) -> list[str]:
    found = []
    for member in one.plan.crew:
        balance = selection.balances[member]
        counts = f"{balance.hard}·{balance.far}·{balance.early}"
        found.append(f"{selection.bench.roster[member].name} {counts}")
    return found


def _rule(say: Say, rule: str) -> str:
    return say.plain(f"short-{rule.replace('_', '-')}")


def _skill(say: Say, kind: str) -> str:
    return certificate_label(kind, say.lang)
