"""A conversation as it is kept: the answers and a turn, never a position."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from handlers.conversation.form import Answers, form_of
from handlers.conversation.groups import item_of
from handlers.conversation.kind import Json
from handlers.conversation.outcomes import Finished
from handlers.conversation.question import Question
from handlers.conversation.walk import DRAFT, Walk, walk


@dataclass(frozen=True)
class Session:
    """One person's way through a form.

    `turn` grows with every complete answer, so that old buttons are known. `asked` is the path
    that this turn's prompt asked: where it is no longer the position, the form itself changed.
    `editing` is the path asked again, `last` the path and words of the last text taken, `twice`
    where the question that they answered may have been shown twice.
    """

    form: type
    answers: Answers = field(default_factory=dict)
    turn: int = 0
    editing: str | None = None
    last: tuple[str, str] | None = None
    asked: str | None = None
    twice: bool = False

    @cached_property
    def walked(self) -> Walk:
        return walk(self.form, self.answers)

    @cached_property
    def stands(self) -> Question | Finished:
        """Derive where the session stands."""
        walked = self.walked
        edited = walked.find(self.editing) if self.editing else None
        if edited is not None:
            ends = edited.ends and self._unfinished(item_of(edited.path))
            return replace(edited, editing=True, ends=ends, draft=self._draft(edited))
        return Finished(walked.value) if walked.missing is None else walked.missing

    def _unfinished(self, item: str) -> bool:
        missing = self.walked.missing
        return missing is not None and missing.path.startswith(f"{item}.")

    def _draft(self, edited: Question) -> Json:
        draft = self.answers.get(edited.path + DRAFT)
        return edited.kind.reopen(edited.raw) if draft is None else draft

    def dump(self) -> dict[str, Any]:
        """Write it as plain JSON."""
        spec = form_of(self.form)
        return {
            "form": spec.name,
            "version": spec.version,
            "answers": dict(self.answers),
            "turn": self.turn,
            "editing": self.editing,
            "last": list(self.last) if self.last else None,
            "asked": self.asked,
            "twice": self.twice,
        }


def begin(form: type, answers: Answers | None = None) -> Session:
    """Begin a conversation, with answers known beforehand if any."""
    session = Session(form, dict(answers or {}))
    return replace(session, asked=asked_at(session.stands))


def session_from(
    form: type,
    version: int,
    answers: Answers,
    turn: int,
    *,
    editing: str | None = None,
    last: tuple[str, str] | None = None,
    asked: str | None = None,
    twice: bool = False,
) -> Session:
    """Take up a conversation that an older or the same version of its form began."""
    spec = form_of(form)
    upgraded: Mapping[str, Json] = dict(answers)
    for old in range(version, spec.version):
        upgraded = spec.upgrades.get(old, dict)(dict(upgraded))
    return Session(form, upgraded, turn, editing, last, asked, twice)


def load_session(forms: Mapping[str, type], stored: Mapping[str, Any]) -> Session | None:
    """Read what `dump` wrote; None where its form is gone."""
    form = forms.get(stored["form"])
    if form is None:
        return None
    last = stored.get("last")
    return session_from(
        form,
        stored["version"],
        stored["answers"],
        stored["turn"],
        editing=stored.get("editing"),
        last=(last[0], last[1]) if last else None,
        asked=stored.get("asked"),
        twice=stored.get("twice", False),
    )


def position(session: Session) -> Question | Finished:
    """Tell which question is next: the one asked again, or the first with no valid answer."""
    return session.stands


def needs_of(session: Session, path: str | None = None) -> frozenset[str]:
    """Tell which facts the current question needs, and the one at `path` that is replied to.

    A review needs the facts of every question it sums up.
    """
    stands = session.stands
    needs = frozenset[str]() if isinstance(stands, Finished) else stands.needs
    replied = session.walked.find(path) if path else None
    if replied is not None:
        needs |= replied.needs
    if not isinstance(stands, Finished) and stands.kind.confirms:
        needs = needs.union(*(question.needs for question in session.walked.trail))
    return needs


def asked_at(stands: Question | Finished) -> str | None:
    return None if isinstance(stands, Finished) else stands.path
