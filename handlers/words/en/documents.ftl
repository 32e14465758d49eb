# Papers: quotes and completion reports (PDF). Said as plain text, never as HTML.

pdf-quote = Quote (devis)
pdf-report = Completion report
pdf-page = Page { $page } of { $pages }
pdf-title = { $kind } { $number } — { $company }
pdf-missing-photo = Photo cannot be read

## Who and where

pdf-client = Client
pdf-site = Site
pdf-siret = SIRET { $siret }
pdf-contact = Contact: { $contact }
pdf-buyer-reference = Your reference: { $reference }
pdf-access = Access: { $access }
pdf-phone = Tel. { $phone }
pdf-vat-number = VAT no. { $number }
pdf-capital = share capital { $amount }
pdf-carrier = Waste-carrier receipt no. { $receipt }, valid until { $until }.

## Quote: head

pdf-revision = Revision
pdf-request = Request
pdf-issued-on = Issued on
pdf-valid-until = Valid until
pdf-author = Drawn up by
pdf-work = Service
pdf-start-on = Planned start
pdf-start-to-agree = to be agreed
pdf-duration = Estimated duration
pdf-days = { $days ->
    [one] { $days } working day
   *[other] { $days } working days
  }
pdf-crew = Crew
pdf-people = { $people ->
    [one] { $people } person
   *[other] { $people } people
  }
pdf-effort-words = { $hours } of work in all: { $people ->
    [one] one person
   *[other] { $people } people
  } for { $days ->
    [one] one day
   *[other] { $days } days
  }. { $trips ->
    [one] One truck trip
   *[other] { $trips } truck trips
  } for { $volume } loaded and { $weight }.
pdf-hours = Working time
pdf-person-hours = { $hours } in all

## Quote: price

pdf-price = Price
pdf-line = Description
pdf-quantity = Quantity
pdf-unit-price = Unit price excl. VAT
pdf-amount = Amount excl. VAT
pdf-total-excl-vat = Total excl. VAT
pdf-vat = VAT { $rate }
pdf-vat-reverse = VAT (reverse charge)
pdf-total-incl-vat = Total incl. VAT
pdf-total-to-pay = Amount to pay
pdf-reverse-charge = Reverse charge (“Autoliquidation”): VAT is due by the customer, art. 283, 2 nonies CGI and art. 242 nonies A, I-13° of annex II to the CGI.

price-line-labour = Labour
price-line-short-notice = Work at less than 72 hours’ notice
price-line-saturday = Saturday work
price-line-vehicle = 20 m³ van with tail-lift
price-line-kilometres = Travel
price-line-report = Inventory and traceability report
price-line-disposal = Treatment: { $stream }
price-line-overhead = Overhead
price-line-reuse-credit = Reuse credit
price-line-minimum = Up to the minimum fee
pdf-share-of = { $share } of { $base }

pdf-unit-h = h
pdf-unit-day = d
pdf-unit-km = km
pdf-unit-t = t
pdf-unit-kg = kg
pdf-unit-m3 = m³
pdf-unit-m2 = m²
pdf-unit-ml = m
pdf-unit-u = pc

stream-DEA = furniture (DEA)
stream-DEEE = electrical equipment (DEEE)
stream-HAZ = hazardous waste
stream-WOOD-A = untreated wood
stream-WOOD-B = treated wood
stream-PLASTER = plaster
stream-INERT = rubble, inert waste
stream-GLASS = glass
stream-PAPER = paper, cardboard
stream-PLASTIC = plastic
stream-TEXTILE = textile
stream-INSUL = insulation
stream-MIX = mixed waste to sort
stream-DIB = residual waste (DIB)
stream-STEEL = steel, scrap iron
stream-MIX-METAL = mixed metals

## Quote: what becomes of it all

pdf-outcome-planned = What becomes of it all (planned)
pdf-outcome-done = What became of it all
pdf-reused = reused
pdf-transformed = transformed
pdf-recycled = recycled
pdf-disposed = disposed of

## Quote: inventory

pdf-inventory = Priced inventory
pdf-item = Item
pdf-unit = Unit
pdf-volume = Volume
pdf-weight = Weight
pdf-condition = Condition
pdf-careful = careful removal
pdf-total = Total
pdf-inventory-note = Loaded volumes (dismantled or stacked) and weights estimated from our catalogue. Condition: A as new, B good, C worn, D broken.

