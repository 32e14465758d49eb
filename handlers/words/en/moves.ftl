# A published plan changes: what each reads of it. Short sentences.

## A published plan changes

plan-arrow = { $icon } { $before } → <b>{ $after }</b>
plan-changed = 🔄 <b>{ $number }</b> · { $when }
plan-move-day = 📅 Another day
plan-move-hour = 🕐 Another time
plan-move-person = 👷 Replace
plan-move-vehicle = 🚚 Another vehicle
moveday-day = Which day instead?
    .label = Day
    .hint = The crew is asked again. You can also write a date.
movehour-hour = At what time instead?
    .label = Time
move-which-vehicle = 🚚 { $number }: which vehicle instead of { $vehicle }?
move-no-vehicle = No vehicle
move-same = It is like that already. Nothing has changed.
move-past = { $day } at { $hour } has already passed. Choose another time: nothing has changed.
move-blocked = { $number }: this change is not possible, the plan stays as it is.
move-look = { $number }: look at these points. Nothing has changed yet.
move-anyway = ⚠️ Anyway: { $value }
move-done = ✅ { $number }: changed. Those it concerns have been told.
move-back = ↩️ Back to { $value }
move-meanwhile = { $number }: somebody was faster. Your change was not made.
move-who = { $name }, { $at }:
swap-whom = 👷 { $number } · { $when }
    Who is to be replaced?
swap-call-first = 📞 The crew is on its way. Call the person first: they will be noted as coming.
swap-now = ✅ { $number }: { $name } replaces { $gone }, right now.
swap-told = { $name } knows.
crew-joins-now = 🔁 <b>You replace somebody, now.</b> { $starts }
crew-leads-now = ★ <b>You lead this job.</b>

## Publishing, and taking it back

plan-published-for = 📢 { $number }: published for { $count } { $count ->
        [one] person
       *[other] people
    } and the client.
plan-unpublish = ↩️ Take back (2 minutes)
plan-unpublished = ↩️ { $number }: taken back. The messages are deleted, the plan is a draft.
plan-unpublished-short = ↩️ Taken back.
unpublish-too-late = Too late: two minutes have passed, or somebody has answered. Change the plan, each will be told.
crew-void = ↩️ Forget this message.
client-void = ↩️ { $number }: forget this message, the date comes later.
