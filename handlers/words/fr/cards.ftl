# Ce que le bot dit hors des questions.

language-name = 🇫🇷 Français
choose-language = 👋 Bonjour ! Welcome!

    Quelle langue ? Which language?
language-chosen = ✅ Français.
yes = oui
no = non
stale = C’est déjà répondu 👍
not-yours = Ce bouton n’est pas pour vous.
changed-meanwhile = Cela a changé entre-temps. Regardez la carte à jour.
decided = { $number } : c’est déjà décidé. { $state }
sorry = 🔧 Quelque chose n’a pas marché de notre côté. Rien n’est perdu : réessayez, nous sommes prévenus.
edited-message = ✏️ Je ne relis pas les messages modifiés. Pour changer une réponse, touchez « Retour », ou « Changer une réponse » à la fin.
not-understood = Je n’ai pas compris. Voici où vous en êtes :
question-below = 👇 La question est juste en dessous.
cancelled = ✖ Arrêté. Rien n’a été envoyé.
cancelled-back = Vos réponses sont gardées.
draft-back = ↩ Reprendre
draft-open = { $form ->
        [request] 📝 Vous avez une demande en cours{ $place }.
        [registration] 📝 Votre inscription est commencée.
        [planning] 📝 Vous avez un plan en cours.
       *[other] 📝 Vous avez une réponse en cours.
    } Tout est gardé. On continue ?
draft-go-on = ▶️ Continuer
draft-anew = 🗑 Tout recommencer
draft-drop = 🗑 Abandonner
draft-resumed = 📝 On reprend là où vous étiez.
nothing-to-cancel = Il n’y a rien à annuler.
form-done = ✅ Merci !
new-request = ➕ Nouvelle demande

command-start = Commencer
command-new = Nouvelle demande de devis
command-status = Où en est-on ?
command-history = Vos documents
command-help = Aide
command-language = Langue / Language
command-cancel = Annuler la saisie
command-privacy = Vos données

privacy-notice = 🔒 { $company } utilise votre nom, votre téléphone, votre entreprise et vos photos pour préparer et faire votre débarras, et rien d’autre. Nous les gardons tant que vous n’en demandez pas l’effacement. Pour les voir, les corriger ou les faire effacer, écrivez à { $email } : une personne s’en charge. Telegram garde aussi vos messages.

help-newcomer = Je prépare votre devis de débarras en quelques minutes. Touchez /start.
help-client = 📋 /new : demander un devis
    📍 /status : où en sont vos demandes
    📚 /history : vos devis, accords et comptes rendus
    👥 /invite : inviter un collègue, si vous gérez l’entreprise
    🔗 /poster : une affiche avec QR code pour un chantier
    ❌ /cancel : arrêter la saisie
    🌍 /language : changer de langue
help-crew = 📅 /status : vos prochains jours
    🌍 /language : changer de langue
    📞 Un souci ? Appelez votre chef d’équipe.
help-coordinator = 📋 /status : ce qui attend une décision
    📅 /today : la journée · 📆 /week : la semaine
    🔎 /find : retrouver une demande
    🥶 /cold : les devis sans réponse
    👷 /crew : l’équipe et les invitations
    🗓 /away : qui est absent, jusqu’à quand
    🔤 /words : les mots des listes à apprendre
    🔗 /poster : une affiche avec QR code
    Les demandes arrivent dans le groupe. Les boutons bleus ouvrent ce chat privé.
