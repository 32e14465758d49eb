# Avant la promesse : dangers, papiers, visite, conversation reprise par une personne.

## Dangers, décisions

hazard-asbestos = amiante
    .client = • Amiante : nous n’y touchons pas. Adressez-vous à une entreprise certifiée (SS3). Le reste attend le diagnostic.
hazard-no_survey = pas de diagnostic amiante
    .client = • Éléments fixes sans diagnostic amiante : il nous le faut avant les travaux. Un diagnostiqueur certifié le fait.
hazard-lead = plomb
    .client = • Plomb, peinture ancienne, vitrail : notre responsable sécurité regarde d’abord.
hazard-chemicals = produits chimiques, gaz, huiles, peintures
    .client = • Produits chimiques, peintures, gaz, huiles, batteries : nous ne les emportons pas. Voyez un collecteur de déchets dangereux ou la déchèterie.
hazard-medical = déchets de soins, médicaments
    .client = • Seringues, déchets de soins, médicaments : nous ne les prenons pas. Voyez un collecteur DASRI ou une pharmacie.
hazard-weapons = armes, munitions, explosifs
    .client = • ‼️ Armes, munitions, explosifs : n’y touchez pas, éloignez-vous et appelez la police (17).
hazard-electrical = appareils électriques, lampes
    .client = • Appareils électriques et lampes : nous les prenons, dans des bacs à part.
hazard-live_networks = réseaux non coupés
    .client = • Électricité, eau, gaz ou chauffage : il nous faut une attestation de coupure avant les travaux.
hazard-height = travail en hauteur
    .client = • Travail en hauteur, toiture, trémie : nous devons voir les lieux d’abord.
hazard-structure = mur porteur, démolition, terrassement
    .client = • Murs porteurs, démolition, terrassement : ce n’est pas notre métier. Voyez une entreprise de démolition.
hazard-treated_wood = bois traité
    .client = • Bois traité (traverses, créosote) : nous ne le prenons pas. Voyez un collecteur de déchets dangereux.
hazard-unhealthy = risque d’hygiène
    .client = • Moisissures, nuisibles, sang : nos équipes ont besoin de protections. Nous vérifions d’abord.
hazard-heavy = objet très lourd
    .client = • Objet très lourd (piano, coffre, machine) : nous devons le voir d’abord.
hazard-vehicles = véhicules, bateaux, pneus
    .client = • Véhicules, bateaux, pneus : nous ne les prenons pas. Voyez un centre VHU agréé ou un garagiste.
hazard-occupied = lieu occupé ou en litige
    .client = • Lieu occupé ou en litige : nous venons quand c’est réglé. Voyez la mairie ou un commissaire de justice.
hazard-unread = non reconnu
    .client = • Je n’ai pas reconnu : « { $words } ». Nous regardons : ce sera dans le prix, ou écrit comme non compris.
hazards-told = 🙏 Vous nous avez signalé ceci :
hazard-decided = décidé
decide-about = ⚖️ Décision pour <b>{ $number }</b> :
decide-leaves-out = « Exclure » enlève de la demande : { $what }
request-card-rest-asked = 📨 Reste demandé au client par { $name }, { $at }
hazard-action-refuse = refuser
hazard-action-hold = attendre une décision
hazard-action-exclude = laisser sur place
hazard-action-accept = prendre, bacs à part
verdict-lift = continuer
verdict-exclude = exclure
verdict-refuse = refuser
request-card-hazard-bare = ⚠️ { $what } → { $action }
request-card-hazard = ⚠️ { $what } : { $words } → { $action }
request-card-decision = ⚖️ { $name }, { $at } : <b>{ $verdict }</b> ({ $what }) — { $reason }
request-card-held = ⛔ Pas de devis avant une décision : { $what }
request-card-decide = ⚖️ Décider
quote-held = Quelque chose attend une décision : pas de devis avant.
decide-nothing = { $number } : rien n’attend de décision.
decide-nothing-left = { $number } : sans ces objets, il ne reste rien. Refusez plutôt la demande.
decide-quoted = { $number } : un devis est déjà parti. Continuez, excluez, ou écrivez au client.
decide-done = ✅ Décision notée pour { $number }.
client-ruled-lift = 👍 <b>{ $number }</b> : nous avons regardé ce que vous avez signalé ({ $what }). Nous préparons votre devis.
client-ruled-exclude = 👍 <b>{ $number }</b> : nous préparons votre devis sans ce qui touche à : { $what }.
home-held = ⏳ En attente : nous regardons « { $what } ».

## Papiers, fichiers

paper-which = 📎 <b>{ $name }</b> : qu’est-ce que c’est ?
paper-asbestos = 📄 Diagnostic amiante
paper-pemd = 📄 Diagnostic PEMD
paper-plan = 📐 Plan
paper-other = 📎 Autre document
paper-cut_off = 🔌 Attestation de coupure
paper-voice = 🎤 Vocal à écouter
files-received = { $count ->
        [one] 📎 <b>1 fichier</b> reçu.
       *[other] 📎 <b>{ $count } fichiers</b> reçus.
    } Envoyez-en d’autres, écrivez, ou touchez « Terminé ».
files-shown = { $count ->
        [one] 1 fichier
       *[other] { $count } fichiers
    }
file-photo = 📷
file-document = 📎 { $name }
file-voice = 🎤 Vocal à écouter
request-card-papers = 🗂️ { $what }
request-card-file = { $what } · { $number }

## Visite

