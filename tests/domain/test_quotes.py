from datetime import UTC, date, datetime, timedelta

import pytest

from domain.calendar import PARIS, day_of
from domain.lifecycle import NotAllowed
from domain.quotes import (
    Acceptance,
    QuoteEvent,
    QuoteExpired,
    QuoteState,
    accept,
    is_expired,
    transition,
    valid_until,
)

S, E = QuoteState, QuoteEvent
SENT_AT = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)  # already the 24th in Paris
LAST_DAY = date(2026, 12, 24)


@pytest.mark.parametrize(
    ("state", "event", "after"),
    [
        (S.DRAFT, E.SEND, S.SENT),
        (S.SENT, E.ACCEPT, S.ACCEPTED),
        (S.SENT, E.DECLINE, S.DECLINED),
        (S.SENT, E.SUPERSEDE, S.SUPERSEDED),
        (S.SENT, E.EXPIRE, S.EXPIRED),
        (S.DECLINED, E.SUPERSEDE, S.SUPERSEDED),
    ],
)
def test_the_life_of_a_revision(state: QuoteState, event: QuoteEvent, after: QuoteState) -> None:
    assert transition(state, event) is after


@pytest.mark.parametrize("state", [S.DRAFT, S.ACCEPTED, S.DECLINED, S.SUPERSEDED, S.EXPIRED])
def test_only_a_sent_revision_can_be_accepted(state: QuoteState) -> None:
    with pytest.raises(NotAllowed):
        accept(state, 1, LAST_DAY, name="Claire", role="director", now=SENT_AT, zone=PARIS)


def test_a_quote_is_valid_for_thirty_days_of_paris() -> None:
    assert valid_until(day_of(SENT_AT, PARIS)) == LAST_DAY
    assert not is_expired(LAST_DAY, LAST_DAY)
    assert is_expired(LAST_DAY, LAST_DAY + timedelta(days=1))


def test_accepting_records_who_when_and_which_revision() -> None:
    now = datetime(2026, 12, 1, 9, tzinfo=UTC)

    assert accept(S.SENT, 2, LAST_DAY, name="Claire", role="director", now=now, zone=PARIS) == (
        S.ACCEPTED,
        Acceptance(revision=2, name="Claire", role="director", accepted_at=now),
    )


def test_an_expired_quote_cannot_be_accepted() -> None:
    with pytest.raises(QuoteExpired) as refusal:
        accept(
            S.SENT, 1, LAST_DAY, name="Claire", role="director",
            now=datetime(2026, 12, 24, 23, tzinfo=UTC), zone=PARIS,
        )  # fmt: skip

    assert refusal.value.valid_until == LAST_DAY
