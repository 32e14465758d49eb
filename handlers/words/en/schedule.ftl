# The schedule: the day and the week, by person and by vehicle.

command-today = The day: who, where, which vehicle
command-week = The week
schedule-day = 📅 <b>{ $day }</b>
schedule-week = 📆 <b>Week from { $first } to { $last }</b>
schedule-picture-week = Week from { $first } to { $last }
schedule-jobs = { $count ->
    [0] No job.
    [one] 1 job.
   *[other] { $count } jobs.
  }
schedule-to-plan = ❗ To be planned ({ $count }): { $jobs }
schedule-against = ⛔ { $number }: { $words }
schedule-more = … and { $count } more
schedule-free-people = 🟢 Free ({ $count }): { $names }
schedule-free-vehicles = 🚐 Free vehicles ({ $count }): { $names }
schedule-away = 🗓 Away ({ $count }): { $names }
schedule-day-line = { $day }: { $jobs ->
    [0] nothing
    [one] 1 job
   *[other] { $jobs } jobs
  } · { $free ->
    [0] nobody free
    [one] 1 free
   *[other] { $free } free
  }{ $mark }
schedule-unassigned = To be planned
schedule-people = Crew
schedule-vehicles = Vehicles
schedule-free = Free:
schedule-kind-draft = draft
schedule-kind-waiting = published
schedule-kind-confirmed = confirmed
schedule-kind-under_way = under way
schedule-kind-done = done
schedule-kind-away = away
schedule-kind-conflict = to be mended
schedule-open-week = 📆 Week
schedule-open-people = 👥 By person
schedule-open-vehicles = 🚐 By vehicle
schedule-which-person = 👥 <b>Who?</b> Week from { $first } to { $last }
schedule-which-vehicle = 🚐 <b>Which vehicle?</b> Week from { $first } to { $last }
schedule-of = <b>{ $name }</b> · week from { $first } to { $last }
schedule-of-day = { $day }: { $what }
schedule-of-job = { $hours } { $number } ({ $place })
schedule-of-free = free
schedule-of-away = away
schedule-of-off = no contract
schedule-of-out = out of service
schedule-drawing = 🖼 Drawing…
schedule-too-far = That day is too far away. Choose a day from { $first } to { $last }.
schedule-which-day = I do not understand this day: “{ $text }”. Write for example: /today 14/12
conflict-crew-incomplete = { $count ->
    [one] 1 person is missing
   *[other] { $count } people are missing
  }
