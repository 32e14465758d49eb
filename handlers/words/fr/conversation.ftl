### Ce que dit toute conversation : boutons, rappels, réponses que l’on ne peut pas prendre.
### Phrases courtes, mots simples ; jamais le mot « erreur ».

## Boutons

nav-back = ‹ Retour
nav-cancel = ✖ Arrêter
nav-keep = ↩ Garder { $old }
nav-skip = Passer
    .also = non, rien, aucun, aucune, pas de
nav-enough = ✔ C’est tout
    .also = fini, terminé, stop, c’est fini
nav-done = ✔ Terminé
    .also = fini, c’est tout, c’est fini, ok

answer-yes = ✅ Oui
    .also = o, ouais, ok, d’accord, bien sûr, yes
answer-no = ❌ Non
    .also = n, no, pas du tout

share-contact = 📱 Envoyer mon numéro
share-location = 📍 Envoyer ma position

## Autour de la question

noted = ✓ { $label } : <b>{ $value }</b>
kept = 📎 Gardé sous « { $label } » : <b>{ $value }</b>
one-more-thing = Encore une petite question.
repeated = J’ai déjà noté cette réponse. Voici la question suivante.
form-stale = Cette question ne se pose plus. Voici celle qui attend.
about-other = <b>{ $label }</b> : { $words } L’ancienne réponse reste.
form-cancelled = C’est arrêté. Rien n’a été envoyé.
form-finished = Merci, c’est complet.
shown-skipped = non précisé
shown-none = rien

## Jour, téléphone

floor-entresol = Entresol : comptez 0 sans escalier, 1 avec un escalier.
day-which = Quel jour exactement ?
day-which-period = J’ai compris : du { $first } au { $last }. Quel jour exactement ?
day-which-soon = Le premier jour possible est le { $first }. Quel jour choisissez-vous ?
day-which-weekday = Cette date est le { $first }. Quel jour voulez-vous dire ?
quantity-sure = <b>{ $quantity }</b>, c’est beaucoup. Est-ce bien cela ? Touchez le bouton, ou écrivez le bon nombre.
postcode-which = Quel code postal ?
phone-which = Est-ce bien le <b>{ $phone }</b> ?

## Photos et documents

photos-none = Pas de photo
photos-received = { $count ->
        [one] 📷 <b>1 photo</b> reçue.
       *[other] 📷 <b>{ $count } photos</b> reçues.
    } Envoyez-en d’autres, ou touchez « Terminé ».
photos-shown = { $count ->
        [0] aucune photo
        [one] 1 photo
       *[other] { $count } photos
    }
documents-none = Pas de document
documents-received = { $count ->
        [one] 📎 <b>1 document</b> reçu.
       *[other] 📎 <b>{ $count } documents</b> reçus.
    } Envoyez-en d’autres, ou touchez « Terminé ».
documents-shown = { $count ->
        [0] aucun document
        [one] 1 document
       *[other] { $count } documents
    }
files-clear = ↺ Tout refaire

## Choisir dans une longue liste

pick-category = Touchez le bon objet, ou écrivez un mot.
pick-hits = Voici ce que je trouve pour « { $word } ».
pick-categories = ‹ Toutes les familles
pick-previous = ‹ Avant
pick-next = Suite ›

## Résumé

review-line = <b>{ $label }</b> : { $value }
review-group = <b>{ $label }</b> ({ $count })
review-more = … et { $count } de plus
review-which = Que voulez-vous changer ?
review-send = ✅ Envoyer
review-change = ✏️ Changer une réponse
    .also = modifier, changer, corriger
review-summary = ‹ Retour au résumé
review-others = ‹ Autres réponses
review-add = ➕ { $label }
review-remove = 🗑 Enlever

## Unités

unit-u = { $number } pce
unit-m2 = { $number } m²
unit-m3 = { $number } m³
unit-ml = { $number } m
unit-kg = { $number } kg
unit-t = { $number } t
unit-eur = { $number } €

