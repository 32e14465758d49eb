"""Teams and those left out fit in one message, for a company of sixty."""

from dataclasses import replace
from decimal import Decimal

import pytest

from domain.crews import CrewRole, Member
from handlers.views.proposal_words import left_out_lines, proposal_lines
from handlers.words.catalogue import Words
from tests.domain.crew_cases import FAR
from tests.domain.proposal_cases import BENCH, CACES, HERE, SST, choice, done

LONGEST = 4_096
WORDS = Words.load()


def sixty() -> dict[int, Member]:
    leads, drives = frozenset({CrewRole.LEADER}), frozenset({CrewRole.DRIVER})
    roles = (leads, drives, frozenset[CrewRole]())
    return {
        n: Member(
            n,
            f"Marie-Antoinette {n}",
            ((SST,), (CACES,), ())[n % 3],
            roles=roles[n % 3],
            contract_end=None if n % 5 else FAR,
        )
        for n in range(1, 61)
    }


@pytest.mark.parametrize("lang", WORDS.languages)
def test_all_that_is_said_of_sixty_people_fits_in_a_message(lang: str) -> None:
    say = WORDS.say(lang)
    heavy = replace(HERE, weight_kg=Decimal(2_000))
    plans = [done(100 + n, n % 3, (1 + n, 21 + n, 41 + n)) for n in range(20)]
    found = choice(*plans, burden=heavy, burdens={100 + n: heavy for n in range(20)})
    selection = replace(found, bench=replace(BENCH, roster=sixty(), plans=plans))

    assert len(selection.best) == 3
    assert len("\n".join(proposal_lines(say, selection))) < LONGEST / 2
    assert len("\n".join(left_out_lines(say, selection))) < LONGEST


def test_who_is_left_out_for_the_same_reason_stands_together() -> None:
    lines = [*left_out_lines(WORDS.say("fr"), choice(done(9, 0, (5, 6))))]

    assert "<b>Eva, Fatou</b> · INT-9" in lines
    assert "<b>Hawa</b> · fin contrat" in lines
