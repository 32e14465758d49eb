# La liste de ce qu’il faut enlever : au toucher, en mots, collée ou en fichier.

goods-ways = Touchez une famille, écrivez un mot (« armoire ») ou collez une liste (« 20 bureaux, 15 chaises »). Vous pouvez aussi remplir le modèle et l’envoyer ici.
goods-listed = • { $line }
goods-line = { $quantity } × { $item } ({ $state })
goods-fixed = fixé
goods-condition = État
    .A = A = comme neuf
    .B = B = bon
    .C = C = usé, entier
    .D = D = cassé
goods-total = <b>{ $count ->
        [0] { "" }
        [one] { $pieces } pièce ·{ " " }
       *[other] { $pieces } pièces ·{ " " }
    }{ $volume } m³ · { $weight } kg</b>
goods-shown = { $count ->
        [one] 1 ligne
       *[other] { $count } lignes
    }
goods-unread = Non reconnu : { $words }
goods-remark = 💬 { $words }
goods-remarks = 💬 Gardé pour nos coordinateurs : { $words }
goods-reading = ⏳ Je lis votre fichier…
goods-how-many = Combien de « { $item } » ? Écrivez un nombre.
goods-line-open = <b>{ $line }</b>
    Écrivez un nombre pour changer la quantité. Une photo envoyée maintenant est gardée avec cette ligne.
goods-offered = Voici ce que j’ai compris. Est-ce juste ?
goods-ask-item = « { $words } » : lequel est-ce ? Touchez-le, ou écrivez un autre mot.
goods-ask-unknown = Je ne connais pas « { $words } ». Écrivez un autre mot, ou laissez-le de côté.
goods-ask-amount = « { $words } » : combien de « { $item } » ? Touchez un nombre, ou écrivez-le ({ $unit }).
goods-ask-again = « { $words } » : la liste dit déjà « { $line } ». Remplacer, ou ajouter ?
goods-instead = ✏️ Remplacer : { $quantity } en tout
goods-as-well = ➕ Ajouter : { $quantity } en tout
goods-later-more = { $count ->
        [one] Votre liste est longue : encore 1 ligne vient après.
       *[other] Votre liste est longue : encore { $count } lignes viennent après.
    }
goods-asked-more = { $count ->
        [one] Encore 1 autre ensuite.
       *[other] Encore { $count } autres ensuite.
    }

goods-step = par { $step }
goods-mine = ✏️ Ma liste ({ $count })
goods-waiting = ❓ À préciser ({ $count })
goods-to-confirm = 📋 À confirmer ({ $count })
goods-leave-out = 🚫 Laisser de côté
goods-keep-other = ➕ L’ajouter quand même, avec sa taille
goods-other = { $words } (hors catalogue)
goods-other-listed = • { $words }
goods-other-count = « { $words } » : combien ? Touchez un nombre, ou écrivez-le.
goods-other-size = « { $words } » : quelle taille pour un seul ? Écrivez par exemple 120x60x80 cm ou 0,5 m³. Une photo aide à donner un prix.
goods-other-photos = { $count ->
        [one] 📷 1 photo gardée avec.
       *[other] 📷 { $count } photos gardées avec.
    }
goods-other-sizeless = Sans mesure
goods-other-pictured = La photo suffit
goods-later = ‹ Plus tard
goods-take = ➕ Ajouter et continuer
goods-take-all = ✅ Ajouter, et c’est tout
goods-drop = 🗑 Ne pas ajouter
goods-is-fixed = 🔩 Fixé au bâtiment : oui
goods-not-fixed = 🔩 Fixé au bâtiment : non
goods-undo = ↶ Annuler le dernier geste
goods-paper-xlsx = 📄 Modèle Excel
goods-paper-csv = 📄 Modèle CSV
goods-paper-caption = Remplissez la colonne « Quantité », puis envoyez-moi ce fichier ici.

