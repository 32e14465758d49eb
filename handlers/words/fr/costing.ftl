# Chiffrer : d’où vient chaque prix, ce qu’un coordinateur change, la TVA, les révisions.

price-line-extra = Prestation complémentaire
price-line-discount = Remise commerciale
pdf-vat-home = TVA 10 % : le client certifie que les travaux portent sur un local d’habitation achevé depuis plus de deux ans (art. 279-0 bis du CGI).
pdf-vat-exempt = TVA non applicable : entreprise exonérée.

line-rate = <b>{ $label }</b> : { $quantity } × { $rate } = { $amount }
line-share = <b>{ $label }</b> : { $share } % de { $base } = { $amount }
line-plain = <b>{ $label }</b> : { $amount }

## Les règles, pour les collègues

why-labour = ({ $handling } h manutention × { $factor } accès + { $dismantling } h dépose) × { $learning } apprentissage + { $unloading } h déchargement + { $travel } h trajet, au quart d’heure supérieur
why-labour-by-hand = Fixé à la main. Calcul : ({ $handling } h manutention × { $factor } accès + { $dismantling } h dépose) × { $learning } apprentissage + { $unloading } h déchargement + { $travel } h trajet
why-short-notice = { $taken_share } % de la main-d’œuvre : délai court
why-saturday = { $taken_share } % de la main-d’œuvre : samedi
why-vehicle = { $hours } h pour { $crew } personnes : { $days } j
why-kilometres = { $trips ->
        [one] un voyage
       *[other] { $trips } voyages
    } × { $km } km aller-retour
why-report = Forfait
why-disposal = { $kg } kg à traiter
why-disposal-free = { $kg } kg repris sans frais
why-disposal-income = { $kg } kg revendus
why-overhead = { $taken_share } % des lignes ci-dessus
why-reuse-credit = { $kg } kg réemployés
why-minimum = Complète jusqu’au forfait minimum
why-extra = Ligne libre, sans frais généraux
why-discount = Fixée à la main

## Les règles, pour le client

quote-reckoned = 🧮 Comment est-ce calculé ?
reckoned-head = 🧮 <b>{ $number } : d’où vient le prix</b>
reckoned-total = <b>Total : { $excl } HT</b> + { $vat } de TVA = { $incl } TTC
reckoned-labour = Le temps de toute l’équipe : démonter, porter, charger, trier, décharger, et la route. L’étage, l’ascenseur et la distance comptent.
reckoned-labour-by-hand = Le temps de toute l’équipe, estimé par notre coordinateur pour votre chantier.
reckoned-short-notice = Le chantier commence très vite après la demande.
reckoned-saturday = L’équipe travaille le samedi.
reckoned-vehicle = { $hours } heures pour { $crew } personnes : le camion est là { $days ->
        [one] une journée
       *[other] { $days } jours
    }.
reckoned-kilometres = { $trips ->
        [one] Un aller-retour
       *[other] { $trips } allers-retours
    } de { $km } km.
reckoned-report = L’inventaire, et le rapport qui dit où tout est parti.
reckoned-disposal = { $kg } kg ne peuvent pas resservir. Le centre de traitement se paie au poids.
reckoned-disposal-free = { $kg } kg sont repris gratuitement.
reckoned-disposal-income = { $kg } kg se revendent : vous en profitez.
reckoned-overhead = Dépôt, assurances, encadrement : { $taken_share } % des lignes ci-dessus.
reckoned-reuse-credit = { $kg } kg ont une deuxième vie : nous vous en rendons une part.
reckoned-minimum = Un chantier a un prix minimum : cette ligne complète.
reckoned-extra = Ce que nous avons ajouté pour votre chantier.
reckoned-discount = Une remise sur ce devis.

## La fourchette

price-range = 💶 Entre <b>{ $low } € et { $high } € HT</b>. Prix ferme après vérification par notre coordinateur.

## La carte

request-card-cost = 🧮 Chiffrer
request-card-revise = 🧮 Réviser le devis
request-card-incl = { $incl } TTC
request-card-vat-open = TVA à préciser
request-card-draft = 🧮 <b>Chiffrage en cours</b> · { $name }
cost-head = 🧮 <b>Chiffrage { $number }</b>
cost-access = 🏗️ Étage { $floor } · Ascenseur : { $lift } · { $carry } m · Occupé : { $occupied }
cost-total = <b>Total : { $excl } HT</b>
cost-incl = { $incl } TTC · { $vat }
cost-difference = Prix calculé : { $reckoned } · écart { $by } ({ $share } %)
cost-discounted = 🏷️ Remise : { $reason }
cost-unusual = ⚠️ { $each } €/m³ : hors de l’habitude ({ $low } à { $high } €/m³). À vérifier.
cost-lines = 📦 Objets
cost-add = ➕ Objet
cost-hours = 🕐 Heures
cost-site = 🏗️ Accès
cost-discount = 🏷️ Remise
cost-extra = ➕ Ligne libre
cost-scrap = 🗑 Abandonner
cost-send = 📄 Envoyer au client
cost-vat-again = ↩ Revoir la TVA
cost-drop-extra = ✖ { $label }
cost-drop-hours = ↩ Heures calculées
cost-drop-discount = ✖ Remise
cost-back = ⬅ Retour
cost-which-line = Quel objet faut-il changer ?
cost-type-quantity = ✏️ Écrire la quantité
cost-remove = 🗑 Enlever
cost-floor = Étage { $floor }
cost-carry = { $carry } m
cost-occupied-yes = 👥 Site occupé
cost-occupied-no = 🚪 Site libre

