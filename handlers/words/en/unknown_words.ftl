# The words of lists that nobody understood, and what they mean.

command-words = Words to learn

words-open = 🔤 Words to learn ({ $count })
words-none = 🔤 Every word of the lists is understood. Nothing to learn.
words-head = { $count ->
        [one] 🔤 <b>One word of the lists was not understood</b>
       *[other] 🔤 <b>{ $count } words of the lists were not understood</b>
    }
words-ask = { $count ->
        [one] “{ $word }”, written once: what is it?
       *[other] “{ $word }”, written { $count } times: what is it?
    }
words-others = After it: { $words }
words-search = 🔎 Find another item
words-aside = 🚫 It is nothing to take away
words-next = › Go to the next word
words-go-on = { $count ->
        [one] › 1 more word
       *[other] › { $count } more words
    }
words-taught = ✅ “{ $word }” means “{ $item }”. From now on a list that says it is understood without a question. Requests already received do not change.
words-set-aside = 🚫 “{ $word }” is nothing to take away. I will not ask again.
words-undo = ↩ Undo

teaching-item = Which item is it? Choose, or write a word.
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
