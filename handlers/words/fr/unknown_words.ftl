# Les mots des listes que personne n’a compris, et ce qu’ils veulent dire.

command-words = Mots à apprendre

words-open = 🔤 Mots à apprendre ({ $count })
words-none = 🔤 Tous les mots des listes sont compris. Rien à apprendre.
words-head = { $count ->
        [one] 🔤 <b>Un mot des listes n’a pas été compris</b>
       *[other] 🔤 <b>{ $count } mots des listes n’ont pas été compris</b>
    }
words-ask = { $count ->
        [one] « { $word } », écrit une fois : qu’est-ce que c’est ?
       *[other] « { $word } », écrit { $count } fois : qu’est-ce que c’est ?
    }
words-others = Ensuite : { $words }
words-search = 🔎 Chercher un autre objet
words-aside = 🚫 Ce n’est rien à enlever
words-next = › Passer au mot suivant
words-go-on = { $count ->
        [one] › Encore 1 mot
       *[other] › Encore { $count } mots
    }
words-taught = ✅ « { $word } » veut dire « { $item } ». Dès maintenant, une liste qui le dit est comprise sans question. Les demandes déjà reçues ne changent pas.
words-set-aside = 🚫 « { $word } » n’est rien à enlever. Je ne vous le demanderai plus.
words-undo = ↩ Annuler

teaching-item = Quel objet est-ce ? Choisissez, ou écrivez un mot.
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
