### People and vehicles, entered and changed in the chat.

## A person, by questions

roster-edit-add = ➕ Add a person
roster-edit-another = ➕ Another of the same name
roster-edit-same-name = <b>{ $name }</b> is in the team already. If this is somebody else, tap the button; if not, tap ✖ and open their card in /team.
roster-edit-same = { $name }: nothing has changed.
roster-edit-added = ✅ { $name } is in the team.
    { $changes }
roster-edit-changed = ✅ { $name }: { $changes }
roster-edit-undone = ↩ Taken back for { $name }: { $changes }
member-card = 👤 { $name }
vehicle-card = 🚐 { $name }
roster-edit-told = ✏️ { $name }: { $changes } ({ $by })
roster-edit-told-new = ➕ { $name }: { $changes } ({ $by })
roster-edit-told-undone = ↩ { $name }: { $changes } ({ $by })
roster-edit-told-member = ℹ️ What we know of you changes: { $changes }. Not right? Tell the office.
roster-edit-changed-since = { $name }: changed since, so left as it is. Open the card.
roster-edit-in-use = { $name } is in use already (in the bot or on a job). Open the card.
roster-edit-name-taken = Another vehicle is called { $name } now. Nothing is changed.
roster-edit-phone-taken = ⚠️ This number now belongs to { $name }. The rest is kept, without the number.
member-change = ✏️ Change
member-which = What would you like to change?
member-back = ‹ Back
member-speaks = 🗣 { $languages }
member-contract-from = 📅 Contract since { $since }
newmember-name = 👤 What is this person’s name?
    .label = Name
newmember-adult = Are they 18? Tap, or write their date of birth (it is not kept).
    .label = Age
    .grown = ✅ 18 or over
    .minor = Under 18
newmember-phone = 📞 What is their number? Write it, or send their contact.
    .label = Phone
    .skip = No phone
newmember-languages = 🗣 Which languages do they speak? Tap, or write for example: French, Arabic.
    .label = Languages
newmember-roles = What do they do? Tap all that fit, then “Done”.
    .label = Job
    .leader = team leader
    .instructor = instructor
    .handler = handler
    .driver = driver
    .carpenter = carpenter
    .surveyor = surveyor
    .counsellor = counsellor
newmember-contract_from = 📅 When does the contract begin? Write for example 01/12/2026.
    .label = Contract start
newmember-contract_until = 📅 When does the contract end? Write for example 30/06/2027.
    .label = Contract end
    .skip = No end
newmember-weekly_hours = ⏱ How many hours a week?
    .label = Hours per week
setmember-name = 👤 What is the name?
    .label = Name
setmember-phone = 📞 What is the number? Write it, or send the contact.
    .label = Phone
    .skip = No phone
setmember-languages = 🗣 Which languages? Tap, or write for example: French, Arabic.
    .label = Languages
setmember-roles = Which job? Tap all that fit, then “Done”.
    .label = Job
    .leader = team leader
    .instructor = instructor
    .handler = handler
    .driver = driver
    .carpenter = carpenter
    .surveyor = surveyor
    .counsellor = counsellor
setmember-contract_from = 📅 When does the contract begin? Write for example 01/12/2026.
    .label = Contract start
setmember-contract_until = 📅 When does the contract end? Write for example 30/06/2027.
    .label = Contract end
    .skip = No end
setmember-weekly_hours = ⏱ How many hours a week?
    .label = Hours per week
rejected-expected-detail = { received } Tap a button, or write the answer.
rejected-roster-name = { roster-fault-name }. Write it with letters.
rejected-roster-taken = This number belongs to { $value }. Write another, or open that card in /team.
rejected-roster-minor = Under 18: we do not plan minors. Nothing is kept.
rejected-roster-day = { roster-fault-day }.
rejected-roster-hours = { roster-fault-hours }.
rejected-roster-language = { roster-fault-language }. Write for example: French, Arabic.
rejected-roster-upside-down = The end is before the start. Write another day.

## A certificate

certificate-add = ➕📜 Certificate
certificate-photo-of = 📷 { $name }: { $kind }
certificate-kind = 📜 Which certificate?
    .label = Certificate
certificate-issued_on = 📅 Issued on which day? Write for example 15/06/2026.
    .label = Issued on
certificate-valid_until = 📅 Valid until which day? Write for example 15/06/2028.
    .label = Valid until
certificate-photo = 📷 Send a photo of the paper. Only coordinators see it.
    .label = Photo

## A vehicle

