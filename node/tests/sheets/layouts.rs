//! Sheets as volunteers might keep them: titles, groups, sections, totals, signatures, five formats.

use rust_xlsxwriter::{Format, Workbook};

use crate::ods;
use crate::people::{self, Dice, Person, arabic_digits};

/// What a cell is, before a format is chosen.
#[derive(Debug, Clone)]
pub(crate) enum Item {
    Text(String),
    Number(f64),
    Date(u32, u32, u32),
}

/// A column: what stands above it in each language, and what it says of a person.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Column {
    Counter,
    Given,
    Family,
    FullName { family_first: bool },
    Sex,
    Birth,
    BirthAndPlace,
    Card,
    Phone,
    Commune,
    Dues,
}

/// One sheet in the making.
pub(crate) struct Sheet {
    /// 0 Arabic, 1 French, 2 English headings; names are Arabic or Latin alike.
    pub(crate) language: usize,
    pub(crate) latin: bool,
    pub(crate) columns: Vec<Column>,
    dates: Dates,
    rows: Vec<Vec<Option<Item>>>,
    merges: Vec<(usize, usize, usize)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dates {
    Cells,
    DayFirst,
    MonthFirst,
    ArabicDigits,
    Iso,
}

fn heading(column: Column, language: usize, dice: &mut Dice) -> String {
    let all: [&[&str]; 3] = match column {
        Column::Counter => [&["ر.ت", "الرقم"], &["N°", "N° d'ordre"], &["No."]],
        Column::Given => [
            &["الاسم الشخصي", "الإسم الشخصي", "الاسم"],
            &["Prénom", "PRENOM", "Prénoms"],
            &["First name", "Given name"],
        ],
        Column::Family => [
            &["الاسم العائلي", "النسب"],
            &["Nom", "NOM", "Nom de famille"],
            &["Last name", "Family name"],
        ],
        Column::FullName { family_first: false } => [
            &["الاسم الكامل", "الاسم والنسب"],
            &["Prénom et nom"],
            &["Full name"],
        ],
        Column::FullName { family_first: true } => [
            &["النسب والاسم"],
            &["Nom et prénom", "NOM ET PRENOM", "Nom & prénom"],
            &["Last and first name"],
        ],
        Column::Sex => [&["الجنس"], &["Sexe", "Genre"], &["Sex"]],
        Column::Birth => [
            &["تاريخ الازدياد", "تاريخ الإزدياد", "تاريخ الولادة"],
            &["Date de naissance", "Date naissance", "Né(e) le"],
            &["Date of birth"],
        ],
        Column::BirthAndPlace => [
            &["تاريخ ومكان الازدياد"],
            &["Date et lieu de naissance"],
            &["Date and place of birth"],
        ],
        Column::Card => [
            &["رقم البطاقة الوطنية", "ب.ت.و"],
            &["CIN", "N° CIN", "CNIE"],
            &["CNIE"],
        ],
        Column::Phone => [
            &["الهاتف", "رقم الهاتف"],
            &["Téléphone", "Tél", "Tél.", "GSM"],
            &["Phone"],
        ],
        Column::Commune => [&["الجماعة"], &["Commune"], &["Commune"]],
        Column::Dues => [&["واجب الانخراط"], &["Cotisation (DH)", "Cotisation"], &["Dues"]],
    };
    (*dice.pick(all[language])).to_owned()
}

pub(crate) fn made(dice: &mut Dice, all: &[Person]) -> Sheet {
    let language = dice.below(3);
    let mut columns = vec![Column::Card, Column::Phone];
    match dice.below(3) {
        0 => columns.push(Column::FullName {
            family_first: dice.once_in(2),
        }),
        _ => columns.extend([Column::Given, Column::Family]),
    }
    columns.push(if dice.once_in(6) {
        Column::BirthAndPlace
    } else {
        Column::Birth
    });
    for column in [Column::Counter, Column::Sex, Column::Commune, Column::Dues] {
        if !dice.once_in(3) {
            columns.push(column);
        }
    }
    dice.shuffle(&mut columns);
    let dates = *dice.pick(&[
        Dates::Cells,
        Dates::DayFirst,
        Dates::MonthFirst,
        Dates::ArabicDigits,
        Dates::Iso,
    ]);
    let mut sheet = Sheet {
        language,
        latin: language > 0,
        columns,
        dates,
        rows: Vec::new(),
        merges: Vec::new(),
    };
    sheet.titles(dice);
    let labels: Vec<String> = sheet
        .columns
        .clone()
        .into_iter()
        .map(|column| heading(column, language, dice))
        .collect();
    sheet.header(dice, &labels);
    for (at, person) in all.iter().enumerate() {
        sheet.interrupt(dice, &labels);
        let row = sheet
            .columns
            .clone()
            .into_iter()
            .map(|column| sheet.cell(column, person, at, dice))
            .collect();
        sheet.rows.push(row);
    }
    sheet.ending(dice, all);
    sheet
}

impl Sheet {
    fn width(&self) -> usize {
        self.columns.len()
    }