## Ce que l’on ne peut pas prendre

received = { $got ->
        [sticker] Merci pour l’autocollant.
        [photo] Merci pour la photo.
        [document] J’ai reçu un fichier.
        [video] J’ai reçu une vidéo.
        [video_note] J’ai reçu une vidéo.
        [animation] J’ai reçu une image animée.
        [audio] J’ai reçu un son.
        [voice] J’ai reçu un message vocal.
        [contact] J’ai reçu un contact.
        [place] J’ai reçu un lieu.
        [poll] J’ai reçu un sondage.
        [unnamed] J’ai reçu votre message, mais je ne sais pas lire cette sorte de message.
       *[other] { "" }
    }

rejected-expected-text = { received } Écrivez votre réponse avec des mots.
rejected-expected-button = { received } Touchez un des boutons ci-dessous.
rejected-expected-number = { received } Envoyez un nombre, par exemple 12.
rejected-expected-day = { received } Quel jour ? Touchez un bouton, ou écrivez par exemple 25/03, lundi ou demain.
rejected-expected-time = { received } Quelle heure ? Écrivez par exemple 8h30.
rejected-expected-slot = { received } Quelle heure ? Écrivez par exemple 8h30, ou 8h-12h.
rejected-expected-contact = { received } Touchez le bouton « Envoyer mon numéro ».
rejected-expected-phone = { received } Écrivez un numéro de téléphone, par exemple 06 12 34 56 78.
rejected-expected-place = { received } Envoyez le lieu : touchez le bouton, ou le trombone puis « Position ».
rejected-expected-postcode = { received } Envoyez le code postal : 5 chiffres, par exemple 93200.
rejected-expected-address = { received } Écrivez le numéro et la rue, par exemple 12 rue Hoche.
rejected-expected-commune = { received } Touchez la commune, ou écrivez son nom.
rejected-expected-siret = { received } Envoyez le SIRET : 14 chiffres, par exemple 732 829 320 00074.
rejected-expected-photo = { received } Envoyez une photo.
rejected-expected-document = { received } Envoyez un PDF ou une photo.
rejected-expected-paper = { received } Écrivez un numéro, ou envoyez un PDF ou une photo.
rejected-expected-pick = { received } Touchez un bouton, ou écrivez un mot.

rejected-not-offered = Ce choix n’est plus dans la liste. Choisissez-en un autre.
rejected-choose-more = { $least ->
        [one] Choisissez au moins une réponse.
       *[other] Choisissez au moins { $least } réponses.
    }
rejected-empty = Je n’ai rien pu lire. Écrivez votre réponse avec des mots.
rejected-too-short = C’est un peu court. Écrivez au moins { $least } lettres.
rejected-too-long = C’est trop long pour moi : { $length } caractères. Gardez l’important, en { $most } caractères au plus.
rejected-needs-letter = Écrivez avec des lettres, s’il vous plaît.
rejected-postal-address-no-postcode = Il manque le code postal. Écrivez par exemple : 4 quai de la Marne, 93500 Pantin
rejected-address-vague = Où est-ce ? Écrivez le numéro et la rue, par exemple 12 rue Hoche.
rejected-whole-number = Ici, il faut un nombre entier, par exemple 12.
rejected-three-decimals = Pas plus de 3 chiffres après la virgule, par exemple 1,5.
rejected-too-much = C’est trop pour moi. Le plus grand nombre possible est { $most }.
rejected-too-little = C’est trop petit. Le plus petit nombre possible est { $least }.
rejected-other-unit = { $unit ->
        [m2] Donnez la surface en m².
        [m3] Donnez le volume en m³.
        [ml] Donnez la longueur en mètres.
        [kg] Donnez le poids en kg.
        [t] Donnez le poids en tonnes.
        [eur] Donnez une somme en euros.
       *[u] Donnez le nombre de pièces.
    }