vehicle-list = 🚐 Vehicles
vehicle-head = 🚐 <b>Vehicles</b>
vehicle-line = 🚐 <b>{ $name }</b>
vehicle-plate = { " " }· { $plate }
vehicle-is-out = ⛔ out of service
vehicle-inspection-over = ⚠️ inspection over
vehicle-value = { $label }: { $value }
vehicle-out-days = ⛔ Out of service: { $begin } → { $end }
vehicle-add = ➕ Add a vehicle
vehicle-out = 🔧 Out of service
vehicle-back-in = ✅ In service again
vehicle-drop = 🗑 Remove this vehicle
vehicle-dropped = 🗑 { $name } is no longer among the vehicles.
vehicle-told = 🗑 { $name } is no longer among the vehicles ({ $by }).
vehicle-planned = { $name } is planned for { $numbers }. First change the vehicle of these jobs.
vehicle-touches = { $count ->
    [one] ⚠️ One job is planned with this vehicle: { $numbers }. Change the vehicle.
   *[other] ⚠️ { $count } jobs are planned with this vehicle: { $numbers }. Change the vehicle.
  }
vehicle-kind-van12 = van 12 m³
vehicle-kind-van20 = box van 20 m³
vehicle-kind-truck7_5 = truck 7.5 t
vehicle-kind-truck19 = truck 19 t
vehicle-kind-flatbed = flatbed
rejected-vehicle-name-taken = “{ $value }” exists already. Write another name, or open its card in /team.
rejected-plate-taken = This plate belongs to { $value }. Write another, or open its card.
rejected-roster-measure = { roster-fault-measure }. Write a number, for example 800.
rejected-roster-plate = { roster-fault-plate }. Write for example AB-123-CD.
newvan-name = 🚐 What is this vehicle called? For example: White van.
    .label = Name
newvan-kind = Which type?
    .label = Type
newvan-plate = Which number plate? Write for example AB-123-CD.
    .label = Plate
newvan-volume = How many m³?
    .label = m³
newvan-payload = Which payload, in kg?
    .label = Payload
newvan-licence = Which licence does it need?
    .label = Licence
    .B = B
    .C1 = C1
    .C = C
newvan-tail_lift = Has it a tail-lift?
    .label = Tail-lift
newvan-glass_frame = Has it a frame for glass?
    .label = Glass frame
newvan-inspected_until = 📅 Until which day is the inspection valid? Write for example 30/09/2027.
    .label = Inspection
setvan-name = 🚐 What is this vehicle called? For example: White van.
    .label = Name
setvan-kind = Which type?
    .label = Type
setvan-plate = Which number plate? Write for example AB-123-CD.
    .label = Plate
setvan-volume = How many m³?
    .label = m³
setvan-payload = Which payload, in kg?
    .label = Payload
setvan-licence = Which licence does it need?
    .label = Licence
    .B = B
    .C1 = C1
    .C = C
setvan-tail_lift = Has it a tail-lift?
    .label = Tail-lift
setvan-glass_frame = Has it a frame for glass?
    .label = Glass frame
setvan-inspected_until = 📅 Until which day is the inspection valid? Write for example 30/09/2027.
    .label = Inspection
vanout-out_from = 🔧 Out of service from which day?
    .label = Out from
vanout-out_until = 🔧 Until which day? The last day on which it cannot go.
    .label = Out until
    .skip = Not known yet

## Another number, another account

member-invite-again = 📱 New phone or account
joining-waits = ⏳ Thank you. The office checks that it is you, then your jobs arrive here.
joining-other-number = 📱 <b>{ $name }</b> wants to come in with another number: { $phone }. On the card: { $known }. Is it this person?
joining-other-account = 📱 <b>{ $name }</b> has a new Telegram account: { $phone }. On the card: { $known }. The old account will lose its rights. Is it this person?
joining-replaced = 🔁 This no longer counts: there is a newer one, or the person is in already.
joining-number-is = 📱 ✅ Your number is now { $phone }.
joining-let-in = ✅ Yes, let in
joining-keep-out = ❌ No
joining-is-in = ✅ { $name } came in with this number ({ $by }).
joining-is-out = ❌ { $name }: this account does not come in ({ $by }).
joining-moved = 👋 This account is no longer in the team of { $company }: you came in with another.
joining-refused = The office could not tell that it is you. Ask your manager for a new link.

## Answering on the telephone

phone-yes = 📞 ✅ { $name } comes
phone-no = 📞 ❌ { $name }
phone-said-confirmed = { $name } comes: noted, said on the telephone.
phone-said-declined = { $name } does not come: noted, said on the telephone.

## What runs out soon

expiry-inspection = inspection
expiry-soon = { $days ->
    [0] 📜 { $name }: { $what } runs out today.
    [one] 📜 { $name }: { $what } runs out tomorrow, { $until }.
   *[other] 📜 { $name }: { $what } runs out on { $until }, in { $days } days.
  }
expiry-over = ⛔ { $name }: { $what } ran out on { $until }.