    fn across(&mut self, text: &str) {
        self.merges.push((self.rows.len(), 0, self.width() - 1));
        let mut row = vec![None; self.width()];
        row[0] = Some(Item::Text(text.to_owned()));
        self.rows.push(row);
    }

    fn titles(&mut self, dice: &mut Dice) {
        for _ in 0..dice.below(3) {
            let title = [
                "جمعية الأمل للتنمية",
                "Association Espoir - Liste des adhérents 2026",
                "List of members",
            ][self.language];
            self.across(title);
        }
        if dice.once_in(3) {
            self.rows.push(vec![None; self.width()]);
        }
    }

    /// The headings, sometimes below a row that groups names or telephones.
    fn header(&mut self, dice: &mut Dice, labels: &[String]) {
        let row: Vec<Option<Item>> = labels
            .iter()
            .map(|label| Some(Item::Text(label.clone())))
            .collect();
        let given = self.columns.iter().position(|column| *column == Column::Given);
        let beside = given.filter(|&at| self.columns.get(at + 1) == Some(&Column::Family));
        if let (Some(at), true) = (beside, dice.once_in(2)) {
            let mut groups = vec![None; self.width()];
            groups[at] = Some(Item::Text(["الاسم", "Identité", "Name"][self.language].to_owned()));
            self.merges.push((self.rows.len(), at, at + 1));
            let below = [["الشخصي", "العائلي"], ["Prénom", "Nom"], ["First", "Last"]][self.language];
            let mut names = vec![None; self.width()];
            for (column, label) in row.iter().enumerate() {
                let own = column.checked_sub(at).and_then(|beside| below.get(beside));
                match own {
                    Some(own) => names[column] = Some(Item::Text((*own).to_owned())),
                    None => groups[column] = label.clone(),
                }
            }
            self.rows.extend([groups, names]);
        } else {
            self.rows.push(row);
        }
    }

    /// Blank rows, a heading again, a section across the table.
    fn interrupt(&mut self, dice: &mut Dice, labels: &[String]) {
        match dice.below(20) {
            0 => self.rows.push(vec![None; self.width()]),
            1 => self.rows.push(
                labels
                    .iter()
                    .map(|label| Some(Item::Text(label.clone())))
                    .collect(),
            ),
            2 => self.across(["فرع تيفلت", "Section de Tiflet", "Tiflet branch"][self.language]),
            _ => {}
        }
    }

    /// Numbered rows waiting for names, a total, a signature.
    fn ending(&mut self, dice: &mut Dice, all: &[Person]) {
        if let (Some(counter), true) = (
            self.columns.iter().position(|c| *c == Column::Counter),
            dice.once_in(2),
        ) {
            for at in 0..3 {
                let mut row = vec![None; self.width()];
                row[counter] = Some(Item::Number((all.len() + at + 1) as f64));
                self.rows.push(row);
            }
        }
        if let (Some(dues), true) = (
            self.columns.iter().position(|c| *c == Column::Dues),
            dice.once_in(2),
        ) {
            let mut row = vec![None; self.width()];
            let total = all.iter().map(|person| person.dues).sum::<u32>();
            row[dues] = Some(Item::Number(f64::from(total)));
            let word = (dues + 1) % self.width();
            if !dice.once_in(3) {
                row[word] = Some(Item::Text(
                    ["المجموع", "Total", "TOTAL"][self.language].to_owned(),
                ));
            }
            self.rows.push(row);
        }
        if dice.once_in(3) {
            self.across(
                [
                    "حرر بالخميسات في 12/03/2026، توقيع الرئيس",
                    "Fait à Khémisset, le 12/03/2026",
                    "The president:",
                ][self.language],
            );
        }
    }

