"""How fast the bot is, beside the same conversation on python-telegram-bot alone."""