goods-file-name = inventaire-modele
goods-sheet-title = Inventaire
goods-column-code = Code
goods-column-label = Libellé
goods-column-quantity = Quantité
goods-column-condition = État
goods-column-fixed = Fixé
goods-yes = oui
goods-no = non
goods-unit-u = pièces
goods-unit-m2 = m²
goods-unit-m3 = m³
goods-unit-ml = m
goods-unit-kg = kg

goods-fault-unknown = ⚠️ Ligne { $row }, colonne « { $column } » : je ne connais pas « { $value } ».
goods-fault-quantity = ⚠️ Ligne { $row }, colonne « { $column } » : « { $value } » ne va pas comme quantité.
goods-fault-condition = ⚠️ Ligne { $row }, colonne « { $column } » : « { $value } » n’est pas A, B, C ou D. J’ai mis B.
goods-fault-fixed = ⚠️ Ligne { $row }, colonne « { $column } » : « { $value } » n’est ni oui ni non. J’ai mis non.
goods-fault-no-header = ⚠️ Je ne trouve pas la colonne « Quantité » dans ce fichier. Prenez notre modèle.
goods-fault-no-label = ⚠️ Je ne trouve pas la colonne « Libellé » dans ce fichier. Ajoutez-la, ou prenez notre modèle.
goods-fault-no-sheet = ⚠️ Je n’ai rien pris dans la feuille « { $value } » : je n’y trouve pas les colonnes « Libellé » et « Quantité ».
goods-fault-empty = ⚠️ Il n’y a aucune quantité dans ce fichier. Remplissez la colonne « Quantité ».
goods-fault-broken = ⚠️ Je n’arrive pas à lire ce fichier. Envoyez-le en .xlsx, .csv, .docx ou .pdf, ou collez la liste ici.
goods-fault-scan = ⚠️ Ce document est une image : je n’y trouve pas de texte. Je le garde avec votre demande, le coordinateur le verra. Écrivez ou collez la liste ici, même en gros.
goods-fault-too-complex = ⚠️ Ce document est trop compliqué à lire pour moi. Je le garde avec votre demande, le coordinateur le verra. Envoyez la liste en .xlsx ou .csv, ou collez-la ici.
goods-fault-locked = ⚠️ Ce PDF est protégé par un mot de passe. Envoyez-le sans mot de passe, ou collez la liste ici.
goods-fault-long = ⚠️ Ce document a plus de 20 pages. Envoyez seulement les pages de la liste, ou collez-la ici.
goods-fault-no-things = ⚠️ Je ne trouve aucun objet dans ce document. Écrivez ou collez la liste ici.
goods-fault-too-big = ⚠️ Ce fichier est trop lourd pour une liste.
goods-fault-too-many = ⚠️ Ce fichier a trop de lignes. J’en prends 40 en tout.

rejected-expected-inventory = { received } Touchez un bouton, écrivez un mot, collez une liste ou envoyez le modèle rempli.
rejected-goods-other-sheet = Je ne lis pas les fichiers { $ending }. Enregistrez-le en .xlsx ou en .csv, et envoyez-le de nouveau.
rejected-goods-none = La liste est vide. Ajoutez au moins un objet.
rejected-goods-waiting = Il reste quelque chose à préciser ou à confirmer. Voyez les boutons ci-dessous.
rejected-goods-full = La liste est pleine : { $most } lignes au plus.
rejected-goods-too-many = J’en compte { $count } : c’est trop d’un coup. Envoyez { $most } lignes au plus.
rejected-goods-size = Je ne lis pas de taille. Écrivez par exemple 120x60x80 cm ou 0,5 m³, ou touchez le bouton.
rejected-goods-others-only = Il faut aussi au moins un objet des familles. Si tout est particulier, touchez « ‹ Retour » jusqu’à « Comment continuer ? », puis « ⚡ Vite » : des photos suffisent.
rejected-goods-other-text = Je ne lis pas les fichiers { $ending }. Enregistrez-le en .docx ou en .pdf, ou collez le texte ici.