    fn cell(&self, column: Column, person: &Person, at: usize, dice: &mut Dice) -> Option<Item> {
        let pick = |pair: (&'static str, &'static str)| if self.latin { pair.1 } else { pair.0 };
        let (given, family) = (pick(person.given), pick(person.family));
        let text = match column {
            Column::Counter => return Some(Item::Number((at + 1) as f64)),
            Column::Given => given.to_owned(),
            Column::Family => family.to_owned(),
            Column::FullName { family_first: true } => format!("{family} {given}"),
            Column::FullName { family_first: false } => format!("{given}  {family} "),
            Column::Sex => {
                let words = [["ذكر", "أنثى"], ["H", "F"], ["M", "F"]];
                words[self.language][usize::from(person.female)].to_owned()
            }
            Column::Birth => return Some(self.birth(person)),
            Column::BirthAndPlace => {
                let (_, arabic, french) = person.commune;
                let (year, month, day) = person.birth;
                match self.language {
                    0 => format!("{day:02}/{month:02}/{year} {arabic}"),
                    _ => format!("{day:02}/{month:02}/{year} à {french}"),
                }
            }
            Column::Card => match dice.below(3) {
                0 => person.cnie.to_lowercase(),
                1 => person
                    .cnie
                    .replacen(|c: char| c.is_ascii_digit(), " $", 1)
                    .replace('$', &person.cnie[digits_at(&person.cnie)..][..1]),
                _ => person.cnie.clone(),
            },
            Column::Phone if person.phones.len() == 1 && dice.once_in(5) => {
                return Some(Item::Number(person.phones[0][4..].parse().unwrap()));
            }
            Column::Phone => {
                let written: Vec<String> = person
                    .phones
                    .iter()
                    .map(|e164| people::phone(dice, e164))
                    .collect();
                written.join(*dice.pick(&[" / ", "/", " - ", " ، ", "\n"]))
            }
            Column::Commune => match self.language {
                0 => person.commune.1.to_owned(),
                _ if dice.once_in(3) => person.commune.2.to_uppercase(),
                _ => person.commune.2.to_owned(),
            },
            Column::Dues => match dice.below(3) {
                0 => format!("{} DH", person.dues),
                _ => return Some(Item::Number(f64::from(person.dues))),
            },
        };
        Some(Item::Text(text))
    }

    fn birth(&self, person: &Person) -> Item {
        let (year, month, day) = person.birth;
        match self.dates {
            Dates::Cells => Item::Date(year, month, day),
            Dates::DayFirst => Item::Text(format!("{day:02}/{month:02}/{year}")),
            Dates::MonthFirst => Item::Text(format!("{month}/{day}/{year}")),
            Dates::ArabicDigits => Item::Text(arabic_digits(&format!("{day:02}-{month:02}-{year}"))),
            Dates::Iso => Item::Text(format!("{year}-{month:02}-{day:02}")),
        }
    }
}

fn digits_at(card: &str) -> usize {
    card.find(|c: char| c.is_ascii_digit()).unwrap()
}

fn workbook(sheet: &Sheet) -> Vec<u8> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let dates = Format::new().set_num_format("dd/mm/yyyy");
    for (row, left, right) in &sheet.merges {
        page.merge_range(
            *row as u32,
            *left as u16,
            *row as u32,
            *right as u16,
            "",
            &Format::new(),
        )
        .unwrap();
    }
    for (row, items) in sheet.rows.iter().enumerate() {
        for (column, item) in items.iter().enumerate() {
            let (row, column) = (row as u32, column as u16);
            match item {
                None => continue,
                Some(Item::Text(text)) => page.write_string(row, column, text).unwrap(),
                Some(Item::Number(number)) => page.write_number(row, column, *number).unwrap(),
                Some(Item::Date(year, month, day)) => {
                    let date =
                        rust_xlsxwriter::ExcelDateTime::from_ymd(*year as u16, *month as u8, *day as u8);
                    page.write_datetime_with_format(row, column, date.unwrap(), &dates)
                        .unwrap()
                }
            };
        }
    }
    book.save_to_buffer().unwrap()
}

fn texts(sheet: &Sheet) -> Vec<Vec<String>> {
    let shown = |item: &Option<Item>| match item {
        None => String::new(),
        Some(Item::Text(text)) => text.clone(),
        Some(Item::Number(number)) => number.to_string(),
        Some(Item::Date(year, month, day)) => format!("{day:02}/{month:02}/{year}"),
    };
    sheet
        .rows
        .iter()
        .map(|row| row.iter().map(shown).collect())
        .collect()
}

fn csv(sheet: &Sheet, delimiter: char) -> String {
    let quoted = |text: &String| match text.contains([delimiter, '"', '\n', ',']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.clone(),
    };
    let line = |row: &Vec<String>| {
        row.iter()
            .map(quoted)
            .collect::<Vec<_>>()
            .join(&delimiter.to_string())
    };
    texts(sheet).iter().map(|row| line(row) + "\r\n").collect()
}

pub(crate) fn file(sheet: &Sheet, dice: &mut Dice) -> Vec<u8> {
    let delimiter = *dice.pick(&[';', ',', '\t', '|']);
    match dice.below(6) {
        0 | 1 => workbook(sheet),
        2 => ods::file_of(&texts(sheet).iter().map(|row| ods::row(row)).collect::<String>()),
        3 => csv(sheet, delimiter).into_bytes(),
        4 => [b"\xef\xbb\xbf".as_slice(), csv(sheet, delimiter).as_bytes()].concat(),
        _ => {
            let text = csv(sheet, delimiter);
            let encoding = if sheet.latin {
                encoding_rs::WINDOWS_1252
            } else {
                encoding_rs::WINDOWS_1256
            };
            let (bytes, _, lossy) = encoding.encode(&text);
            if lossy {
                text.into_bytes()
            } else {
                bytes.into_owned()
            }
        }
    }
}
