from enum import StrEnum

import pytest

from domain.lifecycle import BadTable, Lifecycle, NotAllowed


class Light(StrEnum):
    RED = "red"
    GREEN = "green"
    BROKEN = "broken"


class Happens(StrEnum):
    SWITCH = "switch"
    BREAK = "break"


TABLE = {
    Light.RED: {Happens.SWITCH: Light.GREEN},
    Light.GREEN: {Happens.SWITCH: Light.RED, Happens.BREAK: Light.BROKEN},
    Light.BROKEN: {},
}


def test_an_event_leads_to_the_next_state() -> None:
    light = Lifecycle((Light.RED,), TABLE)

    assert light.beginnings == (Light.RED,)
    assert light.after(Light.RED, Happens.SWITCH) is Light.GREEN
    assert light.before(Happens.SWITCH) == {Light.RED, Light.GREEN}
    assert light.before(Happens.BREAK) == {Light.GREEN}


def test_what_cannot_happen_is_refused_by_name() -> None:
    with pytest.raises(NotAllowed) as refusal:
        Lifecycle((Light.RED,), TABLE).after(Light.RED, Happens.BREAK)

    assert (refusal.value.state, refusal.value.event) == (Light.RED, Happens.BREAK)


def test_a_table_that_forgets_a_state_is_refused() -> None:
    with pytest.raises(BadTable, match="no row for"):
        Lifecycle((Light.RED,), {Light.RED: {}, Light.GREEN: {}})


def test_a_state_that_nothing_leads_to_is_refused() -> None:
    with pytest.raises(BadTable, match="nothing leads to"):
        Lifecycle((Light.RED,), TABLE | {Light.GREEN: {}})


def test_a_thing_may_begin_in_several_states() -> None:
    assert Lifecycle((Light.RED, Light.BROKEN), TABLE | {Light.GREEN: {}}).table[Light.BROKEN] == {}
