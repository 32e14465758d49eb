# Jobs: plan, confirm, set off, count, report. Short sentences.

command-crew = Crew and invitations

## Planning

planning-day = Which day do we start?
    .label = Day
    .hint = The working days the client offered. You can also write a date.
planning-hour = At what time?
    .label = Time
planning-crew = Who goes? Touch the names, then “Done”.
    .label = Crew
    .hint = ★ may lead · ⛔ cannot come
planning-leader = Who leads?
    .label = Leader
planning-vehicle = With which vehicle?
    .label = Vehicle

planning-team = ⭐ Team { $number }
planning-why = ❓ Why not the others?
proposals-head = ⭐ <b>Proposed teams</b> (you decide)
proposals-none = ⭐ No team is possible that day without breaking a rule. Choose another day or hour, or by hand.
proposal = <b>{ $number }.</b> { $names }
proposal-balance = ⚖️ hard·far·early in 4 weeks: { $balance }
left-out-head = ❓ <b>In none of the teams</b>
reason-knows = 🤝 { $names }: { $count ->
        [one] knows this client
       *[other] know this client
    }
reason-turn-hard = 🏋️ { $most ->
        [0] no hard job for 4 weeks
        [one] at most 1 hard job in 4 weeks
       *[other] at most { $most } hard jobs in 4 weeks
    }
reason-turn-far = 🛣️ { $most ->
        [0] no far job for 4 weeks
        [one] at most 1 far job in 4 weeks
       *[other] at most { $most } far jobs in 4 weeks
    }
reason-turn-early = 🌅 { $most ->
        [0] no early job for 4 weeks
        [one] at most 1 early job in 4 weeks
       *[other] at most { $most } early jobs in 4 weeks
    }
reason-spares = 🎓 keeps { $count ->
        [one] 1 person with rare skills
       *[other] { $count } people with rare skills
    } free
reason-free = ✅ all are free
reason-holds = 📦 { $volume } m³ of { $holds }
reason-clean = ✅ no rule broken
reason-soft = ⚠️ { $rules }
reason-no-team = no team is possible
reason-more-hard = { $count ->
        [one] 1 hard job
       *[other] { $count } hard jobs
    } in 4 weeks, team 1 { $most ->
        [0] none
       *[other] { $most } at most
    }
reason-more-far = { $count ->
        [one] 1 far job
       *[other] { $count } far jobs
    } in 4 weeks, team 1 { $most ->
        [0] none
       *[other] { $most } at most
    }
reason-more-early = { $count ->
        [one] 1 early job
       *[other] { $count } early jobs
    } in 4 weeks, team 1 { $most ->
        [0] none
       *[other] { $most } at most
    }
reason-kept-free = kept free: { $skills }
reason-others-know = { $names }: { $count ->
        [one] knows this client
       *[other] know this client
    }
reason-as-good = would do as well

plan-not-yet = There is no job to plan here yet.
plan-draft = 📅 <b>Plan { $number }</b>
    📍 { $address }
    🗓️ { $when }
    🕐 { $starts } → { $ends } · { $hours } a person a day
    👷 { $crew }
    🚚 { $vehicle }
plan-blocked = This plan is not possible. Change what blocks it (⛔).
plan-more-against = … and { $count } more points
plan-not-here = 📵 Not in the bot, to be told by phone: { $names }
plan-look-again = Look at the ⚠️ points, then publish anyway or change.
plan-publish = 📢 Publish
plan-publish-anyway = ⚠️ Publish anyway
plan-published = 📢 Published. The crew and the client are told.
plan-again = ✏️ Change this plan
plan-change-day = ✏️ Day
plan-change-hour = ✏️ Time
plan-change-crew = ✏️ Crew
plan-change-leader = ✏️ Leader
plan-change-vehicle = ✏️ Vehicle
plan-more-days = … and { $count } more days
plan-days = 📆 Days, people, vehicles
shape-head = 📆 <b>Days</b> · { $number }
shape-day = 🗓️ <b>{ $on }</b> · { $starts } → { $ends } · { $hours }
    👷 { $names }
shape-add = ➕ Day
shape-vehicles = 🚚 Vehicles
shape-days = ‹ Days
shape-out = 🗑️ Take out
shape-day-before = ◀ A day earlier
shape-day-after = A day later ▶
shape-earlier = 🕐 − 30 min
shape-later = 🕐 + 30 min
shape-shorter = ⏱️ − 30 min of work
shape-longer = ⏱️ + 30 min of work
plan-papers = 📄 Papers
plan-in-spite-of = ⚠️ Published in spite of: { $rules }
    💬 { $reason }
