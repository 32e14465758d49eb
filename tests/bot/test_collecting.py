"""While the bot runs, the garbage collector leaves alone what stays; afterwards no more."""

import gc

from bot.app import NEW_OBJECTS, infrequent_collection


def test_the_collector_is_spared_while_the_bot_runs_and_no_longer() -> None:
    usual = gc.get_threshold()

    with infrequent_collection():
        spared = (gc.get_freeze_count() > 0, gc.get_threshold())

    assert spared == (True, (NEW_OBJECTS, *usual[1:]))
    assert (gc.get_freeze_count(), gc.get_threshold()) == (0, usual)
