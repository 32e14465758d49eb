# What an administrator replaces: prices, company, catalogue, synonyms.

command-books = Prices, company, catalogue, your words

book-name =
    .prices = Prices
    .company = Company
    .catalogue = Catalogue
    .synonyms = Your words

books-head = 📚 <b>The files that prices depend on</b>
book-shipped = <b>{ $name }</b>: the one that came with the bot
book-no-synonyms = <b>{ $name }</b>: none in a file. One line a word, with the columns word, codes and lang (fr or en): a list that says the word is understood from then on.
book-standing = <b>{ $name }</b>: replaced on { $on } by { $by }
books-how = To change one: ask for the file, edit it, send it back here. I check everything first, and nothing changes without your yes.
book-send = 📎 { $name }
book-checking = 🔎 Checking the file…
book-large = This file is too large: 1 MB at most.
book-unknown = I do not recognise this file. I expect the prices (.toml), the company (.toml), the catalogue or your words (.csv, .xlsx). /books gives them to you.
book-faults = { $count ->
        [one] ❌ One thing is wrong in this file. Nothing has changed.
       *[other] ❌ { $count } things are wrong in this file. Nothing has changed.
    }
book-fault = • <code>{ $field }</code>: { $problem }
book-faults-mend = Correct it, then send the file again.
book-more = … and { $count } more
book-same = { $name }: this file says the same as the one in use. Nothing to change.
book-differs = { $count ->
        [one] 📝 <b>{ $name }</b>: one value changes.
       *[other] 📝 <b>{ $name }</b>: { $count } values change.
    } Requests already received keep their price.
book-changed = • <code>{ $field }</code>: { $before } → <b>{ $after }</b>
book-added = • <code>{ $field }</code>: <b>{ $after }</b> (new)
book-removed = • <code>{ $field }</code>: { $before } (gone)
book-apply = ✅ Put into use
book-applied = ✅ <b>{ $name }</b>: in use for the next requests.
book-undo = ↩ Go back to the one before
book-withdrawn = ↩ <b>{ $name }</b>: the file before is in use again.

fault-missing = missing
fault-unknown = not a known field
fault-file = not readable ({ $why })
fault-table = must be a table [ … ]
fault-tables = must be a list of values
fault-text = must be a text that is not empty
fault-long = longer than { $most } characters
fault-lines = must be a list of lines of text
fault-code = “{ $given }” is not a code in capitals
fault-whole = must be a whole number from { $lowest } to { $highest }
fault-number = must be a number from { $lowest } to { $highest }
fault-choice = must be one of: { $choices }
fault-flag = must be true or false
fault-day = must be a date like 2030-12-31, without quotes
fault-siret = not a SIRET: 14 digits whose check digits agree
fault-vat = must look like FR44732829320
fault-vat-other = belongs to another company than the SIRET
fault-vat-key = its key should be { $key }
fault-phone = not a phone number
fault-email = not an email address
fault-capital = missing: a company registered at the RCS prints its capital
fault-twice = stands there twice
fault-no-value = has no value that counts today
fault-word = has no letter
fault-no-item = the catalogue has no item { $given }
fault-rows = has more than { $most } rows
fault-no-fee = the prices have no gate fee for the stream { $stream }
fault-needed = missing, and earlier requests name it
