# Ce qu’un administrateur remplace : tarifs, entreprise, catalogue, synonymes.

command-books = Tarifs, entreprise, catalogue, vos mots

book-name =
    .prices = Tarifs
    .company = Entreprise
    .catalogue = Catalogue
    .synonyms = Vos mots

books-head = 📚 <b>Les fichiers dont dépendent les prix</b>
book-shipped = <b>{ $name }</b> : celui fourni avec le bot
book-no-synonyms = <b>{ $name }</b> : rien dans un fichier. Une ligne par mot, avec les colonnes word, codes et lang (fr ou en) : ainsi une liste qui dit ce mot est comprise.
book-standing = <b>{ $name }</b> : remplacé le { $on } par { $by }
books-how = Pour changer : demandez le fichier, modifiez-le, renvoyez-le ici. Je vérifie tout avant, et rien ne change sans votre accord.
book-send = 📎 { $name }
book-checking = 🔎 Je vérifie le fichier…
book-large = Ce fichier est trop gros : 1 Mo au plus.
book-unknown = Je ne reconnais pas ce fichier. J’attends les tarifs (.toml), l’entreprise (.toml), le catalogue ou vos mots (.csv, .xlsx). /books vous les donne.
book-faults = { $count ->
        [one] ❌ Une chose ne va pas dans ce fichier. Rien n’a changé.
       *[other] ❌ { $count } choses ne vont pas dans ce fichier. Rien n’a changé.
    }
book-fault = • <code>{ $field }</code> : { $problem }
book-faults-mend = Corrigez, puis renvoyez le fichier.
book-more = … et { $count } de plus
book-same = { $name } : ce fichier dit la même chose que celui en service. Rien à changer.
book-differs = { $count ->
        [one] 📝 <b>{ $name }</b> : une valeur change.
       *[other] 📝 <b>{ $name }</b> : { $count } valeurs changent.
    } Les demandes déjà reçues gardent leur prix.
book-changed = • <code>{ $field }</code> : { $before } → <b>{ $after }</b>
book-added = • <code>{ $field }</code> : <b>{ $after }</b> (nouveau)
book-removed = • <code>{ $field }</code> : { $before } (retiré)
book-apply = ✅ Mettre en service
book-applied = ✅ <b>{ $name }</b> : en service pour les prochaines demandes.
book-undo = ↩ Revenir au précédent
book-withdrawn = ↩ <b>{ $name }</b> : le fichier précédent est de nouveau en service.

fault-missing = manque
fault-unknown = n’est pas un champ connu
fault-file = illisible ({ $why })
fault-table = doit être un tableau [ … ]
fault-tables = doit être une liste de valeurs
fault-text = doit être un texte qui n’est pas vide
fault-long = plus de { $most } caractères
fault-lines = doit être une liste de lignes de texte
fault-code = « { $given } » n’est pas un code en majuscules
fault-whole = doit être un nombre entier de { $lowest } à { $highest }
fault-number = doit être un nombre de { $lowest } à { $highest }
fault-choice = doit être l’un de : { $choices }
fault-flag = doit être true ou false
fault-day = doit être une date comme 2030-12-31, sans guillemets
fault-siret = n’est pas un SIRET : 14 chiffres dont la clé est juste
fault-vat = doit ressembler à FR44732829320
fault-vat-other = est celui d’une autre entreprise que le SIRET
fault-vat-key = sa clé devrait être { $key }
fault-phone = n’est pas un numéro de téléphone
fault-email = n’est pas une adresse e-mail
fault-capital = manque : une société inscrite au RCS écrit son capital
fault-twice = est là deux fois
fault-no-value = n’a pas de valeur qui compte aujourd’hui
fault-word = n’a pas de lettre
fault-no-item = le catalogue n’a pas d’objet { $given }
fault-rows = a plus de { $most } lignes
fault-no-fee = les tarifs n’ont pas de prix de traitement pour le flux { $stream }
fault-needed = manque, et des demandes passées le citent
