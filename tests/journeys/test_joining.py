"""A crew member joins by an invitation, once, and gets what waits for them."""

from bot.demo.world import DemoWorld
from tests.journeys.joining_steps import invitation
from tests.journeys.steps import plan


async def test_a_member_joins_with_language_and_own_number(agreed: DemoWorld) -> None:
    office, tariq = agreed.coordinator, agreed.crew[-1]
    await plan(agreed, "Moussa", "Tariq")
    board = await office.sees("📵 Tariq", chat=agreed.group)
    assert "🕐 Moussa" in board.text
    payload = await invitation(office)
    await tariq.says(f"/start {payload}")
    await tariq.taps("English")
    await tariq.sees("Touch the button below")
    mark = tariq.mark()
    await tariq.says("+33 6 39 98 00 99")
    await tariq.sees_after(mark, "Send my number")
    await tariq.shares_contact(of=agreed.client)
    await tariq.sees("someone else’s number")
    await tariq.shares_contact()
    await tariq.sees("All good, Tariq")
    assert (await tariq.sees("Are you coming?")).labels[:2] == ("✅ Yes", "❌ No")
    assert tariq.keyboard == ()
    await office.sees("Tariq a rejoint", chat=agreed.group)
    await office.sees("🕐 Tariq", chat=agreed.group)
    await tariq.taps("✅ Yes")
    await office.sees("✅ Tariq", chat=agreed.group)


async def test_a_link_that_was_used_is_refused_kindly(agreed: DemoWorld) -> None:
    tariq, stranger = agreed.crew[-1], agreed.other_client
    payload = await invitation(agreed.coordinator)
    for person, last in ((tariq, "All good"), (stranger, "Ask your manager for a new one")):
        await person.says(f"/start {payload}")
        if person is tariq:
            await person.taps("English")
            await person.shares_contact()
        await person.sees(last)
    roster = agreed.coordinator.mark()
    await agreed.coordinator.says("/crew")
    shown = await agreed.coordinator.sees_after(roster, "✅ Tariq")
    assert not any("Inviter" in label for label in shown.labels)


async def test_two_who_hold_the_same_link_are_not_both_let_in(agreed: DemoWorld) -> None:
    tariq, stranger = agreed.crew[-1], agreed.other_client
    payload = await invitation(agreed.coordinator)
    for person in (tariq, stranger):
        await person.says(f"/start {payload}")
        await person.taps("English")
        await person.sees("Touch the button below")
    await tariq.shares_contact()
    await tariq.sees("All good")
    await stranger.shares_contact()
    await stranger.sees("does not work any more")
    await stranger.says("/help")
    await stranger.sees("quote")


async def test_who_is_in_the_crew_does_not_join_twice(agreed: DemoWorld) -> None:
    olena = agreed.crew[4]
    payload = await invitation(agreed.coordinator)
    await olena.says(f"/start {payload}")
    await olena.shares_contact()
    await olena.sees("You are in the crew already")


async def test_the_roster_is_for_coordinators(agreed: DemoWorld) -> None:
    for person in (agreed.client, agreed.crew[0]):
        await person.says("/crew")
        await person.sees("/status")
        assert not any("Inviter" in label for seen in person.screen for label in seen.labels)
