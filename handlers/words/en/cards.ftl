# What the bot says outside of questions.

language-name = 🇬🇧 English
choose-language = 👋 Bonjour ! Welcome!

    Quelle langue ? Which language?
language-chosen = ✅ English.
yes = yes
no = no
stale = Already answered 👍
not-yours = This button is not for you.
changed-meanwhile = This has changed in the meantime. Please look at the updated card.
decided = { $number }: already decided. { $state }
sorry = 🔧 Something did not work on our side. Nothing is lost: please try again, we have been told.
edited-message = ✏️ I don’t read a message again after it is edited. To change an answer, tap “Back”, or “Change an answer” at the end.
not-understood = I did not understand. Here is where things stand:
question-below = 👇 The question is just below.
cancelled = ✖ Stopped. Nothing was sent.
cancelled-back = Your answers are saved.
draft-back = ↩ Carry on
draft-open = { $form ->
        [request] 📝 You have started a request{ $place }.
        [registration] 📝 You have started to register.
        [planning] 📝 You have started a plan.
       *[other] 📝 You have started an answer.
    } Everything is saved. Shall we carry on?
draft-go-on = ▶️ Continue
draft-anew = 🗑 Start again
draft-drop = 🗑 Discard it
draft-resumed = 📝 Back to where you were.
nothing-to-cancel = There is nothing to cancel.
form-done = ✅ Thank you!
new-request = ➕ New request

command-start = Start
command-new = New quote request
command-status = Where do things stand?
command-history = Your documents
command-help = Help
command-language = Language / Langue
command-cancel = Stop answering
command-privacy = Your data

privacy-notice = 🔒 { $company } uses your name, phone, company and photos to prepare and do your clearance, and for nothing else. We keep them until you ask us to erase them. To see, correct or erase them, write to { $email }: a person does it. Telegram keeps your messages too.

help-newcomer = I prepare your clearance quote in a few minutes. Tap /start.
help-client = 📋 /new: ask for a quote
    📍 /status: where your requests stand
    📚 /history: your quotes, agreements and reports
    👥 /invite: invite a colleague, if you lead the company
    🔗 /poster: a poster with a QR code for a site
    ❌ /cancel: stop answering
    🌍 /language: change the language
help-crew = 📅 /status: your next days
    🌍 /language: change the language
    📞 A problem? Call your team leader.
help-coordinator = 📋 /status: what waits for a decision
    📅 /today: the day · 📆 /week: the week
    🔎 /find: find a request
    🥶 /cold: quotes without an answer
    👷 /crew: the crew and its invitations
    🗓 /away: who is away, and until when
    🔤 /words: words of lists to learn
    🔗 /poster: a poster with a QR code
    Requests arrive in the group. The blue buttons open this private chat.
help-call = 📞 A question? { $who } answers: { $phone }
help-group = Requests and alerts arrive here. Tap the buttons of the cards.
group-offer = 👋 Hello. Should requests and alerts arrive here? If not, I keep quiet.
group-choose = ✅ Yes, this group
group-chosen = ✅ Requests and alerts arrive in this group. Please allow me to write and to pin.
group-undo = ↩ Undo
group-replaced = ℹ️ Requests now arrive in another group, chosen by an administrator.
group-back = ↩ Requests arrive in the group before again.
group-again = ℹ️ Requests arrive here again.
group-none = ↩ This group gets nothing any more. No group is chosen: coordinators get requests in private.
group-unreachable = ⚠️ I can no longer write in the coordinators’ group. Add me to the group or allow me to write, then send /status in the group. Until then I write to you here.
request-without-group = 📥 New request <b>{ $number }</b>. The coordinators’ group cannot be reached: you are told here.
message-without-group = 💬 A client wrote about <b>{ $number }</b>. The coordinators’ group cannot be reached: you are told here.
show-waiting = 📋 See what is waiting
anonymous-status = You write in the group’s name: I cannot see who you are. Write in your own name to see what is waiting.
id-person = Your Telegram number: <code>{ $id }</code>
id-group = This group’s number: <code>{ $id }</code>

registered = ✅ Thank you { $name }. { $company } is registered.
first-words-kept = 📝 I keep what you wrote as the note of your request: “{ $text }”. You can change it before sending.
first-files-kept = { $count ->
        [one] 📎 I also keep your file for this request.
       *[other] 📎 I also keep your { $count } files for this request.
    }
request-sent = ✅ Request <b>{ $number }</b> sent. We are preparing your quote.
home-client = 🏢 <b>{ $company }</b>
home-nothing = No request yet.
home-request = 📦 <b>{ $number }</b> · { $address }
home-crew = 👷 Hello { $name }
home-no-job = Nothing planned yet.
home-coordinator = 🗂️ <b>To follow up</b>
home-waiting-request = <b>{ $number }</b> · { $state } · { $amount } excl. VAT
home-unpriced = <b>{ $number }</b> · { $state }
home-quiet = All up to date. ☕

request-state-submitted = 🕐 Received, quote in preparation
request-state-quoted = 📄 Quote sent, waiting for an answer
request-state-accepted = ✅ Accepted
request-state-declined = ✖️ Quote declined
request-state-refused = 🚫 Refused

