# Un plan publié change : ce que chacun en lit. Phrases courtes.

## Un plan publié change

plan-arrow = { $icon } { $before } → <b>{ $after }</b>
plan-changed = 🔄 <b>{ $number }</b> · { $when }
plan-move-day = 📅 Autre jour
plan-move-hour = 🕐 Autre heure
plan-move-person = 👷 Remplacer
plan-move-vehicle = 🚚 Autre véhicule
moveday-day = Quel jour à la place ?
    .label = Jour
    .hint = L’équipe est à nouveau interrogée. Vous pouvez aussi écrire une date.
movehour-hour = À quelle heure à la place ?
    .label = Heure
move-which-vehicle = 🚚 { $number } : quel véhicule à la place de { $vehicle } ?
move-no-vehicle = Sans véhicule
move-same = C’est déjà ainsi. Rien n’a changé.
move-past = Le { $day } à { $hour } est déjà passé. Choisissez un autre moment : rien n’a changé.
move-blocked = { $number } : ce changement n’est pas possible, le plan reste comme il est.
move-look = { $number } : regardez ces points. Rien n’a encore changé.
move-anyway = ⚠️ Quand même : { $value }
move-done = ✅ { $number } : changé. Ceux que cela concerne sont prévenus.
move-back = ↩️ Remettre { $value }
move-meanwhile = { $number } : quelqu’un a été plus rapide. Votre changement n’est pas fait.
move-who = { $name }, { $at } :
swap-whom = 👷 { $number } · { $when }
    Qui faut-il remplacer ?
swap-call-first = 📞 L’équipe est en route. Appelez d’abord la personne : elle sera notée comme venant.
swap-now = ✅ { $number } : { $name } remplace { $gone }, tout de suite.
swap-told = { $name } est au courant.
crew-joins-now = 🔁 <b>Vous remplacez quelqu’un, maintenant.</b> { $starts }
crew-leads-now = ★ <b>Vous dirigez ce chantier.</b>

## Publier, et reprendre

plan-published-for = 📢 { $number } : publié pour { $count } { $count ->
        [one] personne
       *[other] personnes
    } et le client.
plan-unpublish = ↩️ Reprendre (2 minutes)
plan-unpublished = ↩️ { $number } : repris. Les messages sont effacés, le plan est un brouillon.
plan-unpublished-short = ↩️ C’est repris.
unpublish-too-late = Trop tard : deux minutes ont passé, ou quelqu’un a répondu. Changez le plan, chacun sera prévenu.
crew-void = ↩️ Oubliez ce message.
client-void = ↩️ { $number } : oubliez ce message, la date vient plus tard.
