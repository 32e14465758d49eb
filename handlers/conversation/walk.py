"""Where a conversation stands is derived: walk the form over the answers, stop at the first gap."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any

from handlers.conversation.form import Answers, Ask, Each, Form, form_of, usual_from
from handlers.conversation.kind import MISSING, OPEN, Json, Missing, Rejected
from handlers.conversation.question import Question

CLOSED = True  # the answer at a group's own path: "that's all"
DRAFT = "~"  # after the path of an answer that stays until another is complete


@dataclass(frozen=True, slots=True)
class Walk:
    """The answered questions in order, then the first that has no valid answer, or the value."""

    trail: tuple[Question, ...]
    missing: Question | None
    value: Any

    def find(self, path: str) -> Question | None:
        """Find an answered question; one that closed its group is none."""
        return next(
            (question for question in self.trail if question.path == path and question.answered),
            None,
        )


def walk(form: type, answers: Answers) -> Walk:
    """Ask the form over the answers; reads nothing else, so the same answers walk the same way."""
    spec = form_of(form)
    walker = _Walker(form, answers)
    value = walker.form(spec, _Level("", spec.name, SimpleNamespace()))
    return Walk(tuple(walker.trail), walker.missing, value)


def ahead(
    form: type, answers: Answers, walked: Walk, *, unsure: bool = False
) -> Iterator[Question]:
    """List the questions further on of which it is sure already that they apply.

    Where `unsure`, those instead for which that depends on an answer that is still to come.
    """
    missing = walked.missing
    so_far = missing.so_far if missing and "." not in missing.path else SimpleNamespace()
    spec, level = form_of(form), _Level("", form_of(form).name, so_far)
    met = {question.path for question in walked.trail}
    for step in spec.steps:
        if not isinstance(step, Ask) or step.name in met:
            continue
        if _applies(step, so_far) is (None if unsure else True):
            yield _question(step, level, MISSING, answers.get(step.name))


def _applies(step: Ask, so_far: SimpleNamespace) -> bool | None:
    """Tell whether a question applies; None where an answer decides that is still to come."""
    if step.when is None:
        return True
    try:
        return bool(step.when(so_far))
    except AttributeError:
        return None


@dataclass(frozen=True, slots=True)
class _Level:
    """Where a form is being walked: the whole one, or an item of a group."""

    prefix: str
    key: str
    so_far: SimpleNamespace
    number: int = 0
    ends: bool = False


class _Walker:
    def __init__(self, declared: type, answers: Answers) -> None:
        self.declared, self.answers = declared, answers
        self.begun = _begun(answers)
        self.trail: list[Question] = []
        self.missing: Question | None = None

    def form(self, form: Form, level: _Level) -> Any:
        so_far = level.so_far
        values: dict[str, Any] = {}
        for step in form.steps:
            applies = step.when is None or step.when(so_far)
            value: Any
            if isinstance(step, Ask):
                value = self.ask(step, level) if applies else None
            else:
                value = self.each(step, level) if applies else ()
            if self.missing is not None:
                return None
            values[step.name] = value
            setattr(so_far, step.name, value)
        return form.build(**values)

    def ask(self, step: Ask, level: _Level) -> Any:
        path = level.prefix + step.name
        raw: Json | Missing = self.answers.get(path, MISSING)
        draft: Json = None
        value = None
        if raw is None and not step.optional:
            raw = MISSING
        elif raw is not None and raw is not MISSING:
            value = step.kind.load(raw)
            if value is OPEN:
                draft = raw
            if value is OPEN or isinstance(value, Rejected):
                raw = MISSING
        if step.unasked and (raw is MISSING or raw is None):
            return None
        question = _question(step, level, raw, draft)
        if raw is MISSING:
            self.missing = replace(question, usual=self.offers_usual(step, level))
        else:
            self.trail.append(question)
        return value

    def offers_usual(self, step: Ask, level: _Level) -> bool:
        """Tell whether the usual answers contradict none that was given."""
        if step.usual is MISSING or level.prefix or (step.unless and step.unless(level.so_far)):
            return False
        usual = usual_from(self.declared, step.name)
        return all(
            self.answers.get(name) in (None, answer)
            for name, answer in usual.items()
            if name != step.name
        )

    def each(self, step: Each, level: _Level) -> tuple[Any, ...]:
        path = level.prefix + step.name
        closed = self.answers.get(path) is CLOSED
        items: list[Any] = []
        for index in range(step.at_most):
            head, further = f"{path}.{index}", index >= step.at_least
            inner = _Level(
                f"{head}.",
                f"{level.key}-{step.name}",
                SimpleNamespace(above=level.so_far),
                index + 1,
                further and not closed,
            )
            if closed and further and head not in self.begun:
                first = step.form.steps[0]
                assert isinstance(first, Ask)
                self.trail.append(replace(_question(first, inner, None, None), ended=True))
                break
            item = self.form(step.form, inner)
            if self.missing is not None:
                return ()
            items.append(item)
        return tuple(items)


def _question(step: Ask, level: _Level, raw: Json | Missing, draft: Json) -> Question:
    """Only the first question of an item can end its group."""
    ends = level.ends and not level.so_far.__dict__.keys() - {"above"}
    return Question(
        level.prefix + step.name,
        f"{level.key}-{step.name}",
        step.kind,
        level.so_far,
        step.optional,
        step.needs,
        raw,
        draft,
        level.number,
        ends,
    )


def _begun(answers: Mapping[str, Json]) -> frozenset[str]:
    """List the items of groups of which anything was said: "lines.0", "lines.0.parts.1"."""
    heads = {path.rpartition(".")[0] for path in answers}
    heads.discard("")
    deeper = {head.rpartition(".")[0].rpartition(".")[0] for head in heads if head.count(".") > 1}
    while deeper := {one for one in deeper if one and one not in heads}:
        heads |= deeper
        deeper = {head.rpartition(".")[0].rpartition(".")[0] for head in deeper}
    return frozenset(heads)