request-card-photos = 📷 { $number }
request-card-caption = { $number }. { $text }
request-card-request = 📥 <b>{ $number }</b> · { $activity }
    🏢 { $company }
    👤 { $name } · { $phone }
    📍 { $address }, { $town }
request-card-no-siret = 🪪 SIRET not given yet: it is asked before the agreement.
request-card-far = 🗺️ Outside our usual area: department { $department }
request-card-address-unknown = ⚠️ <b>Address to confirm</b>: the national address register does not know it.
request-card-address-like = ⚠️ <b>Address to confirm</b>. The national address register suggests: { $found }
request-card-map = 🗺️ Map
request-card-site = 🏗️ Floor { $floor } · Lift: { $lift } · { $carry } m · { $parking } · Occupied: { $occupied }
    📅 from { $earliest } to { $deadline }
inventory-line = • { $quantity } × { $item } ({ $condition })
inventory-more = { $count ->
        [one] … and 1 more line
       *[other] … and { $count } more lines
    }
request-card-estimate = 📦 { $volume } m³ · ⚖️ { $weight } kg · 🕐 { $hours } of work · { $days } d × { $crew }
request-card-price = 💶 <b>{ $excl } excl. VAT</b> · { $incl }
request-card-note = 📝 { $note }
request-card-message-client = 💬 Client: { $text }
request-card-messages-more = { $count ->
        [one] … and 1 earlier message
       *[other] … and { $count } earlier messages
    }
request-card-message-us = 💬 Us: { $text }
request-card-agreed = ✍️ Agreed by { $name }, { $role }
request-card-reason = Reason: { $reason }
request-card-send-quote = 📄 Send the quote
request-card-ask = ❓ Ask
request-card-refuse = 🚫 Refuse
request-card-plan = 📅 Plan
quote-on-its-way = The quote is on its way to the client.

question-sent = ✅ Question sent for { $number }.
refusal-sent = ✅ Refusal sent for { $number }.
client-question = ❓ <b>{ $number }</b>

    { $text }
client-reply = 💬 Answer
client-answer = 💬 <b>{ $number }</b>

    { $text }
client-answer-agreed = 💬 <b>{ $number }</b>: yes to your change. A new version of the quote follows; this one can no longer be accepted.

    { $text }
client-answer-kept = 💬 <b>{ $number }</b>: the quote stays as it is.

    { $text }
answer-sent = ✅ Answer sent for { $number }.
message-about-which = { $count ->
    [one] Which request is it about? Tap it, and I pass your message on to the team.
   *[other] Which request is it about? Tap it, and I pass your { $count } messages on to the team.
  }
message-about-none = 🚫 None of these
message-left-aside = All right: nothing was passed on.
reply-sent = ✅ Thank you, we have passed it on ({ $number }).
client-refused = We cannot take on request <b>{ $number }</b>.
    Reason: { $reason }
client-refused-words = 💬 { $words }

quote-card = 📄 <b>Quote { $number }</b>
    <b>{ $excl } excl. VAT</b> · { $incl } incl. VAT
    🕐 { $hours } of work · { $days } d × { $crew } people
    Valid until { $until }
quote-unseen = 👁️ Priced without a visit, from your answers and photos. A visit was advised: { $reasons }.
quote-show = 📄 See quote { $number }
quote-show-agreed = ✍️ Quote { $number }, agreement
quote-accept = ✅ Accept
quote-decline = ✖️ Decline
revision-draft = In preparation
revision-sent = 📄 { $number } sent
revision-accepted = ✅ { $number } accepted
revision-declined = ✖️ { $number } declined
revision-superseded = { $number } replaced by a newer one
revision-expired = ⌛ { $number } is no longer valid
quote-expired = This quote was valid until { $until }. Ask us for an update.
quote-agreed = ✅ Thank you! Your agreement to { $number } is recorded. We are planning the work.
quote-refused = Noted, { $number } is declined. Thank you for telling us.
quote-english = 🇬🇧 English copy
quote-english-on-its-way = The translation is on its way.
quote-english-paper = English translation of quote { $number }. Only the French text is binding.
quote-agreement-paper = ✍️ Here is quote { $number } with your agreement. Please keep it.

pdf-access-words = { $floor ->
    [0] ground floor
   *[other] floor { $floor }
  }, { $lift }, { $carry } m to the truck

alert-letter = A message could not be sent: { $detail }
alert-errand = A background job failed ({ $kind }): { $detail }
alert-gone = { $name } no longer gets our messages (bot blocked or account deleted). Please call: { $phone }.
alert-update = { $count ->
    [one] Somebody’s message could not be handled. It is kept for the technical team.
   *[other] { $count } messages could not be handled in 24 hours. They are kept for the technical team.
  }

## Find a request again

command-find = Find a request
find-how = 🔎 Write /find and a word: a number, a company, a street, a person, a thing or a day. For example: <code>/find hoche</code>
find-nothing = 🔎 Nothing contains “{ $text }”.
find-some = { $count ->
        [one] 🔎 One request contains “{ $text }”:
       *[other] 🔎 { $count } requests contain “{ $text }”:
    }
find-more = 🔎 The newest { $count } that contain “{ $text }”. Add a word to see fewer.
