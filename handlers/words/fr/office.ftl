### Qui coordonne : un administrateur invite et retire, sans redémarrer.

command-coordinators = Qui coordonne
office-head = 🧭 <b>Coordinateurs</b>
office-line = 👤 { $name }
office-admin = ★ { $name } (administrateur)
office-how = ★ est nommé dans les réglages (ADMIN_IDS).
office-invite = ➕ Inviter quelqu’un
office-cut = ✂ Annuler le lien en attente
office-is-cut = Le lien ne marche plus.
office-link = 🧭 Touchez ce lien pour coordonner les chantiers de { $company }. Il sert une seule fois, jusqu’au { $until } :
    { $link }
office-out = 🗑 Retirer { $name }
office-is-out = 🗑 { $name } ne coordonne plus : ses droits sont finis. Pensez à le retirer aussi du groupe Telegram.
office-visits = 👁️ Visites réservées qui cherchent quelqu’un d’autre : { $numbers }.
office-is-admin = { $name } est administrateur : son numéro est dans ADMIN_IDS. Le dernier administrateur reste toujours.
office-you-are-out = 👋 Vous ne coordonnez plus les chantiers de { $company }. Merci pour votre travail.
office-already = Vous coordonnez déjà. Passez ce lien à la personne que vous invitez.
office-welcome = 🧭 Bienvenue ! Vous coordonnez maintenant les chantiers de { $company }. /help dit ce que vous pouvez faire.
office-told = 🧭 { $name } coordonne maintenant (invité par { $by }).
office-told-out = 🧭 { $name } ne coordonne plus ({ $by }).
