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
moveanyway-reason = Why change it all the same?
    .label = Reason
    .client_agreed = 🤝 The client agrees
    .crew_agreed = 👷 The crew agrees
    .settled = 📞 Settled by phone
    .other = 💬 Something else
moveanyway-words = Write the reason in a few words.
    .label = Reason
move-done = ✅ { $number }: changed. Those it concerns have been told.
move-back = ↩️ Back to { $value }
move-meanwhile = { $number }: somebody was faster. Your change was not made.
move-who = { $name }, { $at }:
swap-whom = 👷 { $number } · { $when }
    Who is to be replaced?
swap-call-first = 📞 The crew is on its way. Call the person first: they will be noted as coming.
alert-away = ⚠️ ❌ <b>{ $name }</b> is not coming · { $number }
    🗓️ { $days } · The job is under way.
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

## The client asks for another day

day-another = 📅 Another day
anotherday-day = Which day suits you better?
    .label = Day
    .hint = Tap a day, or write it. We answer here: nothing changes before that.
day-asked = ✅ { $number }: we are looking whether { $day } is possible. Until then it is still { $now }.
day-same = It is on that day already. Nothing changes.
day-wanted = 📅 <b>{ $number }</b>: { $name } asks for { $day }.
    Planned: { $now }
day-answer = 📅 Answer
day-accept = ✅ Accept { $day }
day-offer = 📅 Offer another day
day-keep = Keep { $day }
day-nothing = { $number }: no wish for another day is waiting.
day-answered = ✅ { $number }: the wish for another day has its answer.
offerday-day = Which day do you offer?
    .label = Day
    .hint = The client answers with a button. You can also write a date.
day-offered-office = ✅ { $number }: { $day } is offered to the client.
day-offered = 📅 <b>{ $number }</b>: { $wanted } is not possible. We can offer you <b>{ $day }</b>.
day-yes = ✅ Yes, { $day }
day-kept = 📅 <b>{ $number }</b>: { $wanted } is not possible. We come on { $day }, as planned.
day-stays = 📅 { $number }: it is { $day }, as planned.
day-agreed = ✅ { $number }: we come on { $day }.
day-accepted = ✅ { $number }: { $name } accepts { $day }.
day-look-again = { $number }: that day is no longer free. We are looking, and answer here.
day-broken = 📅 { $number }: { $name } accepts { $day }, but the plan no longer holds on that day:
home-day-asked = 📅 You ask for { $day }: our answer will come.
home-day-offered = 📅 We offer you { $day }: it is for you to answer.

## Cancelling

plan-cancel = ✖ Cancel the job
canceljob-reason = Why do you cancel? The client reads your answer.
    .label = Reason
cancel-told = ✖ { $number }: cancelled. Those who knew of it have been told.
cancel-stands = ✖ { $number } is cancelled.
cancel-reopen = ↩️ Take this job up again
cancel-reopened = ↩️ { $number } is a draft again. Publish it: everybody will be told.
cancel-open = ✖ Cancel
cancel-sure = Cancel <b>{ $number }</b>?
cancel-free = It is free of charge.
cancel-fee = It is late: <b>{ $percent }%</b> of the agreed price, that is <b>{ $fee }</b> before VAT.
cancel-yes = Yes, cancel
cancel-no = No, keep it
cancel-done = ✖ { $number } is cancelled. You pay nothing.
cancel-done-fee = ✖ { $number } is cancelled. Fee: { $percent }%, that is { $fee } before VAT.
alert-client-cancelled = ✖ { $name } cancels { $number }. Fee: { $percent }%, { $fee } before VAT.
client-cancelled-by = ✖ { $number }, { $address }: cancelled by { $name }.
client-cancelled = ✖ <b>{ $number }</b>, { $address }: we have to cancel.
    { $reason }
crew-cancelled = ⏹️ <b>{ $number } · { $when }: cancelled.</b> Do not come.

## Writing to each other, and finding all again

client-write = ✉️ Write to us
write-client = ✉️ Write to the client
writing-text = What would you like to tell us?
    .label = Message
    .hint = Words, photos or a file. A coordinator reads it.
history-head = 📚 <b>Your requests and their documents</b>
