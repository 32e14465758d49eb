# Before anything is promised: hazards, papers, visit, a talk taken over by a person.

## Hazards, decisions

hazard-asbestos = asbestos
    .client = • Asbestos: we do not touch it. Ask a certified firm (SS3). The rest waits for the survey.
hazard-no_survey = no asbestos survey
    .client = • Fixed items without an asbestos survey: we need it before the works. A certified surveyor makes it.
hazard-lead = lead
    .client = • Lead, old paint, stained glass: our safety officer looks first.
hazard-chemicals = chemicals, gas, oils, paints
    .client = • Chemicals, paints, gas, oils, batteries: we do not carry them. Ask a carrier of hazardous waste or the recycling centre.
hazard-medical = medical waste, medicines
    .client = • Syringes, medical waste, medicines: we do not take them. Ask a clinical-waste carrier or a pharmacy.
hazard-weapons = weapons, ammunition, explosives
    .client = • ‼️ Weapons, ammunition, explosives: do not touch, keep away and call the authorities (police, 17).
hazard-electrical = electrical appliances, lamps
    .client = • Electrical appliances and lamps: we take them, in containers of their own.
hazard-live_networks = networks not cut off
    .client = • Power, water, gas or heating: we need a cut-off certificate before the works.
hazard-height = work at height
    .client = • Work at height, roof, floor opening: we must see the place first.
hazard-structure = load-bearing wall, demolition, earthworks
    .client = • Load-bearing walls, demolition, earthworks: not our trade. Ask a demolition firm.
hazard-treated_wood = treated wood
    .client = • Treated wood (sleepers, creosote): we do not take it. Ask a carrier of hazardous waste.
hazard-unhealthy = health risk
    .client = • Mould, vermin, blood: our crews need protection. We check first.
hazard-heavy = very heavy item
    .client = • Very heavy item (piano, safe, machine): we must see it first.
hazard-vehicles = vehicles, boats, tyres
    .client = • Vehicles, boats, tyres: we do not take them. Ask an approved scrap-car centre or a garage.
hazard-occupied = place occupied or in dispute
    .client = • Place occupied or in dispute: we come once that is settled. Ask the town hall or a bailiff.
hazard-unread = not recognised
    .client = • I did not recognise “{ $words }”. We look at it: it will be in the price, or named as not included.
hazards-told = 🙏 You told us about this:
hazard-decided = decided
decide-about = ⚖️ Decision on <b>{ $number }</b>:
decide-leaves-out = “Exclude” takes out of the request: { $what }
request-card-rest-asked = 📨 The client was asked for the rest by { $name }, { $at }
hazard-action-refuse = refuse
hazard-action-hold = wait for a decision
hazard-action-exclude = leave on site
hazard-action-accept = take, own containers
verdict-lift = go on
verdict-exclude = exclude
verdict-refuse = refuse
request-card-hazard-bare = ⚠️ { $what } → { $action }
request-card-hazard = ⚠️ { $what }: { $words } → { $action }
request-card-decision = ⚖️ { $name }, { $at }: <b>{ $verdict }</b> ({ $what }) — { $reason }
request-card-held = ⛔ No quote before a decision: { $what }
request-card-decide = ⚖️ Decide
quote-held = Something waits for a decision: no quote before.
decide-nothing = { $number }: nothing waits for a decision.
decide-nothing-left = { $number }: without these things nothing is left. Refuse the request instead.
decide-quoted = { $number }: a quote is out already. Go on, exclude, or write to the client.
decide-done = ✅ Decision noted for { $number }.
client-ruled-lift = 👍 <b>{ $number }</b>: we have looked at what you told us ({ $what }). We are preparing your quote.
client-ruled-exclude = 👍 <b>{ $number }</b>: we are preparing your quote without what concerns: { $what }.
home-held = ⏳ Held: we are looking at “{ $what }”.

## Papers, files

paper-which = 📎 <b>{ $name }</b>: what is it?
paper-asbestos = 📄 Asbestos survey
paper-pemd = 📄 PEMD survey
paper-plan = 📐 Plan
paper-other = 📎 Other document
paper-cut_off = 🔌 Cut-off certificate
paper-voice = 🎤 Voice note to listen to
files-received = { $count ->
        [one] 📎 <b>1 file</b> received.
       *[other] 📎 <b>{ $count } files</b> received.
    } Send more, write, or tap “Done”.
files-shown = { $count ->
        [one] 1 file
       *[other] { $count } files
    }
file-photo = 📷
file-document = 📎 { $name }
file-voice = 🎤 Voice note to listen to
request-card-papers = 🗂️ { $what }
request-card-file = { $what } · { $number }

## Visit

