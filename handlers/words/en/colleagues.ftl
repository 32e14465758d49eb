# Several people of one company: the link, the list, who leads.

command-invite = Invite a colleague

invitation-open = 🔗 Your invitation link: { $uses } of { $most } places taken, good until { $until }. Every colleague who follows it sees the requests and quotes of your company.
invitation-link = 👋 { $company } invites you to follow its requests and quotes with { $ours }. Touch this link:
    { $link }
invitation-cut-it = 🚫 End the link
invitation-replace = 🔗 New link (the old one stops working)
invitation-new = 🔗 New link
invitation-cut = 🚫 The link has ended. Those who came in stay.
invitation-hello = 👋 You are joining <b>{ $company }</b>{ $siret ->
        [none] {""}
       *[other] {" "}(SIRET { $siret })
    }. Only your name and phone are missing.
invitation-welcome = ✅ Welcome { $name }! You now see the requests and quotes of { $company }.
invitation-spent = This link does not work any more: it is too old, full or ended. Ask your colleague for a new one, or touch /new to register with your SIRET.
invitation-inside = 👍 You are in this company already. Touch /status to see where your requests stand.
invitation-for-others = This link is for new people. Nothing changes for you.

colleague-notice = Before we start: have you read how we use your data?
    .read = ✅ I understand
colleague-name = What is your name?
    .label = Name
colleague-phone = Your phone number? Tap the button at the bottom of the screen.
    .label = Phone

team-open = 👥 Colleagues
team-head = 👥 <b>{ $company }</b> · { $count ->
        [one] you are alone in the bot
       *[other] { $count } people
    }
    ★ leads the company. Touch a name to change something.
team-link = 🔗 Invite a colleague
team-mate = <b>{ $name }</b> · { $phone }
    { $state ->
        [lead] ★ Leads the company in the bot.
        [gone] 📵 Has blocked the bot: I cannot write to them.
       *[other] Sees and sends the company’s requests.
    }
team-share = ★ Lead together
team-hand-over = 🤝 Hand over
team-put-out = 🚫 Remove from the company
team-leave = 🚫 Leave the company
team-back = ◀ Back
team-last = Somebody must lead the company: hand over first.
team-unreached = This person has blocked the bot: I cannot write to them.
team-shared = ★ { $name } leads the company with you.
team-handed-over = 🤝 { $name } leads the company in your place.
team-you-lead = ★ { $name } has made you a lead of { $company } here: you may invite, remove and let in. Touch /invite to invite a colleague.
team-is-out = 🚫 { $name } sees nothing of the company any more. Their requests are yours now.
team-is-out-link = 🚫 { $name } sees nothing of the company any more. Their requests are yours now. The invitation link has ended too: touch /invite for a new one.
team-you-are-out = 👋 You are no longer in { $company } here: its requests and quotes are not shown to you any more. Thank you for everything! If that is a mistake, talk to your colleague or call us on { $phone }.
team-told = 👥 { $name } is no longer in { $company }. { $heir } follows their requests now.
