# L’agenda : la journée et la semaine, par personne et par véhicule.

command-today = La journée : qui, où, quel véhicule
command-week = La semaine
schedule-day = 📅 <b>{ $day }</b>
schedule-week = 📆 <b>Semaine du { $first } au { $last }</b>
schedule-picture-week = Semaine du { $first } au { $last }
schedule-jobs = { $count ->
    [0] Aucun chantier.
    [one] 1 chantier.
   *[other] { $count } chantiers.
  }
schedule-to-plan = ❗ À planifier ({ $count }) : { $jobs }
schedule-against = ⛔ { $number } : { $words }
schedule-more = … et { $count } de plus
schedule-free-people = 🟢 Libres ({ $count }) : { $names }
schedule-free-vehicles = 🚐 Véhicules libres ({ $count }) : { $names }
schedule-away = 🗓 Absents ({ $count }) : { $names }
schedule-day-line = { $day } : { $jobs ->
    [0] rien
    [one] 1 chantier
   *[other] { $jobs } chantiers
  } · { $free ->
    [0] personne de libre
    [one] 1 libre
   *[other] { $free } libres
  }{ $mark }
schedule-unassigned = À planifier
schedule-people = Équipe
schedule-vehicles = Véhicules
schedule-free = Libres :
schedule-kind-draft = brouillon
schedule-kind-waiting = publié
schedule-kind-confirmed = confirmé
schedule-kind-under_way = en cours
schedule-kind-done = fait
schedule-kind-away = absent
schedule-kind-conflict = à corriger
schedule-open-week = 📆 Semaine
schedule-open-people = 👥 Par personne
schedule-open-vehicles = 🚐 Par véhicule
schedule-which-person = 👥 <b>Qui ?</b> Semaine du { $first } au { $last }
schedule-which-vehicle = 🚐 <b>Quel véhicule ?</b> Semaine du { $first } au { $last }
schedule-of = <b>{ $name }</b> · semaine du { $first } au { $last }
schedule-of-day = { $day } : { $what }
schedule-of-job = { $hours } { $number } ({ $place })
schedule-of-free = libre
schedule-of-away = absent
schedule-of-off = hors contrat
schedule-of-out = hors service
schedule-drawing = 🖼 Je dessine…
schedule-too-far = Ce jour est trop loin. Choisissez un jour entre le { $first } et le { $last }.
schedule-which-day = Je ne comprends pas ce jour : « { $text } ». Écrivez par exemple : /today 14/12
conflict-crew-incomplete = { $count ->
    [one] il manque 1 personne
   *[other] il manque { $count } personnes
  }
