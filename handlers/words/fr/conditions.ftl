# General conditions of the quote: a template, to be approved by the company's lawyer.

pdf-terms = Conditions générales
pdf-terms-template = MODÈLE — à faire valider par le juriste de l’entreprise avant tout usage.
pdf-terms-approved = Conditions approuvées le { $on }.

terms-scope = Nous faisons ce que décrit le devis : inventaire, lieu, accès, délais. Ce qui n’y figure pas n’est pas compris. En cas de contradiction, le devis l’emporte sur ces conditions.
    .title = Objet
terms-price = Le prix est ferme jusqu’à la date de validité, pour l’inventaire et les accès indiqués. La TVA est celle en vigueur au jour de la facture.
    .title = Prix
terms-changes = Tout changement d’inventaire, d’accès ou de date donne lieu à une nouvelle révision, acceptée avant son exécution. L’avoir réemploi suit les poids prévus au devis.
    .title = Modifications
terms-access = Le client assure l’accès, le stationnement, l’éclairage et, s’il y en a un, l’usage de l’ascenseur. L’attente de notre équipe de son fait peut être facturée au tarif horaire du devis.
    .title = Accès au chantier
terms-hazards = Le client remet avant les travaux les repérages obligatoires (amiante, plomb, fluides) et les attestations de coupure. Devant un danger ou un produit non déclaré, nous arrêtons le travail et l’en informons aussitôt.
    .title = Dangers et diagnostics
terms-ownership = Le client déclare pouvoir disposer des biens confiés. Leur propriété nous est transmise à l’enlèvement, en vue du réemploi, de la transformation ou du recyclage, sauf mention contraire.
    .title = Propriété des biens
terms-data = Le client retire papiers, valeurs et données personnelles, y compris des appareils. Ce qui serait trouvé lui est signalé et tenu à disposition 15 jours.
    .title = Papiers et données
terms-dates = Les dates sont confirmées après l’accord. Nous les déplaçons sans frais en cas de force majeure, de vigilance météo ou de site non prêt. Un report demandé par le client moins de 48 heures avant peut être facturé.
    .title = Dates
terms-liability = Nous répondons des dommages causés par notre équipe, dans les limites de notre assurance. Un dommage se signale par écrit sous 3 jours ouvrés après les travaux.
    .title = Responsabilité
terms-payment = Les factures se paient selon le devis, sans escompte. Pénalités de retard et indemnité de recouvrement : voir le devis. Une contestation partielle ne suspend pas le paiement du reste.
    .title = Paiement
terms-end = En cas de manquement grave non réparé 8 jours après une mise en demeure, l’autre partie peut mettre fin au contrat. Le travail déjà fait est payé.
    .title = Fin du contrat
terms-law = Le droit français s’applique. Les parties cherchent un accord amiable avant de saisir le tribunal compétent du siège de l’entreprise.
    .title = Droit et litiges
