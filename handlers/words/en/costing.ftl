# Costing: where each price comes from, what a coordinator changes, VAT, revisions.

price-line-extra = Further service
price-line-discount = Discount
pdf-vat-home = VAT 10 %: the client certifies that the works concern a home completed more than two years ago (art. 279-0 bis CGI).
pdf-vat-exempt = No VAT: the company is exempt.

line-rate = <b>{ $label }</b>: { $quantity } × { $rate } = { $amount }
line-share = <b>{ $label }</b>: { $share } % of { $base } = { $amount }
line-plain = <b>{ $label }</b>: { $amount }

## The rules, for colleagues

why-labour = ({ $handling } h handling × { $factor } access + { $dismantling } h dismantling) × { $learning } learning + { $unloading } h unloading + { $travel } h travel, up to the next quarter hour
why-labour-by-hand = Set by hand. Calculated: ({ $handling } h handling × { $factor } access + { $dismantling } h dismantling) × { $learning } learning + { $unloading } h unloading + { $travel } h travel
why-short-notice = { $taken_share } % of labour: short notice
why-saturday = { $taken_share } % of labour: Saturday
why-vehicle = { $hours } h for { $crew } people: { $days } d
why-kilometres = { $trips ->
        [one] one trip
       *[other] { $trips } trips
    } × { $km } km there and back
why-report = Fixed fee
why-disposal = { $kg } kg to be treated
why-disposal-free = { $kg } kg taken back for free
why-disposal-income = { $kg } kg sold
why-overhead = { $taken_share } % of the lines above
why-reuse-credit = { $kg } kg reused
why-minimum = Makes up the minimum job fee
why-extra = Free line, bears no overhead
why-discount = Set by hand

## The rules, for the client

quote-reckoned = 🧮 How is this worked out?
reckoned-head = 🧮 <b>{ $number }: where the price comes from</b>
reckoned-total = <b>Total: { $excl } excl. VAT</b> + { $vat } VAT = { $incl } incl. VAT
reckoned-labour = The time of the whole crew: taking apart, carrying, loading, sorting, unloading, and the road. Floor, lift and distance count.
reckoned-labour-by-hand = The time of the whole crew, estimated by our coordinator for your site.
reckoned-short-notice = The work starts very soon after the request.
reckoned-saturday = The crew works on a Saturday.
reckoned-vehicle = { $hours } hours for { $crew } people: the truck is there for { $days ->
        [one] one day
       *[other] { $days } days
    }.
reckoned-kilometres = { $trips ->
        [one] One trip
       *[other] { $trips } trips
    } of { $km } km there and back.
reckoned-report = The inventory, and the report that says where everything went.
reckoned-disposal = { $kg } kg cannot be used again. The treatment plant is paid by weight.
reckoned-disposal-free = { $kg } kg are taken back for free.
reckoned-disposal-income = { $kg } kg can be sold: you benefit.
reckoned-overhead = Depot, insurance, supervision: { $taken_share } % of the lines above.
reckoned-reuse-credit = { $kg } kg get a second life: we give you a share back.
reckoned-minimum = A job has a minimum price: this line makes it up.
reckoned-extra = What we added for your site.
reckoned-discount = A discount on this quote.

## The range

price-range = 💶 Between <b>€{ $low } and €{ $high } excl. VAT</b>. Firm price after our coordinator’s check.

## The card

request-card-cost = 🧮 Work out the price
request-card-revise = 🧮 Revise the quote
request-card-incl = { $incl } incl. VAT
request-card-vat-open = VAT to be settled
request-card-draft = 🧮 <b>Being worked out</b> · { $name }
cost-head = 🧮 <b>Costing { $number }</b>
cost-access = 🏗️ Floor { $floor } · Lift: { $lift } · { $carry } m · Occupied: { $occupied }
cost-total = <b>Total: { $excl } excl. VAT</b>
cost-incl = { $incl } incl. VAT · { $vat }
cost-difference = Calculated price: { $reckoned } · difference { $by } ({ $share } %)
cost-discounted = 🏷️ Discount: { $reason }
cost-unusual = ⚠️ { $each } €/m³: outside the usual ({ $low } to { $high } €/m³). Please check.
cost-lines = 📦 Items
cost-add = ➕ Item
cost-hours = 🕐 Hours
cost-site = 🏗️ Access
cost-discount = 🏷️ Discount
cost-extra = ➕ Free line
cost-scrap = 🗑 Discard
cost-send = 📄 Send to the client
cost-vat-again = ↩ VAT again
cost-drop-extra = ✖ { $label }
cost-drop-hours = ↩ Calculated hours
cost-drop-discount = ✖ Discount
cost-back = ⬅ Back
cost-which-line = Which one should change?
cost-type-quantity = ✏️ Write the quantity
cost-remove = 🗑 Remove
cost-floor = Floor { $floor }
cost-carry = { $carry } m
cost-occupied-yes = 👥 Occupied
cost-occupied-no = 🚪 Empty

