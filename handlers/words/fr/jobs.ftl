# Les chantiers : planifier, confirmer, partir, compter, rendre compte. Phrases courtes.

command-crew = Équipe et invitations

## Planifier

planning-day = Quel jour commence-t-on ?
    .label = Jour
    .hint = Les jours ouvrés que le client propose. Vous pouvez aussi écrire une date.
planning-hour = À quelle heure ?
    .label = Heure
planning-crew = Qui y va ? Touchez les noms, puis « Terminé ».
    .label = Équipe
    .hint = ★ peut diriger · ⛔ ne peut pas venir
planning-leader = Qui dirige ?
    .label = Chef d’équipe
planning-vehicle = Avec quel véhicule ?
    .label = Véhicule

planning-team = ⭐ Équipe { $number }
planning-why = ❓ Pourquoi pas les autres ?
proposals-head = ⭐ <b>Équipes proposées</b> (c’est vous qui décidez)
proposals-none = ⭐ Aucune équipe possible ce jour-là sans enfreindre une règle. Choisissez un autre jour ou une autre heure, ou à la main.
proposal = <b>{ $number }.</b> { $names }
proposal-balance = ⚖️ durs·loin·tôt en 4 semaines : { $balance }
left-out-head = ❓ <b>Dans aucune équipe</b>
reason-knows = 🤝 { $names } : { $count ->
        [one] connaît ce client
       *[other] connaissent ce client
    }
reason-turn-hard = 🏋️ { $most ->
        [0] aucun chantier dur depuis 4 semaines
        [one] au plus 1 chantier dur en 4 semaines
       *[other] au plus { $most } chantiers durs en 4 semaines
    }
reason-turn-far = 🛣️ { $most ->
        [0] aucun chantier loin depuis 4 semaines
        [one] au plus 1 chantier loin en 4 semaines
       *[other] au plus { $most } chantiers loin en 4 semaines
    }
reason-turn-early = 🌅 { $most ->
        [0] aucun chantier tôt depuis 4 semaines
        [one] au plus 1 chantier tôt en 4 semaines
       *[other] au plus { $most } chantiers tôt en 4 semaines
    }
reason-spares = 🎓 garde { $count ->
        [one] 1 personne aux compétences rares
       *[other] { $count } personnes aux compétences rares
    }
reason-free = ✅ tous sont libres
reason-holds = 📦 { $volume } m³ sur { $holds }
reason-clean = ✅ aucune règle enfreinte
reason-soft = ⚠️ { $rules }
reason-no-team = aucune équipe possible
reason-more-hard = { $count ->
        [one] 1 chantier dur
       *[other] { $count } chantiers durs
    } en 4 semaines, l’équipe 1 { $most ->
        [0] aucun
       *[other] { $most } au plus
    }
reason-more-far = { $count ->
        [one] 1 chantier loin
       *[other] { $count } chantiers loin
    } en 4 semaines, l’équipe 1 { $most ->
        [0] aucun
       *[other] { $most } au plus
    }
reason-more-early = { $count ->
        [one] 1 chantier tôt
       *[other] { $count } chantiers tôt
    } en 4 semaines, l’équipe 1 { $most ->
        [0] aucun
       *[other] { $most } au plus
    }
reason-kept-free = à garder pour : { $skills }
reason-others-know = { $names } : { $count ->
        [one] connaît ce client
       *[other] connaissent ce client
    }
reason-as-good = conviendrait aussi

plan-not-yet = Il n’y a pas encore de chantier à planifier ici.
plan-draft = 📅 <b>Plan { $number }</b>
    📍 { $address }
    🗓️ { $when }
    🕐 { $starts } → { $ends } · { $hours } par personne et par jour
    👷 { $crew }
    🚚 { $vehicle }