## Quote: waste

pdf-waste = Waste management
pdf-waste-law = Art. L541-21-2-3 and D541-45-1 of the French environmental code
pdf-waste-total = Estimated total quantity: { $kg }, reused items not counted.
pdf-waste-how = Sorted at source on the site, streams kept apart, carried by our vehicles, dropped off at the places below.
pdf-stream = Stream
pdf-destination = Place of collection or treatment
pdf-waste-cost = Estimated cost excl. VAT
pdf-to-agree = to be agreed

## Quote: conditions

pdf-included = Included in the price: { $what }
pdf-left-out = Not included in this quote: { $what }
pdf-unseen = Priced without a visit, from your answers and photos. A visit was advised: { $reasons }.
pdf-notes = Remarks
pdf-conditions = Conditions
pdf-payment = Payment { $days } days after the work is done, by bank transfer.
pdf-payment-at-once = Payment when the work is done, by bank transfer.
pdf-deposit = Deposit of { $percent }% of the total incl. VAT with the order.
pdf-no-deposit = No deposit.
pdf-late = Late payment: interest at the refinancing rate of the ECB plus { $points } points (at least three times the legal rate) and a fixed recovery fee of { $fee } per invoice (art. L441-10 and D441-5 of the French commercial code).
pdf-free-quote = Free quote, valid until { $until }. Any change of inventory or access leads to a new revision.
pdf-insurance = Liability insurance: { $insurer }, contract { $contract }, cover { $area }.
pdf-complaints = Complaints: { $complaints }.

## Agreement

pdf-agreement = Agreement
pdf-agreement-how = Accept with one tap in the conversation, or date, sign and write “bon pour accord”.
pdf-name = Name
pdf-role = Position
pdf-date = Date
pdf-signature = Signature
pdf-agreed-by = { $name }, { $role }
pdf-agreed-on = on { $at }
pdf-agreed-revision = Quote { $number }, revision { $revision }
pdf-fingerprint = SHA-256 fingerprint of the document
pdf-agreed-at = Date and time (Paris)
pdf-agreement-subject = Concerns
pdf-agreement-given = Agreement given electronically, in the conversation with the company.
pdf-agreement-original = The accepted document is attached to this file as it was received ({ $file }). Its SHA-256 is the one above: any change to it would change that.
pdf-agreement-source = Accepted document
pdf-purchase-order = Purchase order
pdf-purchase-order-picture = Photo received in the conversation

## Quote: translation, annex

pdf-translation = Translation. Only the French text is binding.
pdf-annex = Annex: photos of the request
pdf-photo-of-request = Photo { $n }
pdf-photos-left-out = { $more ->
    [one] One more photo is kept with the request.
   *[other] { $more } more photos are kept with the request.
  }
pdf-lift-words =
    .none = no lift
    .passenger = lift
    .goods = goods lift

## Report

pdf-quote-number = Quote
pdf-times = Timeline
pdf-planned-at = Planned
pdf-en-route-at = On the way
pdf-arrived-at = Arrived
pdf-done-at = Done
pdf-not-noted = not noted
pdf-people-present = Crew on site
pdf-hours-worked = Integration hours
pdf-items = Items by destination
pdf-moved = Removed
pdf-reuse-rate = Reuse rate
pdf-recovery-rate = Recovery rate
pdf-reuse-formula = { $reused } reused ÷ { $total } in all
pdf-recovery-formula = { $recovered } reused, transformed or recycled ÷ { $total } in all
pdf-no-weight = nothing was weighed or counted
pdf-weights-catalogue = Weights estimated from our catalogue; none was measured.
pdf-weights-ticket = Weights from weighing tickets; share measured: { $share }.
pdf-weights-scale = Weights measured on scales; share measured: { $share }.
pdf-photos = Proof photos
pdf-photos-before = Before
pdf-photos-after = After
pdf-destinations = Where the waste went
pdf-client-copy = Client’s copy: without the names of the crew.
pdf-team-copy = Internal copy.
pdf-received-by = Site handed over