rejected-day-impossible = Ce jour n’existe pas dans le calendrier. Écrivez par exemple 25/03/2027.
rejected-day-past = Le { $day } est déjà passé. Choisissez un jour à venir.
rejected-day-too-soon = Le { $day } est trop tôt. Le premier jour possible est le { $earliest }.
rejected-day-too-far = Le { $day } est trop loin. Choisissez un jour dans les 18 mois.
rejected-day-off = Le { $day }, nous ne travaillons pas. Choisissez un autre jour.
rejected-time-outside = Choisissez une heure entre { $earliest } et { $latest }.
rejected-slot-backwards = La fin vient avant le début. Écrivez par exemple 8h-12h.

rejected-contact-not-own = C’est le numéro d’une autre personne. Envoyez le vôtre, avec le bouton.
rejected-phone-invalid = Je ne reconnais pas ce numéro. Écrivez par exemple 06 12 34 56 78. Pour un numéro étranger, commencez par +.
rejected-phone-short-code = Ce numéro est trop court. Écrivez les 10 chiffres, par exemple 06 12 34 56 78.
rejected-phone-surcharged = Ce numéro commence par 08 : l’appel peut être payant. Donnez un autre numéro.

rejected-postcode-foreign = Nous travaillons en France. Le code postal a 5 chiffres, par exemple 93200.
rejected-postcode-overseas = { $postcode } : c’est trop loin pour nos équipes. Donnez un code postal de métropole. Pour l’outre-mer, /help dit qui appeler.
rejected-postcode-unknown = Le code postal { $postcode } n’existe pas. Vérifiez les 5 chiffres.
rejected-postcode-unlisted = Aucune commune n’a le code postal { $postcode }. Un code CEDEX ? Donnez le code postal du lieu, par exemple 93200.
rejected-pin-abroad = Ce lieu n’est pas en France métropolitaine. Envoyez le lieu du chantier, ou écrivez le numéro et la rue.
rejected-commune-unknown = Je ne trouve pas « { $commune } » pour ce code postal. Touchez la commune dans la liste.
rejected-postcode-cedex = Un code CEDEX sert au courrier. Donnez le code postal du lieu.

rejected-siret-length = Il faut 14 chiffres. J’en compte { $length }.
rejected-siret-siren = C’est le SIREN : 9 chiffres. Ajoutez les 5 derniers pour faire le SIRET, 14 chiffres.
rejected-siret-vat = C’est le numéro de TVA. Envoyez le SIRET : 14 chiffres.
rejected-siret-check = Un chiffre ne va pas. Vérifiez le SIRET sur une facture ou un devis, et écrivez-le de nouveau.

rejected-file-too-big = Ce fichier est trop lourd. Il peut peser { $most } Mo au plus.
rejected-picture-broken = 📷 « { $name } » est une image abîmée ou coupée : elle n’est pas gardée. Envoyez-la encore, comme photo.
rejected-picture-enormous = 📷 « { $name } » a plus de 80 millions de points : elle n’est pas gardée. Envoyez-la comme photo.
rejected-photos-more = { $least ->
        [one] Il faut au moins une photo.
       *[other] Il faut au moins { $least } photos. J’en ai { $count }.
    }
rejected-photos-enough = { $most ->
        [one] J’ai déjà une photo, c’est assez.
       *[other] J’ai déjà { $most } photos, c’est assez.
    } Les premières sont gardées. Touchez « Terminé ».
rejected-documents-more = { $least ->
        [one] Il faut au moins un document.
       *[other] Il faut au moins { $least } documents. J’en ai { $count }.
    }
rejected-documents-enough = { $most ->
        [one] J’ai déjà un document, c’est assez.
       *[other] J’ai déjà { $most } documents, c’est assez.
    } Les premiers sont gardés. Touchez « Terminé ».

rejected-pick-unknown = Je ne trouve pas « { $word } ». Essayez un autre mot, ou choisissez une famille.
rejected-pick-unknown-like = Je ne trouve pas « { $word } ». Vouliez-vous dire « { $like } » ?
