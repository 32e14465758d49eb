# What clients answer to a quote, and what they are reminded of.

## What a client answers to a quote, after yes or no

quote-change = ✏️ Ask for a change
quote-order = 📎 Purchase order
quote-undo = ↩ That was a mistake
quote-renew = 🔄 Update this quote
quote-order-kept = 📎 Purchase order: { $reference }
quote-wish-change = ✏️ Change requested. We will answer soon.
quote-wish-agreed = ✏️ Your change is agreed. A new version of the quote follows: that is the one to accept.
quote-wish-renew = 🔄 Update requested. We will answer soon.
quote-nudge-follow-up = 👋 Our quote is waiting for you. A question? A change? Tap a button.
quote-nudge-last-days = ⏳ This quote is only valid until { $until }. Is it still right for you?
change-sent = ✅ Thank you, we have it ({ $number }). We will answer here.
order-kept = ✅ Purchase order kept with { $number }.
renewal-sent = ✅ Thank you. We will update { $number } and send it to you.
undo-done = Undone. The quote is waiting for your answer.
undo-too-late = More than an hour has passed: your answer can no longer be taken back here. Call us on { $phone } and we will find a way.
undo-published = The crew has been told: your agreement can no longer be taken back here. Call us on { $phone } and we will find a way.
alert-answer-undone = { $state ->
        [accepted] { $name } takes back the agreement to { $number }. Nothing was published: do not plan it.
       *[other] { $name } takes back the refusal of { $number }. The quote is open again.
    }
request-card-wish-change = ✏️ <b>Change requested</b>: answer, or send a new version.
request-card-wish-agreed = ✏️ <b>Change agreed</b>: revise the quote. The client cannot accept the old one.
request-card-wish-renew = 🔄 <b>Update requested</b>: { $before } excl. VAT, today { $today } excl. VAT.
request-card-answer = 💬 Answer
request-card-send-renewed = 📄 Send the updated quote

## Quotes that go cold

command-cold = Quotes without an answer
cold-none = No quote is going cold. ☀️
cold-head = 🥶 <b>Quotes gone quiet</b>
cold-line = <b>{ $number }</b> · { $company } · { $amount } excl. VAT
    👤 { $person } · 📞 { $phone }
    { $days ->
        [one] Silent for 1 day
       *[other] Silent for { $days } days
    } · { $told ->
        [0] no follow-up yet
        [one] 1 follow-up
       *[other] { $told } follow-ups
    } · until { $until }

## The client’s home

home-page = Page { $page } of { $pages }
home-awaits-answer = 👉 You: answer our question
home-awaits-quote = 👉 You: answer the quote
home-awaits-renew = 👉 You: update the quote, if the project goes on
home-awaits-rate = 👉 You: tell us what you think
home-awaits-price = ⏳ Us: prepare the quote
home-awaits-revision = ⏳ Us: send the new version of the quote
home-awaits-change = ⏳ Us: answer your change request
home-awaits-renewal = ⏳ Us: update the quote
home-awaits-plan = ⏳ Us: choose the day
home-awaits-work = ⏳ Us: do the work
draft-nudge = 📝 You started a request. Everything is saved. Shall we carry on?
rest-told = ✅ Request <b>{ $number }</b> completed. It can be priced now.