survey-reason-fixed_items = éléments fixes
survey-reason-volume = plus de 40 m³
survey-reason-weight = plus de 3 tonnes
survey-reason-stairs = étage sans ascenseur
survey-reason-occupied = site occupé
survey-reason-glass = plus de 20 m² de verre
survey-reason-hazard = point de sécurité
survey-reason-no_photos = pas de photos
survey-reason-seen = mieux vaut voir
survey-will-come = 👁️ Avant le prix ferme, nous venons voir : { $reasons }. Nous vous proposons trois horaires.
survey-offered = ✅ Horaires proposés pour { $number }.
survey-none = Aucun ne va
survey-off = ✖ Ça ne va plus
survey-again = 🔁 Autres horaires
survey-cancel = ✖ Annuler la visite
survey-past = Cet horaire est déjà passé. Choisissez-en un autre.
survey-tomorrow = ⏰ C’est demain.
client-survey-proposed = 👁️ <b>{ $number }</b> : { $name } vient voir les lieux ({ $reasons }). Quel horaire vous va ?
client-survey-none_fits = 👁️ <b>{ $number }</b> : c’est noté. Nous vous proposons d’autres horaires.
client-survey-booked = 👁️ <b>{ $number }</b> : { $name } vient voir les lieux.
    📅 <b>{ $when }</b>
client-survey-cancelled = 👁️ <b>{ $number }</b> : la visite est annulée. Nous revenons vers vous.
home-survey-proposed = 👁️ Visite : choisissez un horaire
home-survey-none_fits = 👁️ Visite : d’autres horaires arrivent
home-survey-booked = 👁️ Visite : { $when }
home-survey-cancelled = 👁️ Visite annulée
surveyor-card = 👁️ <b>Visite { $number }</b>
    📅 <b>{ $when }</b>
    📍 { $address }, { $postcode }
    🏢 { $company }
    👤 { $name } · { $phone }
surveyor-off = 👁️ Visite { $number } : pas de rendez-vous pour l’instant.
    🏢 { $company } · { $address }, { $postcode }
survey-unstaffed = ⚠️ 👁️ Visite <b>{ $number }</b>, { $when } : { $name } ne coordonne plus. Il faut quelqu’un d’autre.
survey-staffed = 👁️ Visite { $number } : c’est réglé.
survey-not-yours = 👁️ Cette visite n’est plus pour vous.
request-card-survey = 👁️ Visite nécessaire : { $reasons }
request-card-survey-button = 👁️ Visite
request-card-survey-proposed = 📅 Visite : horaires proposés, réponse du client attendue ({ $name })
request-card-survey-none_fits = 📅 Visite : aucun horaire ne va. Proposez-en d’autres.
request-card-survey-booked = 📅 Visite : { $when }, { $name }
request-card-survey-cancelled = 📅 Visite annulée

## Une personne prend la conversation

request-card-take = 🗣️ Parler
request-card-taken = 🗣️ { $name } parle avec le client depuis { $since }.
takeover-began = 🗣️ Vous parlez avec <b>{ $name }</b> ({ $number }). Écrivez ici : tout lui arrive. Le bot se tait.
takeover-began-client = 🗣️ { $name } vous répond en personne. Écrivez ici. Le bot se tait et garde tout.
takeover-give-back = 🤖 Rendre au bot
takeover-has = 🗣️ { $name } parle déjà avec ce client depuis { $since }.
takeover-one = Une conversation à la fois : rendez d’abord celle-ci au bot.
takeover-impossible = Cette conversation ne peut pas être prise.
takeover-later = Une personne est dans cette conversation : ce bouton marchera après.
takeover-cannot = Je ne peux transmettre que du texte, des photos, des documents et des vocaux.
takeover-us = 🗣️ <b>{ $name }</b> : { $text }
takeover-client = 💬 <b>{ $name }</b> : { $text }
takeover-ended = 🤖 Le bot a repris la conversation avec { $name }.
takeover-ended-silent = 🤖 Plus de message depuis longtemps : le bot a repris la conversation avec { $name }.
takeover-ended-client = 🤖 Le bot est de retour. Rien n’est perdu.

request-asbestos = Certains objets tiennent au bâtiment. Avez-vous le diagnostic amiante avant travaux ?
    .label = Diagnostic amiante
    .said_yes = vous l’avez
    .said_recent = pas nécessaire, permis après le 1/7/1997
    .said_no = vous ne l’avez pas
    .said_unknown = on ne sait pas
    .yes = ✅ Oui, je l’ai
    .recent = 🏗️ Permis après le 1/7/1997
    .no = ❌ Non
    .unknown = 🤷 Je ne sais pas
request-asbestos_file = Envoyez-le (PDF ou photo).
    .label = Fichier amiante
request-cut_off = Électricité, eau, chauffage : est-ce coupé ?
    .label = Électricité, eau, chauffage
    .said_certified = coupés, avec attestation
    .said_no = pas coupés
    .said_n_a = sans objet
    .certified = ✅ Oui, avec attestation
    .no = ❌ Non
    .n_a = ➖ Sans objet
request-cut_off_file = Envoyez l’attestation (PDF ou photo).
    .label = Attestation de coupure

ruling-verdict = Que décidez-vous ?
    .lift = ✅ Continuer : devis possible
    .exclude = ➖ Exclure ce qui est concerné
    .refuse = 🚫 Refuser la demande
ruling-reason = Pourquoi ? (sera gardé avec votre nom)

surveying-slots-day = Visite : quel jour proposez-vous ? (horaire { $number } sur 3)
    .label = Jour
surveying-slots-hour = À quelle heure ? (8h30, ou 8h-12h)
    .label = Heure
surveying-surveyor = Qui fait la visite ?