plan-blocked = Ce plan n’est pas possible. Changez ce qui bloque (⛔).
plan-more-against = … et { $count } autres points
plan-not-here = 📵 Pas dans le bot, à prévenir par téléphone : { $names }
plan-look-again = Regardez les points ⚠️, puis publiez quand même ou changez.
plan-publish = 📢 Publier
plan-publish-anyway = ⚠️ Publier quand même
plan-published = 📢 Publié. L’équipe et le client sont prévenus.
plan-again = ✏️ Changer ce plan
plan-change-day = ✏️ Jour
plan-change-hour = ✏️ Heure
plan-change-crew = ✏️ Équipe
plan-change-leader = ✏️ Chef
plan-change-vehicle = ✏️ Véhicule
plan-more-days = … et encore { $count } jours
plan-days = 📆 Jours, personnes, véhicules
shape-head = 📆 <b>Jours</b> · { $number }
shape-day = 🗓️ <b>{ $on }</b> · { $starts } → { $ends } · { $hours }
    👷 { $names }
shape-add = ➕ Jour
shape-vehicles = 🚚 Véhicules
shape-days = ‹ Jours
shape-out = 🗑️ Retirer
shape-day-before = ◀ Un jour plus tôt
shape-day-after = Un jour plus tard ▶
shape-earlier = 🕐 − 30 min
shape-later = 🕐 + 30 min
shape-shorter = ⏱️ − 30 min de travail
shape-longer = ⏱️ + 30 min de travail
plan-papers = 📄 Documents
plan-in-spite-of = ⚠️ Publié malgré : { $rules }
    💬 { $reason }
papers = 📄 <b>Documents</b> · { $number }
    Touchez ce qui est là, ou envoyé.
papers-none = 📄 { $number } : ce chantier ne demande aucun document avant.
papers-since = ☑ { $paper } · { $on }
job-paper-safety_plan = Plan de prévention ou PPSPS
job-paper-asbestos = Repérage amiante
job-paper-permit = Autorisation de stationner : demande envoyée
job-paper-names = Noms de l’équipe : envoyés
job-paper-insurance = Assurance, attestation de vigilance
override-reason = Pourquoi publier quand même ?
    .label = Raison
    .client_agreed = 🤝 Le client est d’accord
    .crew_agreed = 👷 L’équipe est d’accord
    .settled = 📞 Réglé par téléphone
    .other = 💬 Autre chose
override-words = Écrivez la raison en quelques mots.
    .label = Raison
job-days = du { $first } au { $last } ({ $days } jours)

## Ce qui s’oppose à un plan

conflict-already-booked = { $name } est déjà sur { $number } le { $on }.
conflict-vehicle-already-booked = { $name } est déjà sur { $number } le { $on }.
conflict-away = { $name } n’est pas là le { $on }.
conflict-certificate-missing = { $name } n’a pas : { $certificate }.
conflict-certificate-expired = { $name } : { $certificate }, valable jusqu’au { $on } seulement.
conflict-contract-ended = Le contrat de { $name } finit le { $on }.
conflict-too-many-hours-a-day = { $name } ferait { $hours } le { $on }. Maximum : { $limit } par jour.
conflict-span-too-long = La journée de { $name } durerait { $hours } le { $on }. Maximum : { $limit }.
conflict-rest-too-short = { $name } n’aurait que { $hours } de repos avant le { $on }. Minimum : { $limit }.
conflict-too-many-hours-a-week = { $name } ferait { $hours } dans la semaine du { $on }. Maximum : { $limit }.
conflict-crew-too-small = Il faut au moins { $needed } personnes. Il y en a { $count }.
conflict-no-leader = Il manque un chef d’équipe.
conflict-vehicle-out-of-service = { $vehicle } n’est pas en service le { $on }.
conflict-inspection-expired = Contrôle technique de { $vehicle } valable jusqu’au { $on } seulement.
conflict-no-driver = Personne ne peut conduire : { $vehicle }.
conflict-over-contract-hours = { $name } ferait { $hours } dans la semaine du { $on }. Son contrat : { $limit }.
conflict-not-a-working-day = Le { $on } n’est pas un jour ouvré.
conflict-no-first-aider = Personne dans l’équipe n’est secouriste (SST).
conflict-medical-date-over = La visite médicale de { $name } n’est valable que jusqu’au { $on }.
conflict-no-break = { $name } ferait { $hours } d’affilée le { $on }, sans pause.
conflict-average-too-high = { $name } ferait { $hours } par semaine en moyenne sur 12 semaines, jusqu’à la semaine du { $on }. Maximum : { $limit }.
conflict-weekly-rest-too-short = { $name } n’aurait que { $hours } de repos d’affilée dans la semaine du { $on }. Minimum : { $limit }.
conflict-too-many-days-in-a-row = { $name } ferait { $count } jours d’affilée à partir du { $on }. Maximum : { $most }.
conflict-first-of-may = Le { $on }, c’est le 1er mai : personne ne travaille.
conflict-day-crew-too-small = Le { $on }, il faut au moins { $needed } personnes. Il y en a { $count }.
conflict-day-without-leader = Le { $on }, il manque un chef d’équipe.
conflict-day-without-driver = Le { $on }, personne ne peut conduire : { $vehicle }.
conflict-heavy-item-without-people = { $item } : il faut { $needed } personnes. Il y en a { $count }.
conflict-vehicle-overloaded = Surcharge : { $weight } kg à emporter. Les véhicules peuvent porter { $may } kg ({ $trips ->
        [one] 1 voyage
       *[other] { $trips } voyages
    }).
