"""Lists of things as people send them: text → lines → items of the catalogue.

`lines.read_lines` cuts a text into lines with place, quantity, unit and remark; `matching.Matcher`
says which item a line names: sure, offered (four at most) or unknown. Pure. The words are data:
`domain/data/reading.toml` (numbers, units, places) and `synonyms.csv` (names of things).
A quantity that is not certain is None: it is asked, never guessed.
"""
