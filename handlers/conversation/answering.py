"""Taking an answer: to the question that stands, to one replied to, or a late part of an album."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from handlers.conversation.changes import SessionStep, change, outcome_of, settle
from handlers.conversation.codes import BACK, CANCEL, DONE, ENOUGH, KEEP, SKIP, USUAL
from handlers.conversation.form import usual_from
from handlers.conversation.given import (
    Given,
    SentDocument,
    SentPhoto,
    Tapped,
    Typed,
    UnreadablePicture,
)
from handlers.conversation.groups import group_of, item_of, without
from handlers.conversation.kind import OPEN, Facts, Json, Rejected
from handlers.conversation.labels import spoken
from handlers.conversation.moves import Add, Answer, Back, Edit, Remove
from handlers.conversation.outcomes import Asked, Cancelled, Refused, Repeated, Stale
from handlers.conversation.question import Question
from handlers.conversation.session import Session
from handlers.conversation.walk import CLOSED, DRAFT, ahead
from handlers.words.catalogue import Say


@dataclass(frozen=True, slots=True)
class Taking:
    """A session at a question, with the facts loaded for it."""

    session: Session
    question: Question
    known: Mapping[str, Any]
    say: Say | None = None

    def take(self, move: Answer) -> SessionStep:
        """Take an answer of this turn; words that came before are not taken for this question."""
        before = self.session
        if isinstance(move.given, UnreadablePicture):
            return self._left_out(move.given)
        if move.path is None and before.twice and self._repeats(move.given):
            return replace(before, last=None, twice=False), Repeated(self.question)
        after, outcome = self._taken(move)
        if move.doubtful and after.last is not None and after.last is not before.last:
            after = replace(after, twice=True)
        return after, outcome

    def _taken(self, move: Answer) -> SessionStep:
        given = move.given
        if move.path is not None and move.path != self.question.path:
            return self._to_another(given, move.path)
        if (late := self._late(given)) is not None:
            return late
        heard = self._heard(self.question, given)
        if isinstance(heard, Tapped) and (common := self._common(heard.code)) is not None:
            return common
        return self._read(given, heard)

    def facts(self, question: Question) -> Facts:
        lang = self.say.lang if self.say else str(self.known.get("language", "fr"))
        trail = self.session.walked.trail
        return Facts(self.known, question.so_far, trail, lang, question.needs)

    def _repeats(self, given: Given) -> bool:
        last = self.session.last
        return isinstance(given, Typed) and last is not None and last[1] == given.text

    def _heard(self, question: Question, given: Given) -> Given:
        """Take the typed words of a button for a tap on it."""
        if self.say is None or not isinstance(given, Typed):
            return given
        code = spoken(question, given.text, self.facts(question), self.say)
        return given if code is None else Tapped(code)

    def _common(self, code: str) -> SessionStep | None:
        """Do what the buttons do that every question may have."""
        session, question = self.session, self.question
        if code == BACK:
            return change(session, Back())
        if code == CANCEL:
            return session, Cancelled()
        if code == KEEP and question.editing:
            gone = self._still(question)
            return (session, Refused(question, gone)) if gone else settle(session, session.answers)
        if code == SKIP and question.optional:
            return settle(session, {**session.answers, question.path: None}, noted=question.path)
        if code == USUAL and question.usual:
            after, outcome = settle(
                session,
                {**session.answers, **usual_from(session.form, question.path)},
                noted=question.path,
            )
            return after, replace(outcome, usual=True) if isinstance(outcome, Asked) else outcome
        if code == ENOUGH and question.ends:
            left = without(session.answers, item_of(question.path))
            return settle(session, {**left, group_of(question.path): CLOSED})
        return None

    def _read(self, given: Given, heard: Given) -> SessionStep:
        question = self.question
        reading = question.kind.read(heard, question.draft, self.facts(question))
        if isinstance(reading, Edit | Remove | Add):
            return change(self.session, reading)
        if isinstance(reading, Rejected):
            return self._kept(given, reading) or (self.session, Refused(question, reading))
        last = (question.path, given.text) if isinstance(given, Typed) else None
        return self._accept(reading, last)

    def _accept(self, raw: Json, last: tuple[str, str] | None) -> SessionStep:
        session, question = self.session, self.question
        value = question.kind.load(raw)
        if isinstance(value, Rejected):
            return session, Refused(question, value)
        if value is OPEN:
            return self._begun(raw, last)
        if question.kind.confirms and (gone := self._gone()) is not None:
            return gone
        answers = {**session.answers, question.path: raw}
        confirmed = question.kind.confirms
        return settle(session, answers, noted=question.path, last=last, confirmed=confirmed)

    def _begun(self, raw: Json, last: tuple[str, str] | None) -> SessionStep:
        """Keep the turn: any button shown since the question opened may still complete it."""
        session, question = self.session, self.question
        path = question.path + DRAFT if question.editing else question.path
        after = replace(session, answers={**session.answers, path: raw}, last=last)
        return after, outcome_of(after.stands)

    def _gone(self) -> SessionStep | None:
        """Ask again what can no longer stand: a form may have waited for weeks."""
        for question in self.session.walked.trail:
            if (gone := self._still(question)) is not None:
                after, outcome = settle(self.session, self.session.answers, editing=question.path)
                assert isinstance(outcome, Asked)
                return after, Refused(outcome.question, gone)
        return None

    def _still(self, question: Question) -> Rejected | None:
        raw = question.raw
        return None if raw is None else question.kind.still(raw, self.facts(question))

    def _late(self, given: Given) -> SessionStep | None:
        """Add a part of an album to the answer that has the others, although it was closed."""
        if not isinstance(given, SentPhoto | SentDocument) or given.album is None:
            return None
        for question in reversed(self.session.walked.trail):
            if not question.answered or question.path == self.question.path:
                continue
            joined = question.kind.joins(given, question.raw)
            if isinstance(joined, Rejected):
                return self.session, Refused(self.question, joined, question.path)
            if joined is not None:
                return self._amend(question, joined, None)
        return None

    def _kept(self, given: Given, rejected: Rejected) -> SessionStep | None:
        """Keep it for the question of the form that wants it, before or after this one."""
        if isinstance(given, Tapped):
            return None
        session, walked = self.session, self.session.walked
        for other in (*walked.trail, *ahead(session.form, session.answers, walked)):
            if other.path == self.question.path or not other.needs <= self.known.keys():
                continue
            if (raw := self._kept_by(other, given)) is None:
                continue
            if isinstance(raw, Rejected):
                return session, Refused(self.question, raw, other.path)
            if other.answered and other.kind.reopens:
                return self._reopened(other, raw)
            after, outcome = self._amend(other, raw, None)
            after = self._kept_too(after, given)
            if isinstance(outcome, Asked):
                why = rejected if isinstance(given, SentDocument) else None
                kept = replace(other, answer=raw)
                outcome = replace(outcome, noted=None, kept=kept, rejected=why)
            return after, outcome
        return None

    def _kept_too(self, after: Session, given: Given) -> Session:
        """Let questions have it as well of which it is not known yet whether they apply."""
        perhaps = ahead(self.session.form, after.answers, self.session.walked, unsure=True)
        kept = {
            other.path: raw
            for other in perhaps
            if other.needs <= self.known.keys()
            and (raw := other.kind.keeps(given, other.draft, self.facts(other))) is not None
            and not isinstance(raw, Rejected)
        }
        return replace(after, answers={**after.answers, **kept}) if kept else after

    def _kept_by(self, other: Question, given: Given) -> Json | Rejected:
        """Add it to another question's answer; a complete one stays complete."""
        before = other.kind.reopen(other.raw) if other.answered else other.draft
        if other.raw is not None and before is None:
            return None
        facts = self.facts(other)
        raw = other.kind.keeps(given, before, facts)
        if raw is None or isinstance(raw, Rejected):
            return raw
        value = other.kind.load(raw)
        if other.answered and other.kind.reopens:
            return raw
        if value is OPEN and other.answered:
            closed = other.kind.read(Tapped(DONE), raw, facts)
            return None if isinstance(closed, Edit | Remove | Add) else closed
        return value if isinstance(value, Rejected) else raw

    def _left_out(self, given: UnreadablePicture) -> SessionStep:
        """Take a file out of the answer that holds it; the question that stands says why."""
        session = self.session
        others = ahead(session.form, session.answers, session.walked)
        kinds = {one.path: one.kind for one in (*others, *session.walked.trail, self.question)}
        without = {
            path: kinds[path.removesuffix(DRAFT)].without(raw, given.unique_id)
            for path, raw in session.answers.items()
            if path.removesuffix(DRAFT) in kinds
        }
        left = {path: raw for path, raw in without.items() if raw is not None}
        if not left:
            return session, Asked(self.question)
        after = replace(session, answers={**session.answers, **left}, last=None)
        if not isinstance(after.stands, Question) or after.stands.path != self.question.path:
            after, _ = settle(session, after.answers)
        assert isinstance(after.stands, Question)
        why = Rejected(f"picture-{given.fault}", {"name": given.name})
        return after, Refused(after.stands, why)

    def _to_another(self, given: Given, path: str) -> SessionStep:
        """Replace the answer of the question replied to; the place is kept."""
        session = self.session
        other = session.walked.find(path)
        if other is None:
            return session, Stale(self.question)
        if not other.needs <= self.known.keys():
            return change(session, Edit(path))
        raw = other.kind.read(
            self._heard(other, given), other.kind.reopen(other.raw), self.facts(other)
        )
        if isinstance(raw, Edit | Remove | Add):
            return session, Stale(self.question)
        if isinstance(raw, Rejected):
            return session, Refused(self.question, raw, path)
        if other.kind.load(raw) is OPEN:
            closed = other.kind.read(Tapped(DONE), raw, self.facts(other))
            if isinstance(closed, Rejected | Edit | Remove | Add):
                return self._reopened(other, raw)
            raw = closed
        last = (path, given.text) if isinstance(given, Typed) else None
        return self._amend(other, raw, last)

    def _reopened(self, other: Question, raw: Json) -> SessionStep:
        """Ask there what is still open: which day, which of the things found."""
        session, _ = settle(self.session, self.session.answers, editing=other.path)
        after = replace(session, answers={**session.answers, other.path + DRAFT: raw})
        return after, outcome_of(after.stands)

    def _amend(self, other: Question, raw: Json, last: tuple[str, str] | None) -> SessionStep:
        """Write another question's answer; the turn stays where the same question still stands."""
        session = self.session
        after = replace(session, answers={**session.answers, other.path: raw}, last=last)
        stands = after.stands
        if isinstance(stands, Question) and stands.path == self.question.path:
            return after, Asked(stands, other.path)
        return settle(session, after.answers, noted=other.path, last=last)
