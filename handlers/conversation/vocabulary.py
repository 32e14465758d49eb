"""Which words a form needs, so that a test can tell what is missing before a person does."""

from collections.abc import Iterator

from handlers.conversation.form import Ask, Each, Form, form_of


def needed_keys(form: type) -> set[str]:
    """List the keys that a form's questions, labels and options need in every language."""
    spec = form_of(form)
    return set(_keys(spec, spec.name, reviewed=_reviewed(spec)))


def _keys(form: Form, key: str, *, reviewed: bool) -> Iterator[str]:
    for step in form.steps:
        own = f"{key}-{step.name}"
        if isinstance(step, Each):
            yield from _keys(step.form, own, reviewed=reviewed)
            if reviewed:
                yield f"{own}.label"
            continue
        yield own
        yield from (f"{own}.{name}" for name in step.kind.attributes())
        if reviewed and not step.kind.confirms:
            yield f"{own}.label"


def _reviewed(form: Form) -> bool:
    return any(isinstance(step, Ask) and step.kind.confirms for step in form.steps)
