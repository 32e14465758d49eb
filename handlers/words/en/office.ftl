### Who coordinates: an administrator invites and takes out, without a restart.

command-coordinators = Who coordinates
office-head = 🧭 <b>Coordinators</b>
office-line = 👤 { $name }
office-admin = ★ { $name } (administrator)
office-how = ★ is named in the settings (ADMIN_IDS).
office-invite = ➕ Invite somebody
office-cut = ✂ Cancel the waiting link
office-is-cut = The link no longer works.
office-link = 🧭 Touch this link to coordinate the jobs of { $company }. It works once, until { $until }:
    { $link }
office-out = 🗑 Remove { $name }
office-is-out = 🗑 { $name } no longer coordinates: their rights are over. Remember to take them out of the Telegram group too.
office-visits = 👁️ Booked visits that need somebody else: { $numbers }.
office-is-admin = { $name } is an administrator: their number is in ADMIN_IDS. The last administrator always stays.
office-you-are-out = 👋 You no longer coordinate the jobs of { $company }. Thank you for your work.
office-already = You are a coordinator already. Pass this link on to the person you invite.
office-welcome = 🧭 Welcome! You now coordinate the jobs of { $company }. /help says what you can do.
office-told = 🧭 { $name } is now a coordinator (invited by { $by }).
office-told-out = 🧭 { $name } is no longer a coordinator ({ $by }).