cost-taken-up = 🤝 You are taking over { $name }’s costing.
cost-colleague = 👥 { $name } changed meanwhile: { $changes }
cost-yours-waits = ⏸ Not applied yet: { $changes }. Do it again if you want to keep it.
cost-line-gone = A colleague removed this meanwhile. Nothing has changed.
cost-too-many = There are too many lines.
cost-discount-too-large = The discount is more than the price. Nothing has changed.
cost-bad-quantity = “{ $item }” is counted in whole numbers above zero. Nothing has changed.
cost-sent = 📄 { $number } is on its way to the client.
cost-sent-by = 📄 { $number }: { $name } has sent it.
cost-gone = { $name } has closed this costing.
cost-scrapped = 🗑 Costing given up. What was sent stays valid.

cost_item-item = What should be added? Choose, or write a word.
    .office = { request-lines.office }
    .seating = { request-lines.seating }
    .storage = { request-lines.storage }
    .accessory = { request-lines.accessory }
    .weee = { request-lines.weee }
    .paper = { request-lines.paper }
    .misc = { request-lines.misc }
    .partition = { request-lines.partition }
    .door = { request-lines.door }
    .wood = { request-lines.wood }
    .sanitary = { request-lines.sanitary }
    .lighting = { request-lines.lighting }
    .floor = { request-lines.floor }
    .ceiling = { request-lines.ceiling }
    .technical = { request-lines.technical }
    .glass = { request-lines.glass }
    .kitchen = { request-lines.kitchen }
    .bulk = { request-lines.bulk }
cost_item-quantity = How many?
cost_item-condition = In what condition?
    .A = ⭐ As new
    .B = 👍 Good
    .C = 👌 Worn but intact
    .D = 👎 Broken
cost_quantity-quantity = How many in all? Zero removes it.
cost_hours-hours = How many hours of work in all, of all people together?
cost_discount-amount = How many euros off, excluding VAT?
cost_discount-reason = Why this discount? (The client does not see it.)
cost_extra-label = What should the quote say?
cost_extra-amount = For how many euros, excluding VAT?

## VAT

vat-case-movables = VAT 20 %
vat-case-hire = VAT 20 % (hire, delivery, design)
vat-case-cleaning = VAT 20 % (cleaning)
vat-case-cleaning-reverse = reverse charge (cleaning, as the accountant says)
vat-case-mixed-subcontract = reverse charge (one single subcontract)
vat-case-subcontract = reverse charge (subcontract)
vat-case-home = VAT 10 % (home over 2 years old)
vat-case-owner = VAT 20 % (works for the owner)
vat-case-exempt = no VAT (exempt company)
vat-ask-works = VAT: what is it?
vat-ask-billed = VAT: who pays us?
vat-ask-contract = VAT: one single contract for furniture and works?
vat-ask-accountant = VAT: cleaning alone as subcontractor. What does the accountant say?
vat-ask-home = VAT: is it a home over 2 years old?
vat-ask-two-quotes = VAT: two contracts, two regimes. Make one quote for the furniture and one for the works.
vat-ask-exempt = VAT: is the company exempt?
vat-ask-client = VAT: is the client a business?
vat-works =
    .movables = 🪑 Furniture, nothing fixed
    .fixed = 🔨 Things fixed to the building
    .mixed = 🪑🔨 Both
    .cleaning = 🧹 Cleaning alone
    .hire = 🚚 Hire, delivery or design
vat-billed =
    .owner = 🏢 The owner or occupant
    .builder = 🏗️ A firm (subcontract)
vat-contract =
    .single = 1️⃣ One single contract
    .separate = 2️⃣ Two separate contracts
vat-accountant =
    .reverse = Reverse charge
    .standard = VAT 20 %
vat-home =
    .no = No
    .certified = Yes, the client certifies it
    .uncertified = Yes, without certificate
vat-exempt =
    .yes = Yes
    .no = No
vat-client =
    .business = Business
    .household = Household

## Revisions

revision-newer = 👉 The quote that counts: { $number }
revision-carries = 💬 As you asked: “{ $words }”
revision-changes = ✏️ Compared with the one before: { $changes }
change-item = { $by } { $name }
change-condition = { $name }: condition { $detail }
change-floor = { $by } { $count ->
        [one] floor
       *[other] floors
    }
change-lift = lift: { $detail }
change-carry = { $by } m to carry
change-occupied = site occupied during the work
change-occupied-gone = site empty during the work
change-extra = { $name } ({ $amount })
change-extra-gone = without “{ $name }”
change-price = { $amount } excl. VAT
change-hours = hours set to { $number }
change-hours-reckoned = calculated hours
change-discount = discount { $amount } ({ $detail })
change-discount-gone = no discount
change-vat = VAT settled
cost-lacks-unread = The price does not count this yet: { $what }. Add a thing or a line.
cost-needs-line = Part of the work is not in the price book. Add a line or change the hours.