help-call = 📞 Une question ? { $who } vous répond : { $phone }
help-group = Ici arrivent les demandes et les alertes. Touchez les boutons des cartes.
group-offer = 👋 Bonjour. Est-ce ici que les demandes et les alertes doivent arriver ? Sinon, je me tais.
group-choose = ✅ Oui, ce groupe
group-chosen = ✅ Les demandes et les alertes arrivent dans ce groupe. Donnez-moi le droit d’écrire et d’épingler.
group-undo = ↩ Annuler
group-replaced = ℹ️ Les demandes arrivent désormais dans un autre groupe, choisi par un administrateur.
group-back = ↩ Les demandes arrivent de nouveau dans le groupe d’avant.
group-again = ℹ️ Les demandes arrivent de nouveau ici.
group-none = ↩ Ce groupe ne reçoit plus rien. Aucun groupe n’est choisi : les coordinateurs reçoivent les demandes en privé.
group-unreachable = ⚠️ Je ne peux plus écrire dans le groupe de coordination. Ajoutez-moi au groupe, ou donnez-moi le droit d’écrire, puis envoyez /status dans le groupe. Jusque-là, je vous écris ici.
request-without-group = 📥 Nouvelle demande <b>{ $number }</b>. Le groupe de coordination ne peut pas être joint : vous la recevez ici.
message-without-group = 💬 Un client a écrit au sujet de <b>{ $number }</b>. Le groupe de coordination ne peut pas être joint : vous le lisez ici.
show-waiting = 📋 Voir ce qui attend
anonymous-status = Vous écrivez au nom du groupe : je ne vois pas qui vous êtes. Écrivez en votre nom pour voir ce qui attend.
id-person = Votre numéro Telegram : <code>{ $id }</code>
id-group = Le numéro de ce groupe : <code>{ $id }</code>

registered = ✅ Merci { $name }. { $company } est enregistrée.
first-words-kept = 📝 Je garde ce que vous avez écrit comme note de votre demande : « { $text } ». Vous pourrez la changer avant l’envoi.
first-files-kept = { $count ->
        [one] 📎 Je garde aussi votre fichier pour cette demande.
       *[other] 📎 Je garde aussi vos { $count } fichiers pour cette demande.
    }
request-sent = ✅ Demande <b>{ $number }</b> envoyée. Nous préparons votre devis.
home-client = 🏢 <b>{ $company }</b>
home-nothing = Aucune demande pour l’instant.
home-request = 📦 <b>{ $number }</b> · { $address }
home-crew = 👷 Bonjour { $name }
home-no-job = Rien de prévu pour l’instant.
home-coordinator = 🗂️ <b>À suivre</b>
home-waiting-request = <b>{ $number }</b> · { $state } · { $amount } HT
home-unpriced = <b>{ $number }</b> · { $state }
home-quiet = Tout est à jour. ☕

request-state-submitted = 🕐 Reçue, devis en préparation
request-state-quoted = 📄 Devis envoyé, réponse attendue
request-state-accepted = ✅ Acceptée
request-state-declined = ✖️ Devis refusé
request-state-refused = 🚫 Refusée

request-card-photos = 📷 { $number }
request-card-caption = { $number }. { $text }
request-card-request = 📥 <b>{ $number }</b> · { $activity }
    🏢 { $company }
    👤 { $name } · { $phone }
    📍 { $address }, { $town }
request-card-no-siret = 🪪 SIRET pas encore donné : il est demandé avant l’accord.
request-card-far = 🗺️ Hors de notre zone habituelle : département { $department }
request-card-address-unknown = ⚠️ <b>Adresse à confirmer</b> : l’annuaire national ne la trouve pas.
request-card-address-like = ⚠️ <b>Adresse à confirmer</b>. L’annuaire national propose : { $found }
request-card-map = 🗺️ Carte
request-card-site = 🏗️ Étage { $floor } · Ascenseur : { $lift } · { $carry } m · { $parking } · Occupé : { $occupied }
    📅 du { $earliest } au { $deadline }
inventory-line = • { $quantity } × { $item } ({ $condition })
inventory-more = { $count ->
        [one] … et 1 autre ligne
       *[other] … et { $count } autres lignes
    }
request-card-estimate = 📦 { $volume } m³ · ⚖️ { $weight } kg · 🕐 { $hours } de travail · { $days } j × { $crew }
request-card-price = 💶 <b>{ $excl } HT</b> · { $incl }
request-card-note = 📝 { $note }
request-card-message-client = 💬 Client : { $text }
request-card-messages-more = { $count ->
        [one] … et 1 message plus ancien
       *[other] … et { $count } messages plus anciens
    }
request-card-message-us = 💬 Nous : { $text }
request-card-agreed = ✍️ Accord de { $name }, { $role }
request-card-reason = Motif : { $reason }
request-card-send-quote = 📄 Envoyer le devis
request-card-ask = ❓ Demander
request-card-refuse = 🚫 Refuser
request-card-plan = 📅 Planifier
quote-on-its-way = Le devis part chez le client.

