roster-file-name = equipe
roster-file-members = equipe
roster-file-vehicles = vehicules
roster-sheet-members = Équipe
roster-sheet-vehicles = Véhicules
roster-column-last_name = Nom
roster-column-first_name = Prénom
roster-column-phone = Téléphone
roster-column-languages = Langues
roster-column-roles = Poste
roster-column-contract_from = Début de contrat
roster-column-contract_until = Fin de contrat
roster-column-weekly_hours = Heures par semaine
roster-column-vehicle = Véhicule
roster-column-plate = Immatriculation
roster-column-kind = Type
roster-column-volume = Volume m3
roster-column-payload = Charge utile
roster-column-licence = Permis
roster-column-tail_lift = Hayon
roster-column-glass_frame = Chevalet
roster-column-inspected_until = Contrôle technique
roster-column-out_from = Indisponible du
roster-column-out_until = Indisponible au
roster-field-name = Nom
roster-field-phone = Téléphone
roster-field-languages = Langues
roster-field-roles = Poste
roster-field-contract_from = Début de contrat
roster-field-contract_until = Fin de contrat
roster-field-weekly_hours = Heures par semaine
roster-field-kind = Type
roster-field-plate = Immatriculation
roster-field-volume = m³
roster-field-payload = Charge utile (kg)
roster-field-licence = Permis
roster-field-tail_lift = Hayon
roster-field-glass_frame = Chevalet
roster-field-inspected_until = Contrôle technique
roster-field-out_from = Indisponible du
roster-field-out_until = Indisponible au
roster-role-leader = chef d’équipe
roster-role-instructor = encadrant technique
roster-role-handler = agent
roster-role-driver = chauffeur
roster-role-carpenter = menuisier
roster-role-surveyor = chargé d’affaires
roster-role-counsellor = CIP
roster-yes = oui
roster-no = non
roster-template = 📄 Modèle à remplir
roster-template-coming = Le modèle arrive.
roster-how = Pour l’équipe et les véhicules : remplissez le modèle et envoyez-le ici (Excel ou CSV), ou ajoutez une personne ci-dessous.
roster-reading = ⏳ Je lis le fichier…
roster-large = Ce fichier est trop grand pour une équipe. Envoyez un fichier de moins de 1 Mo.
roster-other-sheet = Je ne lis pas les fichiers { $kind }. Enregistrez-le en .xlsx ou en .csv, et envoyez-le de nouveau.
roster-differs = 📋 <b>{ $new ->
    [0] Personne de nouveau
    [one] 1 nouveau
   *[other] { $new } nouveaux
  }, { $changed ->
    [0] rien ne change
    [one] 1 changement
   *[other] { $changed } changements
  }</b>
roster-same = Ce fichier dit ce que je sais déjà : rien à changer.
roster-new = { $icon } ➕ { $name }
roster-changed = { $icon } ✏️ { $name } · { $changes }
roster-passed-over = ⚠️ Feuilles sans colonnes connues, non lues : { $sheets }
roster-apply = ✅ Mettre en service
roster-applied = ✅ C’est fait ({ $count }). Personne n’a été retiré.
roster-undo = ↩ Annuler ce fichier
roster-show = 👷 Voir l’équipe
roster-withdrawn = ↩ Annulé : l’équipe est comme avant ce fichier.
roster-stays = Changés depuis, ou déjà utilisés (dans le bot ou sur un chantier), donc laissés tels quels : { $names }
roster-names-taken = ⚠️ Rien n’est changé : ces noms sont déjà ceux d’autres véhicules : { $names }. Donnez d’abord un autre nom à ceux-là, puis envoyez le fichier de nouveau.
roster-faults = { $count ->
    [one] ⚠️ <b>1 problème dans ce fichier</b>
   *[other] ⚠️ <b>{ $count } problèmes dans ce fichier</b>
  }
roster-faults-mend = Rien n’a été changé. Corrigez le fichier et envoyez-le de nouveau.
roster-fault-at = • Ligne { $row }, « { $column } » : { $fault }
roster-fault-no-header = Je ne trouve pas de ligne de titres : il faut au moins une colonne « Nom » (équipe) ou « Immatriculation » (véhicules).
roster-fault-empty = Aucune ligne n’est remplie.
roster-fault-broken = Ce fichier ne s’ouvre pas.
roster-fault-too-many = Trop de lignes : 500 personnes et 200 véhicules au plus.
roster-fault-no-name = il manque le nom
roster-fault-name = « { $value } » n’est pas un nom
roster-fault-twice = « { $value } » est déjà plus haut
roster-fault-phone-invalid = « { $value } » n’est pas un numéro de téléphone
roster-fault-phone-short-code = « { $value } » est trop court pour un numéro
roster-fault-phone-surcharged = « { $value } » est un numéro surtaxé
roster-fault-taken = ce numéro est celui de { $value }
roster-fault-day = « { $value } » n’est pas une date : écrivez par exemple 31/12/2027
roster-fault-hours = « { $value } » : entre 1 et 48 heures par semaine
roster-fault-role = « { $value } » : écrivez chef d’équipe, encadrant, agent, chauffeur, menuisier, chargé d’affaires ou CIP
roster-fault-language = « { $value } » n’est pas une langue que je connais
roster-fault-minor = moins de 18 ans : nous ne planifions pas de mineurs
roster-fault-upside-down = la fin est avant le début
roster-fault-measure = « { $value } » n’est pas un nombre plus grand que zéro, ou dépasse 100 000
roster-fault-flag = « { $value } » : écrivez oui ou non
roster-fault-plate = « { $value } » n’est pas une immatriculation
roster-fault-licence = « { $value } » : écrivez B, C1 ou C
roster-fault-kind = « { $value } » : écrivez fourgon 12 m³, camion 20 m³, porteur 7,5 t, porteur 19 t ou plateau