conflict-vehicle-too-high = { $vehicle } fait { $height } m de haut. Le site laisse passer { $highest } m.
conflict-vehicle-too-heavy = { $vehicle } pèse { $tonnes } t plein. Le site supporte { $heaviest } t.
conflict-glass-without-frame = { $area } m² de verre, et aucun véhicule avec un chevalet.
conflict-before-earliest-day = Le { $on } est avant le premier jour du client ({ $earliest }).
conflict-after-deadline = Le travail finit le { $on }, après la date limite du client ({ $deadline }).
conflict-other-than-quoted = Le devis prévoit { $quoted } { $quoted ->
        [one] jour
       *[other] jours
    } et { $limit } de travail. Le plan : { $count } { $count ->
        [one] jour
       *[other] jours
    } et { $hours }.
conflict-site-closed = Le { $on }, le travail dépasse l’ouverture du site ({ $opening }).
conflict-permit-too-late = Autorisation de stationner : il fallait la demander à la mairie avant le { $by }.
conflict-names-too-late = Noms de l’équipe : le site les voulait avant le { $by }.
conflict-paper-missing = Pas encore là : { $paper }.
conflict-no-vehicle = Pas de véhicule, et il y a des choses à emporter.
conflict-vehicle-too-small = { $volume } m³ à charger. Les véhicules contiennent { $holds } m³ ({ $trips ->
        [one] 1 voyage
       *[other] { $trips } voyages
    }).

short-away = absent
short-certificate-missing = carte
short-certificate-expired = carte finie
short-contract-ended = fin contrat
short-too-many-hours-a-day = plus de 10 h
short-span-too-long = trop long
short-rest-too-short = repos
short-too-many-hours-a-week = plus de 48 h
short-already-booked = sur un autre chantier
short-medical-date-over = visite médicale
short-no-break = pas de pause
short-average-too-high = plus de 44 h en moyenne
short-weekly-rest-too-short = repos de la semaine
short-too-many-days-in-a-row = plus de 6 jours d’affilée
short-over-contract-hours = heures en plus
short-not-a-working-day = jour non ouvré
short-before-earliest-day = avant les jours du client
short-after-deadline = après la date limite
short-other-than-quoted = autrement que le devis
short-site-closed = site fermé
short-permit-too-late = autorisation en retard
short-names-too-late = noms en retard
short-paper-missing = document manquant
short-no-vehicle = pas de véhicule
short-vehicle-too-small = véhicule trop petit
short-no-first-aider = pas de secouriste

certificate-CARTE_BTP = carte BTP
certificate-SST = secourisme (SST)
certificate-LICENCE_C1 = permis C1
certificate-LICENCE_C = permis C

## Le chantier, pour les coordinateurs

