absence-head = 🗓 <b>Absences</b>
absence-none = Nobody is away.
absence-how = Tap a name, or write for example: /away Karim until Thursday
absence-line = • { $name }: { $when }
absence-cancel = ✖ { $name }: { $when }
absence-nobody = I know nobody of this name: “{ $text }”. Tap a name below.
absence-today = Today
absence-tomorrow = Tomorrow
absence-this-week = This week
absence-half-am = { $day }, morning
absence-half-pm = { $day }, afternoon
absence-from-to = from { $first } to { $last }
absence-kept = 🗓 { $name }: away { $when }. Noted.
absence-touches = { $count ->
    [one] ⚠️ One job is touched: { $numbers }. The group gets what it needs to find a replacement.
   *[other] ⚠️ { $count } jobs are touched: { $numbers }. The group gets what it needs to find replacements.
  }
absence-told = 🗓 { $name } cannot come: { $when }.
absence-undo = ↩ I made a mistake
absence-back = ↩ { $name }: there again ({ $when }). A job that was declined has to be asked again.
absence-sick = 🤒 Ill today
absence-own = 🗓 Not available
absence-list = 🗓 Absences
command-away = Who is away
rejected-expected-absence = { received } When? Tap a day, or write for example: Thursday, 14 to 18 December, tomorrow morning, until Friday.
rejected-absence-backwards = The end is before the start. Write for example: 14 to 18 December.
rejected-absence-long = That is more than a year. Write a year at most.
absence-when = 🗓 When? Tap a day, or write it.
    .name = Away
ownabsence-when = 🗓 When can you not come? Tap a day.
    .name = Away
member-head = 👤 <b>{ $name }</b>
member-roles = { $roles } · { $hours } h a week
member-phone = 📞 { $phone }
member-contract = 📅 Contract until { $until }
member-proof = 📜 { $kind }: until { $until }
member-leave = 🚪 Has left the company
member-leave-sure = Has { $name } left the company? Their rights end at once, their coming jobs look for somebody else, their past jobs stay.
member-leave-yes = 🚪 Yes, for good
member-leave-no = ‹ No
member-left = 🚪 { $name } is no longer in the team.
member-you-left = 👋 You are no longer in the team of { $company }. Thank you for your work.
week-own = 🗓 My next week
week-head = 🗓 <b>Week of { $first }</b>
    ✅ I come · ❌ I do not come
    Tap a day to change it.
week-ok = 👍 That is right
week-done = 👍 <b>Noted. Thank you!</b>
week-change = ✏️ Change
week-told = 🗓 { $name }, week of { $first }: not there { $days }.
week-told-all = 🗓 { $name }, week of { $first }: there every day.
