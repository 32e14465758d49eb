roster-file-name = team
roster-file-members = team
roster-file-vehicles = vehicles
roster-sheet-members = Team
roster-sheet-vehicles = Vehicles
roster-column-last_name = Last name
roster-column-first_name = First name
roster-column-phone = Phone
roster-column-languages = Languages
roster-column-roles = Job
roster-column-contract_from = Contract start
roster-column-contract_until = Contract end
roster-column-weekly_hours = Hours per week
roster-column-vehicle = Vehicle
roster-column-plate = Number plate
roster-column-kind = Type
roster-column-volume = Volume m3
roster-column-payload = Payload
roster-column-licence = Licence
roster-column-tail_lift = Tail lift
roster-column-glass_frame = Glass frame
roster-column-inspected_until = Next inspection
roster-column-out_from = Out of service from
roster-column-out_until = Out of service until
roster-field-name = Name
roster-field-phone = Phone
roster-field-languages = Languages
roster-field-roles = Job
roster-field-contract_from = Contract start
roster-field-contract_until = Contract end
roster-field-weekly_hours = Hours per week
roster-field-kind = Type
roster-field-plate = Plate
roster-field-volume = m³
roster-field-payload = Payload (kg)
roster-field-licence = Licence
roster-field-tail_lift = Tail lift
roster-field-glass_frame = Glass frame
roster-field-inspected_until = Inspection
roster-field-out_from = Out from
roster-field-out_until = Out until
roster-role-leader = team leader
roster-role-instructor = instructor
roster-role-handler = handler
roster-role-driver = driver
roster-role-carpenter = carpenter
roster-role-surveyor = surveyor
roster-role-counsellor = counsellor
roster-yes = yes
roster-no = no
roster-template = 📄 Template to fill in
roster-template-coming = The template is on its way.
roster-how = For the team and the vehicles: fill in the template and send it here (Excel or CSV), or add a person below.
roster-reading = ⏳ Reading the file…
roster-large = This file is too big for a team. Send a file of less than 1 MB.
roster-other-sheet = I do not read { $kind } files. Save it as .xlsx or .csv and send it again.
roster-differs = 📋 <b>{ $new ->
    [0] Nobody new
    [one] 1 new
   *[other] { $new } new
  }, { $changed ->
    [0] nothing changes
    [one] 1 change
   *[other] { $changed } changes
  }</b>
roster-same = This file says what I know already: nothing to change.
roster-new = { $icon } ➕ { $name }
roster-changed = { $icon } ✏️ { $name } · { $changes }
roster-passed-over = ⚠️ Sheets without known columns, not read: { $sheets }
roster-apply = ✅ Put into use
roster-applied = ✅ Done ({ $count }). Nobody was taken out.
roster-undo = ↩ Undo this file
roster-show = 👷 Show the team
roster-withdrawn = ↩ Undone: the team is as it was before this file.
roster-stays = Changed since, or in use already (in the bot or on a job), so left as they are: { $names }
roster-names-taken = ⚠️ Nothing is changed: other vehicles have these names: { $names }. Give those another name first, then send the file again.
roster-faults = { $count ->
    [one] ⚠️ <b>1 problem in this file</b>
   *[other] ⚠️ <b>{ $count } problems in this file</b>
  }
roster-faults-mend = Nothing was changed. Mend the file and send it again.
roster-fault-at = • Row { $row }, “{ $column }”: { $fault }
roster-fault-no-header = I find no row of headings: there must be a “Name” (team) or a “Number plate” (vehicles) column at least.
roster-fault-empty = No row is filled in.
roster-fault-broken = This file cannot be opened.
roster-fault-too-many = Too many rows: 500 people and 200 vehicles at most.
roster-fault-no-name = the name is missing
roster-fault-name = “{ $value }” is not a name
roster-fault-twice = “{ $value }” stands above already
roster-fault-phone-invalid = “{ $value }” is not a phone number
roster-fault-phone-short-code = “{ $value }” is too short for a number
roster-fault-phone-surcharged = “{ $value }” is a premium-rate number
roster-fault-taken = this number belongs to { $value }
roster-fault-day = “{ $value }” is not a date: write 31/12/2027, for example
roster-fault-hours = “{ $value }”: between 1 and 48 hours a week
roster-fault-role = “{ $value }”: write team leader, instructor, handler, driver, carpenter, surveyor or counsellor
roster-fault-language = “{ $value }” is not a language that I know
roster-fault-minor = under 18: we do not plan minors
roster-fault-upside-down = the end is before the start
roster-fault-measure = “{ $value }” is not a number above zero, or is above 100,000
roster-fault-flag = “{ $value }”: write yes or no
roster-fault-plate = “{ $value }” is not a number plate
roster-fault-licence = “{ $value }”: write B, C1 or C
roster-fault-kind = “{ $value }”: write van 12 m³, box van 20 m³, truck 7.5 t, truck 19 t or flatbed
