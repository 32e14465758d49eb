"""A coordinator looks at the week and the day as a picture, by person and by vehicle."""

from bot.demo.world import DemoWorld
from tests.journeys.steps import confirm, plan


async def test_the_week_is_a_picture_and_every_job_is_one_tap_away(agreed: DemoWorld) -> None:
    office = agreed.coordinator
    await office.says("/week")
    before = await office.sees("À planifier (2)")
    assert before.kind == "photo"
    assert "INT-2026-0001 (Pantin)" in before.text
    assert before.labels[0] == "❗ INT-2026-0001 Pantin"

    await plan(agreed, "Moussa", "Awa")
    await confirm(agreed.crew[0])
    await office.says("/today 14/12")
    day = await office.sees("1 chantier.")
    assert "lundi 14 décembre" in day.text
    assert "Moussa" not in day.text  # who has a job is not free
    assert "Karim" in day.text
    await office.taps("INT-2026-0001", on=day)
    opened = await office.sees("Plan INT-2026-0001")
    assert "Publié" in opened.text


async def test_the_same_picture_follows_the_buttons_below_it(agreed: DemoWorld) -> None:
    office = agreed.coordinator
    await office.says("/week 14/12")
    first = await office.sees("Semaine du")
    before = await first.bytes()
    await office.taps("▶", on=first)
    following = await office.sees(
        lambda seen: seen.message_id == first.message_id and "21 déc" in seen.text
    )
    assert following.edited
    assert following.kind == "photo"
    assert await following.bytes() != before

    await office.taps("mar. 22", on=following)
    day = await office.sees("mardi 22 décembre")
    assert day.message_id == first.message_id


async def test_what_somebody_does_and_which_van_goes_are_one_tap_away(agreed: DemoWorld) -> None:
    office = agreed.coordinator
    await plan(agreed, "Moussa", "Awa")
    await office.says("/week 14/12")
    await office.taps("👥 Par personne", on=await office.sees("Semaine du"))
    await office.taps("Moussa", on=await office.sees("Qui"))
    moussa = await office.sees("Moussa · semaine du")
    assert "INT-2026-0001" in moussa.text
    assert "libre" in moussa.text

    await office.taps("▶", on=moussa)
    empty = await office.sees(
        lambda seen: seen.message_id == moussa.message_id and "INT-" not in seen.text
    )
    assert empty.text.count("libre") == 7
    await office.taps("📆 Semaine", on=empty)
    again = await office.sees(lambda seen: seen.kind == "photo" and "21 déc" in seen.text)
    assert again.message_id > moussa.message_id


async def test_a_day_that_is_none_is_told(agreed: DemoWorld) -> None:
    await agreed.coordinator.says("/today <b>jamais")
    await agreed.coordinator.sees("<b>jamais")
    await agreed.client.says("/week")
    await agreed.client.sees("/new")
