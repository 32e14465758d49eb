### Les personnes et les véhicules, entrés et changés dans la conversation.

## Une personne, par questions

roster-edit-add = ➕ Ajouter une personne
roster-edit-another = ➕ Autre personne, même nom
roster-edit-same-name = <b>{ $name }</b> est déjà dans l’équipe. Si c’est quelqu’un d’autre, touchez le bouton ; sinon, touchez ✖ et ouvrez sa fiche dans /team.
roster-edit-same = { $name } : rien n’a changé.
roster-edit-added = ✅ { $name } est dans l’équipe.
    { $changes }
roster-edit-changed = ✅ { $name } : { $changes }
roster-edit-undone = ↩ C’est annulé pour { $name } : { $changes }
member-card = 👤 { $name }
vehicle-card = 🚐 { $name }
roster-edit-told = ✏️ { $name } : { $changes } ({ $by })
roster-edit-told-new = ➕ { $name } : { $changes } ({ $by })
roster-edit-told-undone = ↩ { $name } : { $changes } ({ $by })
roster-edit-told-member = ℹ️ Votre fiche change : { $changes }. Ce n’est pas juste ? Dites-le au bureau.
roster-edit-changed-since = { $name } : changé depuis, donc laissé tel quel. Ouvrez la fiche.
roster-edit-in-use = { $name } est déjà utilisé (dans le bot ou sur un chantier). Ouvrez la fiche.
roster-edit-name-taken = Un autre véhicule s’appelle maintenant { $name }. Rien n’est changé.
roster-edit-phone-taken = ⚠️ Ce numéro est maintenant celui de { $name }. Le reste est gardé, sans le numéro.
member-change = ✏️ Changer
member-which = Que voulez-vous changer ?
member-back = ‹ Retour
member-speaks = 🗣 { $languages }
member-contract-from = 📅 Contrat depuis le { $since }
newmember-name = 👤 Quel est le nom de cette personne ?
    .label = Nom
newmember-adult = A-t-elle 18 ans ? Touchez, ou écrivez sa date de naissance (elle n’est pas gardée).
    .label = Âge
    .grown = ✅ 18 ans ou plus
    .minor = Moins de 18 ans
newmember-phone = 📞 Quel est son numéro ? Écrivez-le, ou envoyez son contact.
    .label = Téléphone
    .skip = Pas de téléphone
newmember-languages = 🗣 Quelles langues parle-t-elle ? Touchez, ou écrivez par exemple : français, arabe.
    .label = Langues
newmember-roles = Que fait-elle ? Touchez tout ce qui va, puis « Terminé ».
    .label = Poste
    .leader = chef d’équipe
    .instructor = encadrant technique
    .handler = agent
    .driver = chauffeur
    .carpenter = menuisier
    .surveyor = chargé d’affaires
    .counsellor = CIP
newmember-contract_from = 📅 Le contrat commence quand ? Écrivez par exemple 01/12/2026.
    .label = Début de contrat
newmember-contract_until = 📅 Le contrat finit quand ? Écrivez par exemple 30/06/2027.
    .label = Fin de contrat
    .skip = Sans fin (CDI)
newmember-weekly_hours = ⏱ Combien d’heures par semaine ?
    .label = Heures par semaine
setmember-name = 👤 Quel est le nom ?
    .label = Nom
setmember-phone = 📞 Quel est le numéro ? Écrivez-le, ou envoyez le contact.
    .label = Téléphone
    .skip = Pas de téléphone
setmember-languages = 🗣 Quelles langues ? Touchez, ou écrivez par exemple : français, arabe.
    .label = Langues
setmember-roles = Quel poste ? Touchez tout ce qui va, puis « Terminé ».
    .label = Poste
    .leader = chef d’équipe
    .instructor = encadrant technique
    .handler = agent
    .driver = chauffeur
    .carpenter = menuisier
    .surveyor = chargé d’affaires
    .counsellor = CIP
