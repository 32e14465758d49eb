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