papers = 📄 <b>Papers</b> · { $number }
    Touch what is there, or was sent.
papers-none = 📄 { $number }: this job needs no papers beforehand.
papers-since = ☑ { $paper } · { $on }
job-paper-safety_plan = Prevention plan or PPSPS
job-paper-asbestos = Asbestos survey
job-paper-permit = Parking permit: request sent
job-paper-names = Names of the crew: sent
job-paper-insurance = Insurance, vigilance certificate
override-reason = Why publish it all the same?
    .label = Reason
    .client_agreed = 🤝 The client agrees
    .crew_agreed = 👷 The crew agrees
    .settled = 📞 Settled by phone
    .other = 💬 Something else
override-words = Write the reason in a few words.
    .label = Reason
job-days = { $first } to { $last } ({ $days } days)

## What is against a plan

conflict-already-booked = { $name } is already on { $number } on { $on }.
conflict-vehicle-already-booked = { $name } is already on { $number } on { $on }.
conflict-away = { $name } is away on { $on }.
conflict-certificate-missing = { $name } lacks: { $certificate }.
conflict-certificate-expired = { $name }: { $certificate }, valid until { $on } only.
conflict-contract-ended = The contract of { $name } ends on { $on }.
conflict-too-many-hours-a-day = { $name } would work { $hours } on { $on }. At most: { $limit } a day.
conflict-span-too-long = The day of { $name } would last { $hours } on { $on }. At most: { $limit }.
conflict-rest-too-short = { $name } would rest only { $hours } before { $on }. At least: { $limit }.
conflict-too-many-hours-a-week = { $name } would work { $hours } in the week of { $on }. At most: { $limit }.
conflict-crew-too-small = At least { $needed } people are needed. There are { $count }.
conflict-no-leader = A leader is missing.
conflict-vehicle-out-of-service = { $vehicle } is out of service on { $on }.
conflict-inspection-expired = The inspection of { $vehicle } is valid only until { $on }.
conflict-no-driver = Nobody may drive: { $vehicle }.
conflict-over-contract-hours = { $name } would work { $hours } in the week of { $on }. Their contract: { $limit }.
conflict-not-a-working-day = { $on } is not a working day.
conflict-no-first-aider = Nobody on the crew is a first-aider (SST).
conflict-medical-date-over = The medical visit of { $name } is valid until { $on } only.
conflict-no-break = { $name } would work { $hours } in a row on { $on } without a break.
conflict-average-too-high = { $name } would work { $hours } a week on average over 12 weeks, up to the week of { $on }. At most: { $limit }.
conflict-weekly-rest-too-short = { $name } would have at most { $hours } free in a row in the week of { $on }. At least: { $limit }.
conflict-too-many-days-in-a-row = { $name } would work { $count } days in a row from { $on }. At most: { $most }.
conflict-first-of-may = { $on } is 1 May: nobody works.
conflict-day-crew-too-small = On { $on }, at least { $needed } people are needed. There are { $count }.
conflict-day-without-leader = On { $on }, a leader is missing.
conflict-day-without-driver = On { $on }, nobody may drive: { $vehicle }.
conflict-heavy-item-without-people = { $item }: { $needed } people are needed. There are { $count }.
conflict-vehicle-overloaded = Overload: { $weight } kg to carry. The vehicles may carry { $may } kg ({ $trips ->
        [one] 1 trip
       *[other] { $trips } trips
    }).
conflict-vehicle-too-high = { $vehicle } is { $height } m high. The site lets in { $highest } m.
conflict-vehicle-too-heavy = { $vehicle } weighs { $tonnes } t when full. The site bears { $heaviest } t.
conflict-glass-without-frame = { $area } m² of glass, and no vehicle with a glass frame.
conflict-before-earliest-day = { $on } is before the client’s first day ({ $earliest }).
conflict-after-deadline = The work ends on { $on }, after the client’s deadline ({ $deadline }).
conflict-other-than-quoted = The quote says { $quoted } { $quoted ->
        [one] day
       *[other] days
    } and { $limit } of work. The plan: { $count } { $count ->
        [one] day
       *[other] days
    } and { $hours }.
