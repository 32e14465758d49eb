# Places one comes back to, and posters that begin a request.

command-poster = Poster with a QR code

site-which = 📍 One of your known sites? Tap it and the address and access are filled in. If not, answer below.
site-posters = 🔗 Posters
site-filled = 📍 Site: <b>{ $address }, { $postcode }</b>. Filled in already; you can change it at the end.
site-none = No site yet: send a request first.
site-for-clients = This poster is for clients who want a quote.
site-poster-which = 🔗 Which site needs a poster? Whoever scans it begins a request at that address.
site-poster = 📍 { $address }, { $postcode }

    Print this picture and hang it up. Whoever scans it begins a request at that address.
    { $link }

poster-address = Where will the poster hang?
    .label = Address
    .hint = Number and street.
poster-postcode = And the postcode?
    .label = Postcode

## A colleague of the same company

colleague-waits = ⏳ { $company } is already registered. A colleague must let you in: I have asked them. I will write to you as soon as they answer.
colleague-asks = 👋 <b>{ $name }</b> ({ $phone }) says they work for { $company } and asks to see your requests and quotes. Do you know this person?
company-waits = ⏳ This SIRET belongs to { $company }, which is here already. Somebody of that company must say yes: I have asked them. Then your requests and theirs are together, and you can accept the quote.
company-asks = 👋 <b>{ $name }</b> ({ $phone }), of “{ $own }”, gives the SIRET of { $company } to accept a quote. Is it the same company? If so, everyone will see all requests and quotes.
company-merged = ✅ “{ $own }” and { $company } are the same company: your requests and quotes are together now. If a quote waits for your agreement, touch “Accept” again.
colleague-yes = ✅ Yes
colleague-no = ❌ No
colleague-is-in = ✅ { $name } has joined { $company }.
colleague-is-out = ❌ { $name } has not joined { $company }.
colleague-refused = { $company } did not confirm. If that is a mistake, please call us on { $phone }.
poster-commune = Which commune is it in?
    .label = Commune
