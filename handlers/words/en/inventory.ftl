# The list of what is to be taken away: by tapping, in words, pasted or as a file.

goods-ways = Tap a family, write a word (“cupboard”) or paste a list (“20 desks, 15 chairs”). You can also fill in the template and send it here.
goods-listed = • { $line }
goods-line = { $quantity } × { $item } ({ $state })
goods-fixed = fixed
goods-condition = Condition
    .A = A = as new
    .B = B = good
    .C = C = worn but intact
    .D = D = broken
goods-total = <b>{ $count ->
        [0] { "" }
        [one] { $pieces } piece ·{ " " }
       *[other] { $pieces } pieces ·{ " " }
    }{ $volume } m³ · { $weight } kg</b>
goods-shown = { $count ->
        [one] 1 line
       *[other] { $count } lines
    }
goods-unread = Not recognised: { $words }
goods-remark = 💬 { $words }
goods-remarks = 💬 Kept for our coordinators: { $words }
goods-reading = ⏳ I am reading your file…
goods-how-many = How many “{ $item }”? Write a number.
goods-line-open = <b>{ $line }</b>
    Write a number to change the quantity. A photo sent now is kept with this line.
goods-offered = This is what I understood. Is it right?
goods-ask-item = “{ $words }”: which one is it? Tap it, or write another word.
goods-ask-unknown = I do not know “{ $words }”. Write another word, or leave it out.
goods-ask-amount = “{ $words }”: how much { $item }? Tap a number, or write it ({ $unit }).
goods-ask-again = “{ $words }”: the list already says “{ $line }”. Replace, or add?
goods-instead = ✏️ Replace: { $quantity } in all
goods-as-well = ➕ Add: { $quantity } in all
goods-later-more = { $count ->
        [one] Your list is long: 1 more line comes after this.
       *[other] Your list is long: { $count } more lines come after this.
    }
goods-asked-more = { $count ->
        [one] 1 more after this.
       *[other] { $count } more after this.
    }

goods-step = by { $step }
goods-mine = ✏️ My list ({ $count })
goods-waiting = ❓ To make clear ({ $count })
goods-to-confirm = 📋 To confirm ({ $count })
goods-leave-out = 🚫 Leave it out
goods-keep-other = ➕ Add it all the same, with its size
goods-other = { $words } (not in the catalogue)
goods-other-listed = • { $words }
goods-other-count = “{ $words }”: how many? Tap a number, or write it.
goods-other-size = “{ $words }”: how big is one of them? Write for example 120x60x80 cm or 0.5 m³. A photo helps us to price it.
goods-other-photos = { $count ->
        [one] 📷 1 photo kept with it.
       *[other] 📷 { $count } photos kept with it.
    }
goods-other-sizeless = No measurements
goods-other-pictured = The photo is enough
goods-later = ‹ Later
goods-take = ➕ Add and go on
goods-take-all = ✅ Add, and that’s all
goods-drop = 🗑 Do not add
goods-is-fixed = 🔩 Fixed to the building: yes
goods-not-fixed = 🔩 Fixed to the building: no
goods-undo = ↶ Undo the last step
goods-paper-xlsx = 📄 Excel template
goods-paper-csv = 📄 CSV template
goods-paper-caption = Fill in the column “Quantity”, then send me this file here.

goods-file-name = inventory-template
goods-sheet-title = Inventory
goods-column-code = Code
goods-column-label = Label
goods-column-quantity = Quantity
goods-column-condition = Condition
goods-column-fixed = Fixed
goods-yes = yes
goods-no = no
goods-unit-u = pieces
goods-unit-m2 = m²
goods-unit-m3 = m³
goods-unit-ml = m
goods-unit-kg = kg

goods-fault-unknown = ⚠️ Row { $row }, column “{ $column }”: I do not know “{ $value }”.
goods-fault-quantity = ⚠️ Row { $row }, column “{ $column }”: “{ $value }” is not a quantity.
goods-fault-condition = ⚠️ Row { $row }, column “{ $column }”: “{ $value }” is not A, B, C or D. I took B.
goods-fault-fixed = ⚠️ Row { $row }, column “{ $column }”: “{ $value }” is neither yes nor no. I took no.
goods-fault-no-header = ⚠️ I cannot find the column “Quantity” in this file. Use our template.
goods-fault-no-label = ⚠️ I cannot find the column “Label” in this file. Add it, or use our template.
goods-fault-no-sheet = ⚠️ I took nothing from the sheet “{ $value }”: I cannot find the columns “Label” and “Quantity” there.
goods-fault-empty = ⚠️ There is no quantity in this file. Fill in the column “Quantity”.
goods-fault-broken = ⚠️ I cannot read this file. Please send it as .xlsx, .csv, .docx or .pdf, or paste the list here.
goods-fault-scan = ⚠️ This document is a picture: I find no text in it. I keep it with your request, and the coordinator will see it. Please write or paste the list here, even roughly.
goods-fault-too-complex = ⚠️ This document is too complicated for me to read. I keep it with your request, and the coordinator will see it. Please send the list as .xlsx or .csv, or paste it here.
goods-fault-locked = ⚠️ This PDF is protected by a password. Send it without one, or paste the list here.
goods-fault-long = ⚠️ This document has more than 20 pages. Send only the pages of the list, or paste it here.
goods-fault-no-things = ⚠️ I find no thing in this document. Please write or paste the list here.
goods-fault-too-big = ⚠️ This file is too big for a list.
goods-fault-too-many = ⚠️ This file has too many rows. I take 40 in all.

rejected-expected-inventory = { received } Tap a button, write a word, paste a list or send the template filled in.
rejected-goods-other-sheet = I cannot read { $ending } files. Save it as .xlsx or .csv, and send it again.
rejected-goods-none = The list is empty. Add at least one thing.
rejected-goods-waiting = Something is still to be made clear or confirmed. See the buttons below.
rejected-goods-full = The list is full: { $most } lines at most.
rejected-goods-too-many = I count { $count }: that is too many at once. Send { $most } lines at most.
rejected-goods-size = I cannot read a size. Write for example 120x60x80 cm or 0.5 m³, or tap the button.
rejected-goods-others-only = Please also list at least one thing from the categories. If nothing of yours is there, tap “‹ Back” to “How would you like to continue?” and choose “⚡ Quick”: photos are enough.
rejected-goods-other-text = I do not read { $ending } files. Save it as .docx or .pdf, or paste the text here.