conflict-site-closed = On { $on }, the work goes beyond the opening of the site ({ $opening }).
conflict-permit-too-late = Parking permit: the town had to be asked by { $by }.
conflict-names-too-late = Names of the crew: the site wanted them by { $by }.
conflict-paper-missing = Not there yet: { $paper }.
conflict-no-vehicle = No vehicle, and there are things to carry away.
conflict-vehicle-too-small = { $volume } m³ to load. The vehicles hold { $holds } m³ ({ $trips ->
        [one] 1 trip
       *[other] { $trips } trips
    }).

short-away = away
short-certificate-missing = card
short-certificate-expired = card expired
short-contract-ended = contract ends
short-too-many-hours-a-day = over 10 h
short-span-too-long = too long
short-rest-too-short = rest
short-too-many-hours-a-week = over 48 h
short-already-booked = on another job
short-medical-date-over = medical visit
short-no-break = no break
short-average-too-high = over 44 h on average
short-weekly-rest-too-short = weekly rest
short-too-many-days-in-a-row = over 6 days in a row
short-over-contract-hours = overtime
short-not-a-working-day = not a working day
short-before-earliest-day = before the client’s days
short-after-deadline = after the deadline
short-other-than-quoted = not as quoted
short-site-closed = site closed
short-permit-too-late = permit late
short-names-too-late = names late
short-paper-missing = paper missing
short-no-vehicle = no vehicle
short-vehicle-too-small = vehicle too small
short-no-first-aider = no first-aider

certificate-CARTE_BTP = building-site card (BTP)
certificate-SST = first aid (SST)
certificate-LICENCE_C1 = licence C1
certificate-LICENCE_C = licence C

## The job, for coordinators

job-state-draft = ✏️ To be planned
job-state-published = 🕐 Published, waiting for answers
job-state-confirmed = ✅ Crew complete
job-state-en_route = 🚚 On the way
job-state-on_site = 📍 On site
job-state-done = 🏁 Done, report in preparation
job-state-reported = 📄 Report sent
job-state-cancelled = ⏹️ Cancelled

request-card-job = 🛠️ Job <b>{ $number }</b>
job-card-job = 🛠️ <b>{ $number }</b> · { $request }
    🏢 { $company }
    📍 { $address }
    🗓️ { $when } · 🕐 <b>{ $starts }</b>
    🚚 { $vehicle }
job-card-member = { $mark } { $name }
job-card-en-route = 🚚 { $at } on the way
job-card-arrived = 📍 { $at } on site
job-card-done = 🏁 { $at } done
job-card-photos = 📷 before { $before } · after { $after }
job-card-rating = The client: { $stars }
job-card-replace = 🔁 Replace { $name }
job-card-change = ✏️ Change the plan
job-card-report = 📄 Report { $number }

alert-declined = ⚠️ ❌ <b>{ $name }</b> is not coming · { $number }
    🗓️ { $when } · { $starts }
alert-unconfirmed = { $number }, { $day }: no answer yet from { $names }.

alert-undone = ✅ { $name } is coming after all.
alert-replaced = ✅ { $other } replaces { $name }.

swap-who = 🔁 Who replaces <b>{ $name }</b>? { $number }
    🗓️ { $when } · { $starts }
swap-note = { $name }: { $note }
swap-no-one = Nobody free and qualified to replace <b>{ $name }</b> ({ $number }).
    🗓️ { $when } · { $starts }
    Change the plan, or call.
swap-nobody-gone = { $number }: there is nobody to replace.
swap-done = ✅ { $number }: { $name } replaces { $gone }. They are being asked.
swap-asked = { $name } is being asked.

## The crew, for coordinators

roster-head = 👷 <b>Crew</b>
roster-joined = ✅ { $name }
roster-waiting = 📵 { $name } — not in the bot yet
roster-invite = 🔗 Invite { $name }
roster-link = 👷 { $name }, touch this link to get your jobs:
    { $link }

    It works once, until { $until }.
roster-pass-on = Pass this message on.
roster-joined-already = This person is here already.

## Joining the crew

joining-hello = 👋 Hello { $name }! Here you get your jobs with { $company }.
joining-phone = 📱 Touch the button below to send <b>your</b> number.
    .label = Phone
joining-done = ✅ All good, { $name }. Your jobs arrive here.
joining-spent = This link does not work any more. Ask your manager for a new one.
joining-already = You are in the crew already.
joining-told = 👷 ✅ { $name } has joined the bot.

## The crew's card