survey-reason-fixed_items = fixed items
survey-reason-volume = more than 40 m³
survey-reason-weight = more than 3 tonnes
survey-reason-stairs = upper floor without a lift
survey-reason-occupied = occupied site
survey-reason-glass = more than 20 m² of glass
survey-reason-hazard = a point of safety
survey-reason-no_photos = no photos
survey-reason-seen = better to see it
survey-will-come = 👁️ Before giving a firm price we will visit the site: { $reasons }. We will offer you three times.
survey-offered = ✅ Times proposed for { $number }.
survey-none = None fits
survey-off = ✖ That no longer suits me
survey-again = 🔁 Other times
survey-cancel = ✖ Cancel the visit
survey-past = That time has passed. Choose another one.
survey-tomorrow = ⏰ It is tomorrow.
client-survey-proposed = 👁️ <b>{ $number }</b>: { $name } would like to visit the site ({ $reasons }). Which time suits you?
client-survey-none_fits = 👁️ <b>{ $number }</b>: noted. We will offer you other times.
client-survey-booked = 👁️ <b>{ $number }</b>: { $name } will visit the site.
    📅 <b>{ $when }</b>
client-survey-cancelled = 👁️ <b>{ $number }</b>: the visit is cancelled. We will come back to you.
home-survey-proposed = 👁️ Visit: choose a time
home-survey-none_fits = 👁️ Visit: other times are coming
home-survey-booked = 👁️ Visit: { $when }
home-survey-cancelled = 👁️ Visit cancelled
surveyor-card = 👁️ <b>Visit { $number }</b>
    📅 <b>{ $when }</b>
    📍 { $address }, { $postcode }
    🏢 { $company }
    👤 { $name } · { $phone }
surveyor-off = 👁️ Visit { $number }: no appointment for now.
    🏢 { $company } · { $address }, { $postcode }
survey-unstaffed = ⚠️ 👁️ Visit <b>{ $number }</b>, { $when }: { $name } no longer coordinates. Somebody else must go.
survey-staffed = 👁️ Visit { $number }: settled.
survey-not-yours = 👁️ This visit is no longer yours.
request-card-survey = 👁️ Visit needed: { $reasons }
request-card-survey-button = 👁️ Visit
request-card-survey-proposed = 📅 Visit: times proposed, waiting for the client ({ $name })
request-card-survey-none_fits = 📅 Visit: no time fits. Propose others.
request-card-survey-booked = 📅 Visit: { $when }, { $name }
request-card-survey-cancelled = 📅 Visit cancelled

## A person takes the conversation over

request-card-take = 🗣️ Talk
request-card-taken = 🗣️ { $name } has been talking with the client since { $since }.
takeover-began = 🗣️ You are talking with <b>{ $name }</b> ({ $number }). Write here: all of it reaches them. The bot is silent.
takeover-began-client = 🗣️ { $name } answers you in person. Write here. The bot is silent and keeps everything.
takeover-give-back = 🤖 Give back to the bot
takeover-has = 🗣️ { $name } has been talking with this client since { $since }.
takeover-one = One conversation at a time: give this one back to the bot first.
takeover-impossible = This conversation cannot be taken over.
takeover-later = A person is in this conversation: this button will work afterwards.
takeover-cannot = I can only pass on text, photos, documents and voice notes.
takeover-us = 🗣️ <b>{ $name }</b>: { $text }
takeover-client = 💬 <b>{ $name }</b>: { $text }
takeover-ended = 🤖 The bot has taken back the conversation with { $name }.
takeover-ended-silent = 🤖 No message for long: the bot has taken back the conversation with { $name }.
takeover-ended-client = 🤖 The bot is back. Nothing is lost.

request-asbestos = Some things are part of the building. Do you have the asbestos survey that precedes works?
    .label = Asbestos survey
    .said_yes = you have it
    .said_recent = not needed, permit after 1 July 1997
    .said_no = you do not have it
    .said_unknown = not known
    .yes = ✅ Yes, I have it
    .recent = 🏗️ Permit after 1 July 1997
    .no = ❌ No
    .unknown = 🤷 I do not know
request-asbestos_file = Send it (PDF or photo).
    .label = Asbestos file
request-cut_off = Power, water, heating: are they cut off?
    .label = Power, water, heating
    .said_certified = cut off, with a certificate
    .said_no = not cut off
    .said_n_a = not applicable
    .certified = ✅ Yes, with a certificate
    .no = ❌ No
    .n_a = ➖ Not applicable
request-cut_off_file = Send the certificate (PDF or photo).
    .label = Cut-off certificate

ruling-verdict = What do you decide?
    .lift = ✅ Go on: the quote may leave
    .exclude = ➖ Exclude what is concerned
    .refuse = 🚫 Refuse the request
ruling-reason = Why? (kept with your name)

surveying-slots-day = Visit: which day do you propose? (time { $number } of 3)
    .label = Day
surveying-slots-hour = At what time? (8:30, or 8:00-12:00)
    .label = Hour
surveying-surveyor = Who makes the visit?