setmember-contract_from = 📅 Le contrat commence quand ? Écrivez par exemple 01/12/2026.
    .label = Début de contrat
setmember-contract_until = 📅 Le contrat finit quand ? Écrivez par exemple 30/06/2027.
    .label = Fin de contrat
    .skip = Sans fin (CDI)
setmember-weekly_hours = ⏱ Combien d’heures par semaine ?
    .label = Heures par semaine
rejected-expected-detail = { received } Touchez un bouton, ou écrivez la réponse.
rejected-roster-name = { roster-fault-name }. Écrivez-le avec des lettres.
rejected-roster-taken = Ce numéro est celui de { $value }. Écrivez-en un autre, ou ouvrez cette fiche dans /team.
rejected-roster-minor = Moins de 18 ans : nous ne planifions pas de mineurs. Rien n’est enregistré.
rejected-roster-day = { roster-fault-day }.
rejected-roster-hours = { roster-fault-hours }.
rejected-roster-language = { roster-fault-language }. Écrivez par exemple : français, arabe.
rejected-roster-upside-down = La fin est avant le début. Écrivez un autre jour.

## Un certificat

certificate-add = ➕📜 Certificat
certificate-photo-of = 📷 { $name } : { $kind }
certificate-kind = 📜 Quel certificat ?
    .label = Certificat
certificate-issued_on = 📅 Obtenu quel jour ? Écrivez par exemple 15/06/2026.
    .label = Obtenu le
certificate-valid_until = 📅 Valable jusqu’à quel jour ? Écrivez par exemple 15/06/2028.
    .label = Valable jusqu’au
certificate-photo = 📷 Envoyez une photo du document. Seuls les coordinateurs la voient.
    .label = Photo

## Un véhicule

vehicle-list = 🚐 Véhicules
vehicle-head = 🚐 <b>Véhicules</b>
vehicle-line = 🚐 <b>{ $name }</b>
vehicle-plate = { " " }· { $plate }
vehicle-is-out = ⛔ hors service
vehicle-inspection-over = ⚠️ contrôle technique fini
vehicle-value = { $label } : { $value }
vehicle-out-days = ⛔ Hors service : { $begin } → { $end }
vehicle-add = ➕ Ajouter un véhicule
vehicle-out = 🔧 Hors service
vehicle-back-in = ✅ De nouveau en service
vehicle-drop = 🗑 Retirer ce véhicule
vehicle-dropped = 🗑 { $name } n’est plus dans les véhicules.
vehicle-told = 🗑 { $name } n’est plus dans les véhicules ({ $by }).
vehicle-planned = { $name } est prévu sur { $numbers }. Changez d’abord de véhicule sur ces chantiers.
vehicle-touches = { $count ->
    [one] ⚠️ Un chantier prévu avec ce véhicule : { $numbers }. Changez le véhicule.
   *[other] ⚠️ { $count } chantiers prévus avec ce véhicule : { $numbers }. Changez le véhicule.
  }
vehicle-kind-van12 = fourgon 12 m³
vehicle-kind-van20 = camion 20 m³
vehicle-kind-truck7_5 = porteur 7,5 t
vehicle-kind-truck19 = porteur 19 t
vehicle-kind-flatbed = plateau
rejected-vehicle-name-taken = « { $value } » existe déjà. Écrivez un autre nom, ou ouvrez sa fiche dans /team.
rejected-plate-taken = Cette immatriculation est celle de { $value }. Écrivez-en une autre, ou ouvrez sa fiche.
rejected-roster-measure = { roster-fault-measure }. Écrivez un nombre, par exemple 800.
rejected-roster-plate = { roster-fault-plate }. Écrivez par exemple AB-123-CD.
newvan-name = 🚐 Quel nom pour ce véhicule ? Par exemple : Camion blanc.
    .label = Nom
newvan-kind = Quel type ?
    .label = Type
