from datetime import UTC, date, datetime, timedelta

from domain.calendar import PARIS, day_of
from domain.quotes import ANSWERED, QUOTE, QuoteEvent, QuoteState, is_expired, valid_until

S, E = QuoteState, QuoteEvent
SENT_AT = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)  # already the 24th in Paris
LAST_DAY = date(2026, 12, 24)


def test_only_a_sent_revision_can_be_accepted() -> None:
    assert QUOTE.before(E.ACCEPT) == {S.SENT}


def test_an_agreed_revision_is_never_superseded() -> None:
    assert QUOTE.before(E.SUPERSEDE) == {S.SENT, S.DECLINED, S.EXPIRED}


def test_a_yes_and_a_no_can_be_taken_back() -> None:
    assert {S.ACCEPTED, S.DECLINED} == ANSWERED
    assert {QUOTE.after(state, E.UNDO) for state in ANSWERED} == {S.SENT}


def test_a_quote_is_valid_for_thirty_days_of_paris() -> None:
    assert valid_until(day_of(SENT_AT, PARIS)) == LAST_DAY
    assert not is_expired(LAST_DAY, LAST_DAY)
    assert is_expired(LAST_DAY, LAST_DAY + timedelta(days=1))