crew-card = 🕐 <b>{ $starts }</b>
    🗓️ <b>{ $when }</b>
    📍 { $address }
    🏢 Floor { $floor } · 🛗 { $lift }
    👷 { $crew }
    🚚 { $vehicle }
    { $number }
crew-day = 🗓️ { $on } · <b>{ $starts }</b> → { $ends }
crew-item = 📦 { $quantity } × { $item }
crew-in-french = 🇫🇷 <i>{ $when }, { $starts }, { $address }. { $state }</i>

crew-answer-waiting = ❓ <b>Are you coming?</b>
crew-answer-confirmed = ✅ <b>You are coming.</b> Thank you!
crew-answer-declined = ❌ <b>You are not coming.</b>
crew-state-draft = ⏸️ <b>Wait.</b> The plan is changing.
crew-state-en_route = 🚚 On the way.
crew-state-on_site = 📍 On site.
crew-state-done = 🏁 <b>Done.</b> Thank you!
crew-state-reported = 🏁 <b>Done.</b> Thank you!
crew-state-cancelled = ⏹️ <b>Cancelled.</b>
crew-leads-draft = ⏸️ <b>Wait.</b> The plan is changing.
crew-leads-en_route = 🚚 On the way. The client knows.
crew-leads-before = 📷 <b>Photos BEFORE: { $before }</b>
    Send the photos here.
crew-leads-after = 📷 before { $before } · <b>after { $after }</b>
    🔢 Count. 📷 Send the photos AFTER. Then “Done”.
crew-leads-done = 🏁 <b>Done.</b> Thank you! The report is on its way.
crew-leads-reported = 🏁 <b>Done.</b> The report is sent. Thank you!
crew-leads-cancelled = ⏹️ <b>Cancelled.</b>
crew-released = 👍 You are no longer needed for { $number } ({ $when }). Thank you!

crew-yes = ✅ Yes
crew-no = ❌ No
crew-not-after-all = ❌ I can’t come any more
crew-undo = ↩️ I am coming after all
crew-map = 🗺️ Map
crew-go = 🚚 On my way
crew-here = 📍 I have arrived
crew-before-done = ➡️ Photos BEFORE finished
crew-count = 🔢 Count
crew-done = 🏁 Done

crew-said-confirmed = ✅ Thank you!
crew-said-declined = ❌ Noted: you are not coming.
crew-too-late = It is too late to answer. Call your manager.
crew-not-today = Not yet: it is on { $day }.
crew-told-set-off = 🚚 The client has been told.
crew-told-arrived = 📍 Arrived. Send the photos BEFORE.
crew-told-finished = 🏁 Thank you! The report is on its way.
photo-leader-sends = 📷 The team leader sends the photos. Thank you!
photo-arrive-first = 📍 First touch “I have arrived”. Then send the photos.
missing-photo_before = 📷 A photo BEFORE is missing.
missing-photo_after = 📷 A photo AFTER is missing.

remind-eve = ⏰ <b>Tomorrow { $starts }</b>
remind-morning = ⏰ <b>Today { $starts }</b>

## Counting

count-list = 🔢 <b>Count</b> · { $number }
    { $done } / { $lines } ✅
count-line = 🔢 <b>{ $item }</b>
    📦 { $planned } · left <b>{ $left }</b>
count-outcome = { $icon } { $outcome }: <b>{ $count }</b>
count-all = All
count-lines = ‹ Items
count-moved = One moment: here is the count as it stands.
count-full = Everything is counted.
count-none = It is zero already.

## The client

client-job = 🛠️ <b>{ $number }</b>
    📍 { $address }
    🗓️ { $when } · 🕐 { $starts }
client-state-draft = ⏸️ The date is changing. We will tell you soon.
client-state-published = 📅 It is planned.
client-state-confirmed = 📅 It is planned, the crew is ready.
client-state-en_route = 🚚 The crew is on the way.
client-state-on_site = 📍 The crew is on site.
client-state-done = 🏁 It is done. The report is coming.
client-state-reported = 📄 The report is here.
client-state-cancelled = ⏹️ Cancelled.
client-rate = Are you happy with our work?
client-rated = Your rating: { $stars }
client-thanks = Thank you for rating us!
client-report = 📄 Report { $number }

## Where things stand

home-job = 🛠️ <b>{ $number }</b> · { $when } · { $starts }
    { $state }
home-show = 👁 { $number }
assignment-waiting = ❓ Answer yes or no
assignment-confirmed = ✅ You are coming
assignment-declined = ❌ You are not coming