question-sent = ✅ Question envoyée pour { $number }.
refusal-sent = ✅ Refus envoyé pour { $number }.
client-question = ❓ <b>{ $number }</b>

    { $text }
client-reply = 💬 Répondre
client-answer = 💬 <b>{ $number }</b>

    { $text }
client-answer-agreed = 💬 <b>{ $number }</b> : d’accord pour votre changement. Une nouvelle version du devis suit ; celle-ci ne s’accepte plus.

    { $text }
client-answer-kept = 💬 <b>{ $number }</b> : le devis reste tel quel.

    { $text }
answer-sent = ✅ Réponse envoyée pour { $number }.
message-about-which = { $count ->
    [one] De quelle demande s’agit-il ? Touchez-la, et je transmets votre message à l’équipe.
   *[other] De quelle demande s’agit-il ? Touchez-la, et je transmets vos { $count } messages à l’équipe.
  }
message-about-none = 🚫 Aucune de ces demandes
message-left-aside = D’accord : rien n’a été transmis.
reply-sent = ✅ Merci, c’est transmis ({ $number }).
client-refused = Nous ne pouvons pas faire la demande <b>{ $number }</b>.
    Motif : { $reason }
client-refused-words = 💬 { $words }

quote-card = 📄 <b>Devis { $number }</b>
    <b>{ $excl } HT</b> · { $incl } TTC
    🕐 { $hours } de travail · { $days } j × { $crew } personnes
    Valable jusqu’au { $until }
quote-unseen = 👁️ Prix fait sans visite, sur vos réponses et vos photos. Une visite était conseillée : { $reasons }.
quote-show = 📄 Voir le devis { $number }
quote-show-agreed = ✍️ Devis { $number }, accord
quote-accept = ✅ Accepter
quote-decline = ✖️ Refuser
revision-draft = En préparation
revision-sent = 📄 { $number } envoyé
revision-accepted = ✅ { $number } accepté
revision-declined = ✖️ { $number } refusé
revision-superseded = { $number } remplacé par un plus récent
revision-expired = ⌛ { $number } n’est plus valable
quote-expired = Ce devis était valable jusqu’au { $until }. Demandez-nous une mise à jour.
quote-agreed = ✅ Merci ! Votre accord sur { $number } est enregistré. Nous planifions les travaux.
quote-refused = C’est noté, { $number } est refusé. Merci de nous l’avoir dit.
quote-english = 🇬🇧 Copie en anglais
quote-english-on-its-way = La traduction arrive.
quote-english-paper = Traduction anglaise du devis { $number }. Seul le texte français engage.
quote-agreement-paper = ✍️ Voici le devis { $number } avec votre accord. Gardez-le.

pdf-access-words = { $floor ->
    [0] rez-de-chaussée
   *[other] étage { $floor }
  }, { $lift }, { $carry } m jusqu’au camion

alert-letter = Un message n’a pas pu être envoyé : { $detail }
alert-errand = Un travail de fond a échoué ({ $kind }) : { $detail }
alert-gone = { $name } ne reçoit plus nos messages (bot bloqué ou compte supprimé). Appelez : { $phone }.
alert-update = { $count ->
    [one] Un message d’une personne n’a pas pu être traité. Il est gardé pour l’équipe technique.
   *[other] { $count } messages n’ont pas pu être traités en 24 heures. Ils sont gardés pour l’équipe technique.
  }

## Retrouver une demande

command-find = Retrouver une demande
find-how = 🔎 Écrivez /find et un mot : un numéro, une entreprise, une rue, une personne, un objet ou un jour. Par exemple : <code>/find hoche</code>
find-nothing = 🔎 Rien ne contient « { $text } ».
find-some = { $count ->
        [one] 🔎 Une demande contient « { $text } » :
       *[other] 🔎 { $count } demandes contiennent « { $text } » :
    }
find-more = 🔎 Les { $count } plus récentes qui contiennent « { $text } ». Ajoutez un mot pour en voir moins.
