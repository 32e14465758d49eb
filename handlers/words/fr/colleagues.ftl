# Plusieurs personnes d’une même entreprise : le lien, la liste, qui gère.

command-invite = Inviter un collègue

invitation-open = 🔗 Votre lien d’invitation : { $uses } sur { $most } places prises, valable jusqu’au { $until }. Chaque collègue qui le suit voit les demandes et les devis de votre entreprise.
invitation-link = 👋 { $company } vous invite à suivre ses demandes et ses devis avec { $ours }. Touchez ce lien :
    { $link }
invitation-cut-it = 🚫 Couper le lien
invitation-replace = 🔗 Nouveau lien (l’ancien ne marchera plus)
invitation-new = 🔗 Nouveau lien
invitation-cut = 🚫 Le lien est coupé. Ceux qui sont entrés restent.
invitation-hello = 👋 Vous rejoignez <b>{ $company }</b>{ $siret ->
        [none] {""}
       *[other] {" "}(SIRET { $siret })
    }. Il ne manque que votre nom et votre téléphone.
invitation-welcome = ✅ Bienvenue { $name } ! Vous voyez maintenant les demandes et les devis de { $company }.
invitation-spent = Ce lien ne marche plus : il est trop vieux, complet ou coupé. Demandez-en un nouveau à votre collègue, ou touchez /new pour vous inscrire avec votre SIRET.
invitation-inside = 👍 Vous êtes déjà dans cette entreprise. Touchez /status pour voir où en sont vos demandes.
invitation-for-others = Ce lien est fait pour de nouvelles personnes. Rien ne change pour vous.

colleague-notice = Avant de commencer : avez-vous lu comment nous utilisons vos données ?
    .read = ✅ J’ai compris
colleague-name = Quel est votre nom ?
    .label = Nom
colleague-phone = Votre numéro de téléphone ? Touchez le bouton en bas de l’écran.
    .label = Téléphone

team-open = 👥 Collègues
team-head = 👥 <b>{ $company }</b> · { $count ->
        [one] vous êtes seul dans le bot
       *[other] { $count } personnes
    }
    ★ gère l’entreprise. Touchez un nom pour changer quelque chose.
team-link = 🔗 Inviter un collègue
team-mate = <b>{ $name }</b> · { $phone }
    { $state ->
        [lead] ★ Gère l’entreprise dans le bot.
        [gone] 📵 A bloqué le bot : je ne peux pas lui écrire.
       *[other] Voit et envoie les demandes de l’entreprise.
    }
team-share = ★ Gérer à deux
team-hand-over = 🤝 Passer la main
team-put-out = 🚫 Retirer de l’entreprise
team-leave = 🚫 Quitter l’entreprise
team-back = ◀ Retour
team-last = Quelqu’un doit gérer l’entreprise : passez d’abord la main.
team-unreached = Cette personne a bloqué le bot : je ne peux pas lui écrire.
team-shared = ★ { $name } gère l’entreprise avec vous.
team-handed-over = 🤝 { $name } gère l’entreprise à votre place.
team-you-lead = ★ { $name } vous confie la gestion de { $company } ici : inviter, retirer, laisser entrer. Touchez /invite pour inviter un collègue.
team-is-out = 🚫 { $name } ne voit plus rien de l’entreprise. Ses demandes sont à votre nom.
team-is-out-link = 🚫 { $name } ne voit plus rien de l’entreprise. Ses demandes sont à votre nom. Le lien d’invitation est coupé aussi : touchez /invite pour un nouveau.
team-you-are-out = 👋 Vous n’êtes plus dans { $company } ici : ses demandes et ses devis ne s’affichent plus pour vous. Merci pour tout ! Si c’est une erreur, parlez-en à votre collègue, ou appelez-nous au { $phone }.
team-told = 👥 { $name } n’est plus dans { $company }. Ses demandes sont suivies par { $heir }.
