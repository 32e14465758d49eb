# Papers: quotes and completion reports (PDF). Said as plain text, never as HTML.

pdf-quote = Devis
pdf-report = Compte rendu
pdf-page = Page { $page } sur { $pages }
pdf-title = { $kind } { $number } — { $company }
pdf-missing-photo = Photo illisible

## Who and where

pdf-client = Client
pdf-site = Chantier
pdf-siret = SIRET { $siret }
pdf-contact = Contact : { $contact }
pdf-buyer-reference = Votre référence : { $reference }
pdf-access = Accès : { $access }
pdf-phone = Tél. { $phone }
pdf-vat-number = N° TVA { $number }
pdf-capital = au capital de { $amount }
pdf-carrier = Récépissé de transport de déchets n° { $receipt }, valable jusqu’au { $until }.

## Quote: head

pdf-revision = Révision
pdf-request = Demande
pdf-issued-on = Date d’émission
pdf-valid-until = Valable jusqu’au
pdf-author = Établi par
pdf-work = Prestation
pdf-start-on = Début prévu
pdf-start-to-agree = à convenir
pdf-duration = Durée estimée
pdf-days = { $days ->
    [one] { $days } jour ouvré
   *[other] { $days } jours ouvrés
  }
pdf-crew = Équipe
pdf-people = { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
  }
pdf-effort-words = { $hours } de travail en tout : { $people ->
    [one] une personne
   *[other] { $people } personnes
  } pendant { $days ->
    [one] un jour
   *[other] { $days } jours
  }. { $trips ->
    [one] Un trajet de camion
   *[other] { $trips } trajets de camion
  } pour { $volume } chargés et { $weight }.
pdf-hours = Temps de travail
pdf-person-hours = { $hours } en tout

## Quote: price

pdf-price = Prix
pdf-line = Désignation
pdf-quantity = Quantité
pdf-unit-price = Prix unitaire HT
pdf-amount = Montant HT
pdf-total-excl-vat = Total HT
pdf-vat = TVA { $rate }
pdf-vat-reverse = TVA (autoliquidation)
pdf-total-incl-vat = Total TTC
pdf-total-to-pay = Net à payer
pdf-reverse-charge = Autoliquidation de la TVA : TVA due par le preneur, art. 283, 2 nonies du CGI et art. 242 nonies A, I-13° de l’annexe II au CGI.

price-line-labour = Main-d’œuvre
price-line-short-notice = Intervention sous 72 heures
price-line-saturday = Travail le samedi
price-line-vehicle = Véhicule 20 m³ avec hayon
price-line-kilometres = Déplacements
price-line-report = Inventaire et rapport de traçabilité
price-line-disposal = Traitement : { $stream }
price-line-overhead = Frais généraux
price-line-reuse-credit = Avoir réemploi
price-line-minimum = Complément au forfait minimum
pdf-share-of = { $share } de { $base }

pdf-unit-h = h
pdf-unit-day = j
pdf-unit-km = km
pdf-unit-t = t
pdf-unit-kg = kg
pdf-unit-m3 = m³
pdf-unit-m2 = m²
pdf-unit-ml = ml
pdf-unit-u = u

stream-DEA = mobilier (DEA)
stream-DEEE = équipements électriques (DEEE)
stream-HAZ = déchets dangereux
stream-WOOD-A = bois brut
stream-WOOD-B = bois traité
stream-PLASTER = plâtre
stream-INERT = gravats, inertes
stream-GLASS = verre
stream-PAPER = papier, carton
stream-PLASTIC = plastique
stream-TEXTILE = textile
stream-INSUL = isolants
stream-MIX = mélange à trier
stream-DIB = déchets résiduels (DIB)
stream-STEEL = acier, ferraille
stream-MIX-METAL = métaux mêlés

## Quote: what becomes of it all

pdf-outcome-planned = Ce que tout cela devient (prévu)
pdf-outcome-done = Ce que tout cela est devenu
pdf-reused = réemployé
pdf-transformed = transformé
pdf-recycled = recyclé
pdf-disposed = éliminé

## Quote: inventory

pdf-inventory = Inventaire chiffré
pdf-item = Objet
pdf-unit = Unité
pdf-volume = Volume
pdf-weight = Poids
pdf-condition = État
pdf-careful = dépose soignée
pdf-total = Total
pdf-inventory-note = Volumes chargés (démontés ou empilés) et poids estimés d’après notre catalogue. État : A comme neuf, B bon, C usé, D cassé.

## Quote: waste

