# Ce que le client répond à un devis, et ce qui lui est rappelé.

## Ce que le client répond à un devis, après le oui ou le non

quote-change = ✏️ Demander un changement
quote-order = 📎 Bon de commande
quote-undo = ↩ Je me suis trompé
quote-renew = 🔄 Mettre à jour ce devis
quote-order-kept = 📎 Bon de commande : { $reference }
quote-wish-change = ✏️ Changement demandé. Nous vous répondons vite.
quote-wish-agreed = ✏️ Votre changement est accepté. Une nouvelle version du devis suit : c’est elle qu’il faudra accepter.
quote-wish-renew = 🔄 Mise à jour demandée. Nous vous répondons vite.
quote-nudge-follow-up = 👋 Notre devis vous attend. Une question ? Un changement ? Touchez un bouton.
quote-nudge-last-days = ⏳ Ce devis n’est valable que jusqu’au { $until }. Il vous convient toujours ?
change-sent = ✅ Merci, c’est transmis ({ $number }). Nous vous répondons ici.
order-kept = ✅ Bon de commande noté avec { $number }.
renewal-sent = ✅ Merci. Nous mettons { $number } à jour et vous le renvoyons.
undo-done = C’est annulé. Le devis attend votre réponse.
undo-too-late = Cela fait plus d’une heure : votre réponse ne s’annule plus ici. Appelez-nous au { $phone }, nous trouverons une solution.
undo-published = L’équipe est déjà prévenue : votre accord ne s’annule plus ici. Appelez-nous au { $phone }, nous trouverons une solution.
alert-answer-undone = { $state ->
        [accepted] { $name } annule son accord sur { $number }. Rien n’était publié : ne planifiez pas.
       *[other] { $name } annule son refus de { $number }. Le devis est de nouveau ouvert.
    }
request-card-wish-change = ✏️ <b>Changement demandé</b> : répondez, ou envoyez une nouvelle version.
request-card-wish-agreed = ✏️ <b>Changement convenu</b> : révisez le devis. Le client ne peut plus accepter l’ancien.
request-card-wish-renew = 🔄 <b>Mise à jour demandée</b> : { $before } HT, aujourd’hui { $today } HT.
request-card-answer = 💬 Répondre
request-card-send-renewed = 📄 Envoyer le devis à jour

## Les devis qui refroidissent

command-cold = Devis sans réponse
cold-none = Aucun devis ne refroidit. ☀️
cold-head = 🥶 <b>Devis sans signe de vie</b>
cold-line = <b>{ $number }</b> · { $company } · { $amount } HT
    👤 { $person } · 📞 { $phone }
    { $days ->
        [one] Silence depuis 1 jour
       *[other] Silence depuis { $days } jours
    } · { $told ->
        [0] pas encore de relance
        [one] 1 relance
       *[other] { $told } relances
    } · jusqu’au { $until }

## L’accueil du client

home-page = Page { $page } sur { $pages }
home-awaits-answer = 👉 À vous : répondre à notre question
home-awaits-quote = 👉 À vous : répondre au devis
home-awaits-renew = 👉 À vous : mettre le devis à jour, si le projet continue
home-awaits-rate = 👉 À vous : donner votre avis
home-awaits-price = ⏳ À nous : préparer le devis
home-awaits-revision = ⏳ À nous : envoyer la nouvelle version du devis
home-awaits-change = ⏳ À nous : répondre à votre demande de changement
home-awaits-renewal = ⏳ À nous : mettre le devis à jour
home-awaits-plan = ⏳ À nous : fixer le jour
home-awaits-work = ⏳ À nous : faire les travaux
draft-nudge = 📝 Vous avez commencé une demande. Tout est gardé. On continue ?
rest-told = ✅ Demande <b>{ $number }</b> complétée. Elle est prête à chiffrer.
