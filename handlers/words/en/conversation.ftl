### What every conversation says: buttons, reminders, answers that cannot be taken.
### Short sentences, simple words; never the word "error".

## Buttons

nav-back = ‹ Back
nav-cancel = ✖ Stop
nav-keep = ↩ Keep { $old }
nav-skip = Skip
    .also = no, none, nothing
nav-enough = ✔ That’s all
    .also = finished, done, stop
nav-done = ✔ Done
    .also = finished, that’s all, ok

answer-yes = ✅ Yes
    .also = y, yeah, yep, ok, sure, oui
answer-no = ❌ No
    .also = n, nope, non

share-contact = 📱 Send my number
share-location = 📍 Send my location

## Around the question

noted = ✓ { $label }: <b>{ $value }</b>
kept = 📎 Kept under “{ $label }”: <b>{ $value }</b>
one-more-thing = One more thing.
repeated = I already have that answer. Here is the next question.
form-stale = That question is closed. Here is the current one.
about-other = <b>{ $label }</b>: { $words } Your earlier answer stays.
form-cancelled = Stopped. Nothing was sent.
form-finished = Thank you, that’s everything.
shown-skipped = not given
shown-none = none

## Day, phone

floor-entresol = Mezzanine (entresol): 0 without stairs, 1 with stairs.
day-which = Which day exactly?
day-which-period = I understood: from { $first } to { $last }. Which day exactly?
day-which-soon = The first possible day is { $first }. Which day do you choose?
day-which-weekday = That date is { $first }. Which day do you mean?
quantity-sure = <b>{ $quantity }</b> is a lot. Is that right? Tap the button, or write the right number.
postcode-which = Which postcode?
phone-which = Is it <b>{ $phone }</b>?

## Photos and documents

photos-none = No photo
photos-received = { $count ->
        [one] 📷 <b>1 photo</b> received.
       *[other] 📷 <b>{ $count } photos</b> received.
    } Send more, or tap “Done”.
photos-shown = { $count ->
        [0] no photo
        [one] 1 photo
       *[other] { $count } photos
    }
documents-none = No document
documents-received = { $count ->
        [one] 📎 <b>1 document</b> received.
       *[other] 📎 <b>{ $count } documents</b> received.
    } Send more, or tap “Done”.
documents-shown = { $count ->
        [0] no document
        [one] 1 document
       *[other] { $count } documents
    }
files-clear = ↺ Start over

## Choosing from a long list

pick-category = Tap the right thing, or type a word.
pick-hits = This is what I found for “{ $word }”.
pick-categories = ‹ All families
pick-previous = ‹ Previous
pick-next = Next ›

## Summary

review-line = <b>{ $label }</b>: { $value }
review-group = <b>{ $label }</b> ({ $count })
review-more = … and { $count } more
review-which = What would you like to change?
review-send = ✅ Send
review-change = ✏️ Change an answer
    .also = edit, change, correct
review-summary = ‹ Back to the summary
review-others = ‹ Other answers
review-add = ➕ { $label }
review-remove = 🗑 Remove

## Units

unit-u = { $number } pcs
unit-m2 = { $number } m²
unit-m3 = { $number } m³
unit-ml = { $number } m
unit-kg = { $number } kg
unit-t = { $number } t
unit-eur = €{ $number }

## What cannot be taken

received = { $got ->
        [sticker] Thank you for the sticker.
        [photo] Thank you for the photo.
        [document] I received a file.
        [video] I received a video.
        [video_note] I received a video.
        [animation] I received an animation.
        [audio] I received an audio file.
        [voice] I received a voice message.
        [contact] I received a contact.
        [place] I received a location.
        [poll] I received a poll.
        [unnamed] I received your message, but I cannot read this kind of message.
       *[other] { "" }
    }

rejected-expected-text = { received } Please write your answer in words.
rejected-expected-button = { received } Please tap one of the buttons below.
rejected-expected-number = { received } Please send a number, for example 12.
rejected-expected-day = { received } Which day? Tap a button, or write for example 25/03, Monday or tomorrow.
rejected-expected-time = { received } What time? Write for example 8:30.
rejected-expected-slot = { received } What time? Write for example 8:30, or 8:00-12:00.
rejected-expected-contact = { received } Please tap the button “Send my number”.
rejected-expected-phone = { received } Please write a phone number, for example 06 12 34 56 78.
rejected-expected-place = { received } Please send the location: tap the button, or the paper clip and then “Location”.
rejected-expected-postcode = { received } Please send the postcode: 5 digits, for example 93200.
rejected-expected-address = { received } Please write the number and the street, for example 12 rue Hoche.
rejected-expected-commune = { received } Please tap the commune, or write its name.
rejected-expected-siret = { received } Please send the SIRET: 14 digits, for example 732 829 320 00074.
rejected-expected-photo = { received } Please send a photo.
rejected-expected-document = { received } Please send a PDF or a photo.
rejected-expected-paper = { received } Write a number, or send a PDF or a photo.
rejected-expected-pick = { received } Please tap a button, or type a word.