pdf-waste = Gestion des déchets
pdf-waste-law = Art. L541-21-2-3 et D541-45-1 du code de l’environnement
pdf-waste-total = Quantité totale estimée : { $kg }, hors objets réemployés.
pdf-waste-how = Tri à la source sur le chantier, flux gardés séparés, enlèvement par nos véhicules, dépôt aux points ci-dessous.
pdf-stream = Flux
pdf-destination = Point de collecte ou de traitement
pdf-waste-cost = Coût estimé HT
pdf-to-agree = à convenir

## Quote: conditions

pdf-included = Compris dans le prix : { $what }
pdf-left-out = Non compris dans ce devis : { $what }
pdf-unseen = Prix fait sans visite, sur vos réponses et vos photos. Une visite était conseillée : { $reasons }.
pdf-notes = Remarques
pdf-conditions = Conditions
pdf-payment = Paiement à { $days } jours après l’exécution, par virement.
pdf-payment-at-once = Paiement à l’exécution, par virement.
pdf-deposit = Acompte de { $percent } % du total TTC à la commande.
pdf-no-deposit = Sans acompte.
pdf-late = Retard de paiement : intérêts au taux de refinancement de la BCE majoré de { $points } points (au moins trois fois le taux légal) et indemnité forfaitaire de recouvrement de { $fee } par facture (art. L441-10 et D441-5 du code de commerce).
pdf-free-quote = Devis gratuit, valable jusqu’au { $until }. Tout changement d’inventaire ou d’accès donne lieu à une nouvelle révision.
pdf-insurance = Assurance responsabilité civile : { $insurer }, contrat { $contract }, couverture { $area }.
pdf-complaints = Réclamations : { $complaints }.

## Agreement

pdf-agreement = Bon pour accord
pdf-agreement-how = Acceptez d’un geste dans la conversation, ou datez, signez et écrivez « bon pour accord ».
pdf-name = Nom
pdf-role = Fonction
pdf-date = Date
pdf-signature = Signature
pdf-agreed-by = { $name }, { $role }
pdf-agreed-on = le { $at }
pdf-agreed-revision = Devis { $number }, révision { $revision }
pdf-fingerprint = Empreinte SHA-256 du document
pdf-agreed-at = Date et heure (Paris)
pdf-agreement-subject = Porte sur
pdf-agreement-given = Accord donné par voie électronique, dans la conversation avec l’entreprise.
pdf-agreement-original = Le document accepté est joint à ce fichier tel qu’il a été reçu ({ $file }). Son empreinte SHA-256 est celle ci-dessus : toute modification la changerait.
pdf-agreement-source = Document accepté
pdf-purchase-order = Bon de commande
pdf-purchase-order-picture = Photo reçue dans la conversation

## Quote: translation, annex

pdf-translation = Traduction. Seul le texte français engage les parties.
pdf-annex = Annexe : photos de la demande
pdf-photo-of-request = Photo { $n }
pdf-photos-left-out = { $more ->
    [one] Une autre photo est conservée avec la demande.
   *[other] { $more } autres photos sont conservées avec la demande.
  }
pdf-lift-words =
    .none = sans ascenseur
    .passenger = ascenseur
    .goods = monte-charge

## Report

pdf-quote-number = Devis
pdf-times = Déroulement
pdf-planned-at = Prévu
pdf-en-route-at = En route
pdf-arrived-at = Arrivée
pdf-done-at = Fin
pdf-not-noted = non noté
pdf-people-present = Équipe sur place
pdf-hours-worked = Heures d’insertion
pdf-items = Objets par destination
pdf-moved = Enlevés
pdf-reuse-rate = Taux de réemploi
pdf-recovery-rate = Taux de valorisation
pdf-reuse-formula = { $reused } réemployés ÷ { $total } au total
pdf-recovery-formula = { $recovered } réemployés, transformés ou recyclés ÷ { $total } au total
pdf-no-weight = rien n’a été pesé ni compté
pdf-weights-catalogue = Poids estimés d’après notre catalogue ; aucun n’a été pesé.
pdf-weights-ticket = Poids d’après les bons de pesée ; part pesée : { $share }.
pdf-weights-scale = Poids mesurés sur balance ; part pesée : { $share }.
pdf-photos = Preuves en photos
pdf-photos-before = Avant
pdf-photos-after = Après
pdf-destinations = Où sont partis les déchets
pdf-client-copy = Exemplaire client : sans les noms de l’équipe.
pdf-team-copy = Exemplaire interne.
pdf-received-by = Chantier reçu
