# Les chantiers où l’on revient, et les affiches qui commencent une demande.

command-poster = Affiche avec QR code

site-which = 📍 Un chantier que je connais ? Touchez-le : l’adresse et l’accès se remplissent. Sinon, répondez ci-dessous.
site-posters = 🔗 Affiches
site-filled = 📍 Chantier : <b>{ $address }, { $postcode }</b>. C’est déjà rempli ; vous pourrez le changer à la fin.
site-none = Aucun chantier pour l’instant : envoyez d’abord une demande.
site-for-clients = Cette affiche sert aux clients à demander un devis.
site-poster-which = 🔗 Pour quel chantier faut-il une affiche ? Qui la scanne commence une demande à cette adresse.
site-poster = 📍 { $address }, { $postcode }

    Imprimez cette image et affichez-la. Qui la scanne commence une demande à cette adresse.
    { $link }

poster-address = Où sera l’affiche ?
    .label = Adresse
    .hint = Numéro et rue.
poster-postcode = Et le code postal ?
    .label = Code postal

## Un collègue de la même entreprise

colleague-waits = ⏳ { $company } est déjà inscrite. Un collègue doit dire oui : je lui ai demandé. Je vous écris dès que c’est fait.
colleague-asks = 👋 <b>{ $name }</b> ({ $phone }) dit travailler chez { $company } et demande à voir vos demandes et vos devis. Vous connaissez cette personne ?
company-waits = ⏳ Ce SIRET est celui de { $company }, déjà inscrite. Quelqu’un de cette entreprise doit dire oui : je lui ai demandé. Ensuite vos demandes et les siennes sont ensemble, et vous pouvez accepter le devis.
company-asks = 👋 <b>{ $name }</b> ({ $phone }), de « { $own } », donne le SIRET de { $company } pour accepter un devis. Est-ce la même entreprise ? Si oui, chacun verra toutes les demandes et tous les devis.
company-merged = ✅ « { $own } » et { $company } sont la même entreprise : vos demandes et vos devis sont maintenant ensemble. Si un devis attend votre accord, touchez encore « Accepter ».
colleague-yes = ✅ Oui
colleague-no = ❌ Non
colleague-is-in = ✅ { $name } a rejoint { $company }.
colleague-is-out = ❌ { $name } n’a pas rejoint { $company }.
colleague-refused = { $company } n’a pas confirmé. Si c’est une erreur, appelez-nous au { $phone }.
poster-commune = Dans quelle commune ?
    .label = Commune
