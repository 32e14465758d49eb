absence-head = 🗓 <b>Absences</b>
absence-none = Personne n’est absent.
absence-how = Touchez un nom, ou écrivez par exemple : /absence Karim jusqu’à jeudi
absence-line = • { $name } : { $when }
absence-cancel = ✖ { $name } : { $when }
absence-nobody = Je ne connais personne de ce nom : « { $text } ». Touchez un nom ci-dessous.
absence-today = Aujourd’hui
absence-tomorrow = Demain
absence-this-week = Cette semaine
absence-half-am = { $day }, le matin
absence-half-pm = { $day }, l’après-midi
absence-from-to = du { $first } au { $last }
absence-kept = 🗓 { $name } : absent { $when }. C’est noté.
absence-touches = { $count ->
    [one] ⚠️ Un chantier est touché : { $numbers }. Le groupe reçoit de quoi trouver un remplaçant.
   *[other] ⚠️ { $count } chantiers sont touchés : { $numbers }. Le groupe reçoit de quoi trouver des remplaçants.
  }
absence-told = 🗓 { $name } ne peut pas venir : { $when }.
absence-undo = ↩ Je me suis trompé
absence-back = ↩ { $name } : de nouveau là ({ $when }). Si un chantier a été refusé, il faut le redemander.
absence-sick = 🤒 Malade aujourd’hui
absence-own = 🗓 Pas disponible
absence-list = 🗓 Absences
command-away = Qui est absent
rejected-expected-absence = { received } Quand ? Touchez un jour, ou écrivez par exemple : jeudi, du 14 au 18 décembre, demain matin, jusqu’à vendredi.
rejected-absence-backwards = La fin est avant le début. Écrivez par exemple : du 14 au 18 décembre.
rejected-absence-long = C’est plus d’un an. Écrivez un an au plus.
absence-when = 🗓 Quand ? Touchez un jour, ou écrivez-le.
    .name = Absent
ownabsence-when = 🗓 Quand ne venez-vous pas ? Touchez un jour.
    .name = Absent
member-head = 👤 <b>{ $name }</b>
member-roles = { $roles } · { $hours } h par semaine
member-phone = 📞 { $phone }
member-contract = 📅 Contrat jusqu’au { $until }
member-proof = 📜 { $kind } : jusqu’au { $until }
member-leave = 🚪 A quitté l’entreprise
member-leave-sure = { $name } a quitté l’entreprise ? Ses droits s’arrêtent tout de suite, ses chantiers à venir cherchent un remplaçant, ses chantiers passés restent.
member-leave-yes = 🚪 Oui, pour toujours
member-leave-no = ‹ Non
member-left = 🚪 { $name } n’est plus dans l’équipe.
member-you-left = 👋 Vous n’êtes plus dans l’équipe de { $company }. Merci pour votre travail.
week-own = 🗓 Ma semaine prochaine
week-head = 🗓 <b>Semaine du { $first }</b>
    ✅ je viens · ❌ je ne viens pas
    Touchez un jour pour changer.
week-ok = 👍 C’est bon
week-done = 👍 <b>Noté. Merci !</b>
week-change = ✏️ Changer
week-told = 🗓 { $name }, semaine du { $first } : pas là { $days }.
week-told-all = 🗓 { $name }, semaine du { $first } : là tous les jours.