cost-taken-up = 🤝 Vous reprenez le chiffrage de { $name }.
cost-colleague = 👥 { $name } a changé entre-temps : { $changes }
cost-yours-waits = ⏸ Pas encore appliqué : { $changes }. Refaites-le si vous voulez le garder.
cost-line-gone = Un collègue a enlevé cet objet entre-temps. Rien n’a changé.
cost-too-many = Il y a trop de lignes.
cost-discount-too-large = La remise dépasse le prix. Rien n’a changé.
cost-bad-quantity = « { $item } » se compte en nombres entiers, plus grands que zéro. Rien n’a changé.
cost-sent = 📄 { $number } part chez le client.
cost-sent-by = 📄 { $number } : { $name } l’a envoyé.
cost-gone = Ce chiffrage a été fermé par { $name }.
cost-scrapped = 🗑 Chiffrage abandonné. Ce qui a été envoyé reste valable.

cost_item-item = Quel objet ajouter ? Choisissez, ou écrivez un mot.
    .office = { request-lines.office }
    .seating = { request-lines.seating }
    .storage = { request-lines.storage }
    .accessory = { request-lines.accessory }
    .weee = { request-lines.weee }
    .paper = { request-lines.paper }
    .misc = { request-lines.misc }
    .partition = { request-lines.partition }
    .door = { request-lines.door }
    .wood = { request-lines.wood }
    .sanitary = { request-lines.sanitary }
    .lighting = { request-lines.lighting }
    .floor = { request-lines.floor }
    .ceiling = { request-lines.ceiling }
    .technical = { request-lines.technical }
    .glass = { request-lines.glass }
    .kitchen = { request-lines.kitchen }
    .bulk = { request-lines.bulk }
cost_item-quantity = Combien ?
cost_item-condition = Dans quel état ?
    .A = ⭐ Comme neuf
    .B = 👍 Bon
    .C = 👌 Usé, entier
    .D = 👎 Cassé
cost_quantity-quantity = Combien en tout ? Zéro enlève l’objet.
cost_hours-hours = Combien d’heures de travail en tout, toutes personnes comptées ?
cost_discount-amount = Combien d’euros de remise, hors taxes ?
cost_discount-reason = Pourquoi cette remise ? (Le client ne le voit pas.)
cost_extra-label = Que faut-il écrire sur le devis ?
cost_extra-amount = Pour combien d’euros, hors taxes ?

## La TVA

vat-case-movables = TVA 20 %
vat-case-hire = TVA 20 % (location, livraison, étude)
vat-case-cleaning = TVA 20 % (nettoyage)
vat-case-cleaning-reverse = autoliquidation (nettoyage, avis du comptable)
vat-case-mixed-subcontract = autoliquidation (contrat unique de sous-traitance)
vat-case-subcontract = autoliquidation (sous-traitance)
vat-case-home = TVA 10 % (logement de plus de 2 ans)
vat-case-owner = TVA 20 % (travaux pour le propriétaire)
vat-case-exempt = sans TVA (entreprise exonérée)
vat-ask-works = TVA : de quoi s’agit-il ?
vat-ask-billed = TVA : qui nous paie ?
vat-ask-contract = TVA : un seul contrat pour le mobilier et les travaux ?
vat-ask-accountant = TVA : nettoyage seul en sous-traitance. Que dit le comptable ?
vat-ask-home = TVA : est-ce un logement de plus de 2 ans ?
vat-ask-two-quotes = TVA : deux contrats, deux régimes. Faites un devis pour le mobilier et un autre pour les travaux.
vat-ask-exempt = TVA : l’entreprise est-elle exonérée ?
vat-ask-client = TVA : le client est-il un professionnel ?
vat-works =
    .movables = 🪑 Des meubles, rien de fixé
    .fixed = 🔨 Des éléments fixés au bâti
    .mixed = 🪑🔨 Les deux
    .cleaning = 🧹 Du nettoyage seul
    .hire = 🚚 Location, livraison ou étude
vat-billed =
    .owner = 🏢 Le propriétaire, l’occupant
    .builder = 🏗️ Entreprise (sous-traitance)
vat-contract =
    .single = 1️⃣ Un seul contrat
    .separate = 2️⃣ Deux contrats séparés
vat-accountant =
    .reverse = Autoliquidation
    .standard = TVA 20 %
vat-home =
    .no = Non
    .certified = Oui, et le client le certifie
    .uncertified = Oui, sans certificat
vat-exempt =
    .yes = Oui
    .no = Non
vat-client =
    .business = Professionnel
    .household = Particulier

## Les révisions

revision-newer = 👉 Le devis à jour : { $number }
revision-carries = 💬 À votre demande : « { $words } »
revision-changes = ✏️ Par rapport au précédent : { $changes }
change-item = { $by } { $name }
change-condition = { $name } : état { $detail }
change-floor = { $by } { $count ->
        [one] étage
       *[other] étages
    }
change-lift = ascenseur : { $detail }
change-carry = { $by } m de portage
change-occupied = site occupé pendant le travail
change-occupied-gone = site libre pendant le travail
change-extra = { $name } ({ $amount })
change-extra-gone = sans « { $name } »
change-price = { $amount } HT
change-hours = heures fixées à { $number }
change-hours-reckoned = heures calculées
change-discount = remise { $amount } ({ $detail })
change-discount-gone = sans remise
change-vat = TVA précisée
cost-lacks-unread = Le prix ne compte pas encore : { $what }. Ajoutez un objet ou une ligne.
cost-needs-line = Une partie du travail n’est pas dans le tarif. Ajoutez une ligne ou changez les heures.