job-state-draft = ✏️ À planifier
job-state-published = 🕐 Publié, réponses attendues
job-state-confirmed = ✅ Équipe complète
job-state-en_route = 🚚 En route
job-state-on_site = 📍 Sur place
job-state-done = 🏁 Fini, compte rendu en préparation
job-state-reported = 📄 Compte rendu envoyé
job-state-cancelled = ⏹️ Annulé

request-card-job = 🛠️ Chantier <b>{ $number }</b>
job-card-job = 🛠️ <b>{ $number }</b> · { $request }
    🏢 { $company }
    📍 { $address }
    🗓️ { $when } · 🕐 <b>{ $starts }</b>
    🚚 { $vehicle }
job-card-member = { $mark } { $name }
job-card-en-route = 🚚 { $at } en route
job-card-arrived = 📍 { $at } sur place
job-card-done = 🏁 { $at } fini
job-card-photos = 📷 avant { $before } · après { $after }
job-card-rating = Le client : { $stars }
job-card-replace = 🔁 Remplacer { $name }
job-card-change = ✏️ Changer le plan
job-card-report = 📄 Compte rendu { $number }

alert-declined = ⚠️ ❌ <b>{ $name }</b> ne vient pas · { $number }
    🗓️ { $when } · { $starts }
alert-unconfirmed = { $number }, { $day } : pas encore de réponse de { $names }.

alert-undone = ✅ { $name } vient finalement.
alert-replaced = ✅ { $other } remplace { $name }.

swap-who = 🔁 Qui remplace <b>{ $name }</b> ? { $number }
    🗓️ { $when } · { $starts }
swap-note = { $name } : { $note }
swap-no-one = Personne de libre et de qualifié pour remplacer <b>{ $name }</b> ({ $number }).
    🗓️ { $when } · { $starts }
    Changez le plan, ou appelez.
swap-nobody-gone = { $number } : il n’y a personne à remplacer.
swap-done = ✅ { $number } : { $name } remplace { $gone }. La question est posée.
swap-asked = { $name } reçoit la question.

## L’équipe, pour les coordinateurs

roster-head = 👷 <b>Équipe</b>
roster-joined = ✅ { $name }
roster-waiting = 📵 { $name } — pas encore dans le bot
roster-invite = 🔗 Inviter { $name }
roster-link = 👷 { $name }, touchez ce lien pour recevoir vos chantiers :
    { $link }

    Il marche une fois, jusqu’au { $until }.
roster-pass-on = Transférez ce message.
roster-joined-already = Cette personne est déjà là.

## Rejoindre l’équipe

joining-hello = 👋 Bonjour { $name } ! Ici, vous recevez vos chantiers avec { $company }.
joining-phone = 📱 Touchez le bouton en bas pour envoyer <b>votre</b> numéro.
    .label = Téléphone
joining-done = ✅ C’est bon, { $name }. Vos chantiers arrivent ici.
joining-spent = Ce lien ne marche plus. Demandez-en un nouveau à votre responsable.
joining-already = Vous êtes déjà dans l’équipe.
joining-told = 👷 ✅ { $name } a rejoint le bot.

## La carte de l’équipe

crew-card = 🕐 <b>{ $starts }</b>
    🗓️ <b>{ $when }</b>
    📍 { $address }
    🏢 Étage { $floor } · 🛗 { $lift }
    👷 { $crew }
    🚚 { $vehicle }
    { $number }
crew-day = 🗓️ { $on } · <b>{ $starts }</b> → { $ends }
crew-item = 📦 { $quantity } × { $item }
crew-in-french = 🇫🇷 <i>{ $when }, { $starts }, { $address }. { $state }</i>

