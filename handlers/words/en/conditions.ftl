# General conditions of the quote: a template, to be approved by the company's lawyer.

pdf-terms = General conditions
pdf-terms-template = TEMPLATE — to be approved by the company’s lawyer before any use.
pdf-terms-approved = Conditions approved on { $on }.

terms-scope = We do what the quote describes: inventory, place, access, dates. What is not in it is not included. Where they disagree, the quote prevails over these conditions.
    .title = Purpose
terms-price = The price is firm until the end of validity, for the inventory and access stated. VAT is that in force on the day of the invoice.
    .title = Price
terms-changes = Any change of inventory, access or date makes a new revision, accepted before it is carried out. The reuse credit follows the weights planned in the quote.
    .title = Changes
terms-access = The client provides access, parking, light and, where there is one, the use of the lift. Time our crew waits because of the client may be invoiced at the hourly rate of the quote.
    .title = Access to the site
terms-hazards = Before the work the client hands over the compulsory surveys (asbestos, lead, fluids) and isolation certificates. Faced with a danger or an undeclared product, we stop and say so at once.
    .title = Hazards and surveys
terms-ownership = The client declares that they may dispose of the goods. Ownership passes to us on removal, for reuse, transformation or recycling, unless stated otherwise.
    .title = Ownership of goods
terms-data = The client removes papers, valuables and personal data, including from devices. Anything found is reported and kept available for 15 days.
    .title = Papers and data
terms-dates = Dates are confirmed after the agreement. We move them free of charge for force majeure, weather alerts or a site that is not ready. A postponement asked for by the client less than 48 hours ahead may be invoiced.
    .title = Dates
terms-liability = We answer for damage caused by our crew, within the limits of our insurance. Damage is reported in writing within 3 working days after the work.
    .title = Liability
terms-payment = Invoices are paid as the quote says, without discount. Late interest and recovery fee: see the quote. A partial dispute does not suspend payment of the rest.
    .title = Payment
terms-end = After a serious breach not mended within 8 days of formal notice, the other party may end the contract. Work already done is paid.
    .title = End of the contract
terms-law = French law applies. The parties seek an amicable settlement before the competent court at the company’s seat.
    .title = Law and disputes