newvan-plate = Quelle immatriculation ? Écrivez par exemple AB-123-CD.
    .label = Immatriculation
newvan-volume = Combien de m³ ?
    .label = m³
newvan-payload = Quelle charge utile, en kg ?
    .label = Charge utile
newvan-licence = Quel permis faut-il ?
    .label = Permis
    .B = B
    .C1 = C1
    .C = C
newvan-tail_lift = A-t-il un hayon ?
    .label = Hayon
newvan-glass_frame = A-t-il un chevalet pour le verre ?
    .label = Chevalet
newvan-inspected_until = 📅 Contrôle technique valable jusqu’à quel jour ? Écrivez par exemple 30/09/2027.
    .label = Contrôle technique
setvan-name = 🚐 Quel nom pour ce véhicule ? Par exemple : Camion blanc.
    .label = Nom
setvan-kind = Quel type ?
    .label = Type
setvan-plate = Quelle immatriculation ? Écrivez par exemple AB-123-CD.
    .label = Immatriculation
setvan-volume = Combien de m³ ?
    .label = m³
setvan-payload = Quelle charge utile, en kg ?
    .label = Charge utile
setvan-licence = Quel permis faut-il ?
    .label = Permis
    .B = B
    .C1 = C1
    .C = C
setvan-tail_lift = A-t-il un hayon ?
    .label = Hayon
setvan-glass_frame = A-t-il un chevalet pour le verre ?
    .label = Chevalet
setvan-inspected_until = 📅 Contrôle technique valable jusqu’à quel jour ? Écrivez par exemple 30/09/2027.
    .label = Contrôle technique
vanout-out_from = 🔧 Hors service depuis quel jour ?
    .label = Hors service depuis
vanout-out_until = 🔧 Jusqu’à quel jour ? Le dernier jour où il ne roule pas.
    .label = Hors service jusqu’au
    .skip = Je ne sais pas encore

## Un autre numéro, un autre compte

member-invite-again = 📱 Nouveau téléphone ou compte
joining-waits = ⏳ Merci. Le bureau vérifie que c’est vous, puis vos chantiers arrivent ici.
joining-other-number = 📱 <b>{ $name }</b> veut entrer avec un autre numéro : { $phone }. Sur sa fiche : { $known }. Est-ce bien cette personne ?
joining-other-account = 📱 <b>{ $name }</b> a un nouveau compte Telegram : { $phone }. Sur sa fiche : { $known }. L’ancien compte perdra ses droits. Est-ce bien cette personne ?
joining-replaced = 🔁 Demande sans objet : il y en a une plus récente, ou la personne est déjà entrée.
joining-number-is = 📱 ✅ Votre numéro est maintenant { $phone }.
joining-let-in = ✅ Oui, laisser entrer
joining-keep-out = ❌ Non
joining-is-in = ✅ { $name } est entré avec ce numéro ({ $by }).
joining-is-out = ❌ { $name } : ce compte n’entre pas ({ $by }).
joining-moved = 👋 Ce compte n’est plus dans l’équipe de { $company } : vous êtes entré avec un autre.
joining-refused = Le bureau n’a pas pu vous reconnaître. Demandez un nouveau lien à votre responsable.

## Répondre au téléphone

phone-yes = 📞 ✅ { $name } vient
phone-no = 📞 ❌ { $name }
phone-said-confirmed = { $name } vient : noté, dit au téléphone.
phone-said-declined = { $name } ne vient pas : noté, dit au téléphone.

## Ce qui finit bientôt

expiry-inspection = contrôle technique
expiry-soon = { $days ->
    [0] 📜 { $name } : { $what } finit aujourd’hui.
    [one] 📜 { $name } : { $what } finit demain, le { $until }.
   *[other] 📜 { $name } : { $what } finit le { $until }, dans { $days } jours.
  }
expiry-over = ⛔ { $name } : { $what } est fini depuis le { $until }.
