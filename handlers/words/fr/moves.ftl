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
moveanyway-reason = Pourquoi changer quand même ?
    .label = Raison
    .client_agreed = 🤝 Le client est d’accord
    .crew_agreed = 👷 L’équipe est d’accord
    .settled = 📞 Réglé par téléphone
    .other = 💬 Autre chose
moveanyway-words = Écrivez la raison en quelques mots.
    .label = Raison
move-done = ✅ { $number } : changé. Ceux que cela concerne sont prévenus.
move-back = ↩️ Remettre { $value }
move-meanwhile = { $number } : quelqu’un a été plus rapide. Votre changement n’est pas fait.
move-who = { $name }, { $at } :
swap-whom = 👷 { $number } · { $when }
    Qui faut-il remplacer ?
swap-call-first = 📞 L’équipe est en route. Appelez d’abord la personne : elle sera notée comme venant.
alert-away = ⚠️ ❌ <b>{ $name }</b> ne vient pas · { $number }
    🗓️ { $days } · Le chantier est en cours.
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

## Le client demande un autre jour

day-another = 📅 Un autre jour
anotherday-day = Quel jour vous arrange mieux ?
    .label = Jour
    .hint = Touchez un jour, ou écrivez-le. Nous vous répondons ici : rien ne change avant.
day-asked = ✅ { $number } : nous regardons si { $day } est possible. D’ici là, c’est toujours { $now }.
day-same = C’est déjà ce jour-là. Rien ne change.
day-wanted = 📅 <b>{ $number }</b> : { $name } demande { $day }.
    Prévu : { $now }
day-answer = 📅 Répondre
day-accept = ✅ Accepter { $day }
day-offer = 📅 Proposer un autre jour
day-keep = Garder { $day }
day-nothing = { $number } : aucune demande d’un autre jour n’attend.
day-answered = ✅ { $number } : la demande d’un autre jour a sa réponse.
offerday-day = Quel jour proposer ?
    .label = Jour
    .hint = Le client répond d’un bouton. Vous pouvez aussi écrire une date.
day-offered-office = ✅ { $number } : { $day } est proposé au client.
day-offered = 📅 <b>{ $number }</b> : { $wanted }, ce n’est pas possible. Nous vous proposons <b>{ $day }</b>.
day-yes = ✅ Oui, { $day }
day-kept = 📅 <b>{ $number }</b> : { $wanted }, ce n’est pas possible. Nous venons { $day }, comme prévu.
day-stays = 📅 { $number } : c’est { $day }, comme prévu.
day-agreed = ✅ { $number } : nous venons { $day }.
day-accepted = ✅ { $number } : { $name } accepte { $day }.
day-look-again = { $number } : ce jour n’est plus libre. Nous cherchons, et vous répondons ici.
day-broken = 📅 { $number } : { $name } accepte { $day }, mais le plan ne tient plus ce jour-là :
home-day-asked = 📅 Vous demandez { $day } : réponse à venir.
home-day-offered = 📅 Nous vous proposons { $day } : à vous de répondre.

## Annuler

plan-cancel = ✖ Annuler le chantier
canceljob-reason = Pourquoi annulez-vous ? Le client lit votre réponse.
    .label = Motif
cancel-told = ✖ { $number } : annulé. Ceux qui le savaient sont prévenus.
cancel-stands = ✖ { $number } est annulé.
cancel-reopen = ↩️ Reprendre ce chantier
cancel-reopened = ↩️ { $number } est à nouveau un brouillon. Publiez-le : chacun sera prévenu.
cancel-open = ✖ Annuler
cancel-sure = Annuler <b>{ $number }</b> ?
cancel-free = C’est gratuit.
cancel-fee = C’est tard : <b>{ $percent } %</b> du prix convenu, soit <b>{ $fee }</b> hors TVA.
cancel-yes = Oui, annuler
cancel-no = Non, garder
cancel-done = ✖ { $number } est annulé. Vous ne payez rien.
cancel-done-fee = ✖ { $number } est annulé. Frais : { $percent } %, soit { $fee } hors TVA.
alert-client-cancelled = ✖ { $name } annule { $number }. Frais : { $percent } %, { $fee } hors TVA.
client-cancelled-by = ✖ { $number }, { $address } : annulé par { $name }.
client-cancelled = ✖ <b>{ $number }</b>, { $address } : nous devons annuler.
    { $reason }
crew-cancelled = ⏹️ <b>{ $number } · { $when } : annulé.</b> Ne venez pas.

## S’écrire, et tout retrouver

client-write = ✉️ Nous écrire
write-client = ✉️ Écrire au client
writing-text = Qu’avez-vous à nous dire ?
    .label = Message
    .hint = Des mots, des photos ou un fichier. Un coordinateur vous lit.
history-head = 📚 <b>Vos demandes et leurs documents</b>