rejected-not-offered = This choice is no longer on the list. Please choose another.
rejected-choose-more = { $least ->
        [one] Please choose at least one answer.
       *[other] Please choose at least { $least } answers.
    }
rejected-empty = I could not read anything. Please write your answer in words.
rejected-too-short = That is a little short. Please write at least { $least } letters.
rejected-too-long = That is too long for me: { $length } characters. Please keep what matters, in { $most } characters at most.
rejected-needs-letter = Please use letters.
rejected-postal-address-no-postcode = The postcode is missing. Please write, for example: 4 quai de la Marne, 93500 Pantin
rejected-address-vague = Where is it? Please write the number and the street, for example 12 rue Hoche.
rejected-whole-number = This must be a whole number, for example 12.
rejected-three-decimals = No more than 3 decimal places, for example 1.5.
rejected-too-much = That is too much for me. The largest possible number is { $most }.
rejected-too-little = That is too small. The smallest possible number is { $least }.
rejected-other-unit = { $unit ->
        [m2] Please give the area in m².
        [m3] Please give the volume in m³.
        [ml] Please give the length in metres.
        [kg] Please give the weight in kg.
        [t] Please give the weight in tonnes.
        [eur] Please give an amount in euros.
       *[u] Please give the number of pieces.
    }

rejected-day-impossible = That day is not in the calendar. Write for example 25/03/2027.
rejected-day-past = { $day } has already passed. Please choose a day to come.
rejected-day-too-soon = { $day } is too soon. The first possible day is { $earliest }.
rejected-day-too-far = { $day } is too far away. Please choose a day within 18 months.
rejected-day-off = We do not work on { $day }. Please choose another day.
rejected-time-outside = Please choose a time between { $earliest } and { $latest }.
rejected-slot-backwards = The end comes before the start. Please write for example 8:00-12:00.

rejected-contact-not-own = That is someone else’s number. Please send your own, with the button.
rejected-phone-invalid = That does not look like a phone number. Write for example 06 12 34 56 78. A foreign number begins with +.
rejected-phone-short-code = This number is too short. Write all 10 digits, for example 06 12 34 56 78.
rejected-phone-surcharged = This number begins with 08: the call may cost money. Please give another number.

rejected-postcode-foreign = We work in France. The postcode has 5 digits, for example 93200.
rejected-postcode-overseas = { $postcode }: that is too far for our crews. Please give a postcode in mainland France. For overseas, /help says whom to call.
rejected-postcode-unknown = There is no postcode { $postcode }. Please check the 5 digits.
rejected-postcode-unlisted = No commune has the postcode { $postcode }. A CEDEX code? Please give the postcode of the place itself, for example 93200.
rejected-pin-abroad = That location is not in mainland France. Please send the location of the site, or write the number and the street.
rejected-commune-unknown = I cannot find “{ $commune }” for this postcode. Please tap the commune on the list.
rejected-postcode-cedex = A CEDEX code is for letters only. Please give the postcode of the place itself.

rejected-siret-length = It must have 14 digits. I count { $length }.
rejected-siret-siren = That is the SIREN: 9 digits. Please add the last 5 to make the SIRET, 14 digits.
rejected-siret-vat = That is the VAT number. Please send the SIRET: 14 digits.
rejected-siret-check = One digit does not fit. Please check the SIRET on an invoice or a quote and write it again.

rejected-file-too-big = This file is too big. The limit is { $most } MB.
rejected-picture-broken = 📷 “{ $name }” is a broken or cut picture: it is not kept. Send it again, as a photo.
rejected-picture-enormous = 📷 “{ $name }” has more than 80 million pixels: it is not kept. Send it as a photo.
rejected-photos-more = { $least ->
        [one] At least one photo is needed.
       *[other] At least { $least } photos are needed. I have { $count }.
    }
rejected-photos-enough = { $most ->
        [one] I already have one photo, that is enough.
       *[other] I already have { $most } photos, that is enough.
    } The first ones are kept. Tap “Done”.
rejected-documents-more = { $least ->
        [one] At least one document is needed.
       *[other] At least { $least } documents are needed. I have { $count }.
    }
rejected-documents-enough = { $most ->
        [one] I already have one document, that is enough.
       *[other] I already have { $most } documents, that is enough.
    } The first ones are kept. Tap “Done”.

rejected-pick-unknown = I cannot find “{ $word }”. Try another word, or choose a family.
rejected-pick-unknown-like = I cannot find “{ $word }”. Did you mean “{ $like }”?
