# The words by which an import knows columns.
import-record-id = Record id
import-party-id = Person record id
import-who = Name of member
    .aliases = Donor name | Name of beneficiary
import-given-first = First and last name
    .aliases = Given and family name | First name and surname
import-family-first = Last and first name
    .aliases = Family and given name | Surname and first name
import-name-alone = Name
    .aliases = Names
import-totals = Total
    .aliases = Totals | Grand total | Sum | Subtotal
import-groups = Identity
    .aliases = Personal information | Personal details | Details | Contact | Contact details | Membership
import-fillers = in Arabic
    .aliases = Arabic | French | English | Latin | letters | dirhams | member | optional | required | number

# Rows that were not taken as they stand: what is wrong, and what to do.
import-row-no_name = This row has no name and was not imported.
import-row-no_name-next = Write the name, then import the file again.
import-row-formula = The cell holds a formula, and formulas are not imported.
import-row-formula-next = Copy the cell, paste it in place as a value, then import again.
import-row-broken = The cell holds an error of the sheet program.
import-row-broken-next = Correct it, then import again.
import-row-too_long = The cell's text is too long and was left out.
import-row-too_long-next = Shorten it, then import again.
import-row-title = This row looks like a title or a note and was not imported.
import-row-title-next = If it is a person, fill in the rest of the row.
import-row-repeated = This is the person of row { $first }, who was not added twice.
import-row-repeated-next = Compare the two rows and delete one.
import-row-several_match = Several records match this row; none was changed.
import-row-several_match-next = Merge the duplicates, then import again.
import-row-conflict_open = Two values of this information wait for a decision; it was not changed.
import-row-conflict_open-next = Choose the right one, then import again.
import-row-deleted_since = This record was imported before and then deleted; it stays deleted.
import-row-deleted_since-next = Restore it if that was a mistake.
import-row-reference_unknown = No record has this name or number: { $found }.
import-row-reference_unknown-next = Add it first, then import again.
import-row-reference_several = Several records have this name: { $found }.
import-row-reference_several-next = Write the number instead of the name.
import-row-id_unknown = No record has this id; the row was added as a new record.
import-row-id_unknown-next = Nothing to do if the sheet comes from another association; otherwise check the id.
import-row-no_person = This belongs to a person, but the row has no name; it was left out.
import-row-no_person-next = Write the name, then import again.

import-fault-empty = The file is empty.
import-fault-empty-next = Choose the file that holds the list.
import-fault-wrong_kind = This file is not a sheet ({ $found }).
import-fault-wrong_kind-next = Save the list as XLSX, ODS or CSV, then import it.
import-fault-password = The file is protected by a password.
import-fault-password-next = Open it in the sheet program, remove the password, then import again.
import-fault-too_large = The file is larger than what is read ({ $what }: { $max } at most).
import-fault-too_large-next = Divide it into several files.
import-fault-damaged = The file is damaged or cut short.
import-fault-damaged-next = Open it in the sheet program, save it again, then import it.
import-fault-no_header = No row of headings was found.
import-fault-no_header-next = Write its name above each column, for example: Family name, Given name, Phone.
import-fault-unknown_kind = There is no register named { $kind }.
import-fault-unknown_kind-next = Choose a register from the list: tawro record kinds.
import-fault-mapping_syntax = The mapping file cannot be read at line { $line }.
import-fault-mapping_syntax-next = Write on each line: column heading = field.
import-fault-mapping_column = The mapping file names a column that the sheet does not have: { $column }.
import-fault-mapping_column-next = Write the column as the sheet names it.
import-fault-mapping_field = The mapping file names a field that this register does not have: { $field }.
import-fault-mapping_field-next = Choose a field of this register: tawro record kinds.
import-fault-lookup = The records could not be read.
import-fault-lookup-next = Try again; if it happens again, check the data: tawro node doctor.

import-why-same_card = same identity card number
import-why-same_number = same member number
import-why-same_phone = same telephone
import-why-same_name = same name
import-why-same_name_across = same name in another script
import-why-same_birth_date = same date of birth
import-why-same_birth_year = same year of birth

# The words of an export.
export-yes = yes
export-no = no