crew-answer-waiting = ❓ <b>Vous venez ?</b>
crew-answer-confirmed = ✅ <b>Vous venez.</b> Merci !
crew-answer-declined = ❌ <b>Vous ne venez pas.</b>
crew-state-draft = ⏸️ <b>Attendez.</b> Le plan change.
crew-state-en_route = 🚚 En route.
crew-state-on_site = 📍 Sur place.
crew-state-done = 🏁 <b>Fini.</b> Merci !
crew-state-reported = 🏁 <b>Fini.</b> Merci !
crew-state-cancelled = ⏹️ <b>Annulé.</b>
crew-leads-draft = ⏸️ <b>Attendez.</b> Le plan change.
crew-leads-en_route = 🚚 En route. Le client le sait.
crew-leads-before = 📷 <b>Photos AVANT : { $before }</b>
    Envoyez les photos ici.
crew-leads-after = 📷 avant { $before } · <b>après { $after }</b>
    🔢 Comptez. 📷 Envoyez les photos APRÈS. Puis « Fini ».
crew-leads-done = 🏁 <b>Fini.</b> Merci ! Le compte rendu part.
crew-leads-reported = 🏁 <b>Fini.</b> Le compte rendu est envoyé. Merci !
crew-leads-cancelled = ⏹️ <b>Annulé.</b>
crew-released = 👍 On n’a plus besoin de vous pour { $number } ({ $when }). Merci !

crew-yes = ✅ Oui
crew-no = ❌ Non
crew-not-after-all = ❌ Je ne peux plus
crew-undo = ↩️ Si, je viens
crew-map = 🗺️ Plan
crew-go = 🚚 Je pars
crew-here = 📍 Je suis arrivé
crew-before-done = ➡️ Photos AVANT finies
crew-count = 🔢 Compter
crew-done = 🏁 Fini

crew-said-confirmed = ✅ Merci !
crew-said-declined = ❌ C’est noté : vous ne venez pas.
crew-too-late = C’est trop tard pour répondre. Appelez votre responsable.
crew-not-today = Pas encore : c’est le { $day }.
crew-told-set-off = 🚚 Le client est prévenu.
crew-told-arrived = 📍 Bien arrivé. Envoyez les photos AVANT.
crew-told-finished = 🏁 Merci ! Le compte rendu part.
photo-leader-sends = 📷 C’est le chef d’équipe qui envoie les photos. Merci !
photo-arrive-first = 📍 Touchez d’abord « Je suis arrivé ». Puis envoyez les photos.
missing-photo_before = 📷 Il manque une photo AVANT.
missing-photo_after = 📷 Il manque une photo APRÈS.

remind-eve = ⏰ <b>Demain { $starts }</b>
remind-morning = ⏰ <b>Aujourd’hui { $starts }</b>

## Compter

count-list = 🔢 <b>Compter</b> · { $number }
    { $done } / { $lines } ✅
count-line = 🔢 <b>{ $item }</b>
    📦 { $planned } · reste <b>{ $left }</b>
count-outcome = { $icon } { $outcome } : <b>{ $count }</b>
count-all = Tout
count-lines = ‹ Objets
count-moved = Un instant : voici le compte à jour.
count-full = Tout est compté.
count-none = C’est déjà zéro.

## Le client

client-job = 🛠️ <b>{ $number }</b>
    📍 { $address }
    🗓️ { $when } · 🕐 { $starts }
client-state-draft = ⏸️ La date change. Nous vous la disons bientôt.
client-state-published = 📅 C’est prévu.
client-state-confirmed = 📅 C’est prévu, l’équipe est prête.
client-state-en_route = 🚚 L’équipe est en route.
client-state-on_site = 📍 L’équipe est sur place.
client-state-done = 🏁 C’est fini. Le compte rendu arrive.
client-state-reported = 📄 Le compte rendu est là.
client-state-cancelled = ⏹️ Annulé.
client-rate = Êtes-vous content de notre travail ?
client-rated = Votre note : { $stars }
client-thanks = Merci pour votre note !
client-report = 📄 Compte rendu { $number }

## Où en est-on

home-job = 🛠️ <b>{ $number }</b> · { $when } · { $starts }
    { $state }
home-show = 👁 { $number }
assignment-waiting = ❓ Répondez oui ou non
assignment-confirmed = ✅ Vous venez
assignment-declined = ❌ Vous ne venez pas
