//! Identity cards, telephone numbers, addresses and book numbers as people write them.

use crate::schema::ValueError;
use crate::text::{digits, fold, plain};

/// Reads the number of a Moroccan national identity card: one or two letters, one to seven digits.
///
/// Wider than the five or six digits of most cards, since older ones have fewer. Spaces, dots and
/// dashes are taken away; the letters are those on the card, in capitals.
pub(crate) fn cnie(text: &str) -> Result<String, ValueError> {
    let number: String = plain(&digits(text))
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-' | '_' | '/' | '°'))
        .flat_map(char::to_uppercase)
        .collect();
    if is_cnie(&number) {
        Ok(number)
    } else {
        Err(ValueError::NotACnie)
    }
}

/// Whether a text is the stored form of an identity card number.
pub(crate) fn is_cnie(text: &str) -> bool {
    let figures = text.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let letters = text.len() - figures.len();
    (1..=2).contains(&letters)
        && (1..=7).contains(&figures.len())
        && figures.bytes().all(|byte| byte.is_ascii_digit())
}

/// Reads one telephone number into E.164.
///
/// Moroccan numbers with or without `+212`, `00212`, `212`, `(0)` or their leading zero, which sheets
/// lose; foreign ones only with `+` or `00` and their country. Morocco's national numbers are nine
/// digits that begin with 5 to 8 (8 are the short tariffs of companies).
pub(crate) fn phone(text: &str) -> Result<String, ValueError> {
    match phone_number(text) {
        Some(number) => Ok(number),
        None => {
            let found = digits(text).chars().filter(char::is_ascii_digit).count();
            let several = phones(text);
            if several.len() > 1 && several.iter().all(Result::is_ok) {
                let candidates = several.into_iter().flatten().collect();
                return Err(ValueError::SeveralPhones { candidates });
            }
            Err(ValueError::NotAPhone { found })
        }
    }
}

/// Reads every telephone number of one cell, in their order and each once.
///
/// People part two numbers by `/`, `;`, `,`, `،`, a line break, `و`, `ou`, `et`, or by a dash or
/// spaces only: pieces are put together until each number is whole.
pub(crate) fn phones(text: &str) -> Vec<Result<String, ValueError>> {
    let mut numbers: Vec<Result<String, ValueError>> = Vec::new();
    for part in phone_parts(text) {
        let found = match phone_number(&part) {
            Some(number) => vec![Ok(number)],
            None => run_together(&part).map_or_else(
                || {
                    vec![Err(ValueError::NotAPhone {
                        found: part.bytes().filter(u8::is_ascii_digit).count(),
                    })]
                },
                |numbers| numbers.into_iter().map(Ok).collect(),
            ),
        };
        for number in found {
            if number.is_err() || !numbers.contains(&number) {
                numbers.push(number);
            }
        }
    }
    numbers
}

/// Whether a text is a number in E.164, 8 to 15 digits (ITU-T E.164, section 6.2.1).
pub(crate) fn is_phone(text: &str) -> bool {
    let Some(number) = text.strip_prefix('+') else {
        return false;
    };
    (8..=15).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && !number.starts_with('0')
        // A national number behind a stray `+` or `00` would otherwise become another country's.
        && !is_national(number)
        && number.strip_prefix("212").is_none_or(is_national)
}

/// Nine digits of Morocco, without the leading zero.
fn is_national(number: &str) -> bool {
    number.len() == 9 && matches!(number.as_bytes()[0], b'5'..=b'8')
}

/// One number, or nothing if it is none or more than one.
fn phone_number(text: &str) -> Option<String> {
    let text = plain(&digits(text)).replace("(0)", "");
    let text = text
        .trim()
        .trim_start_matches(|c: char| c.is_alphabetic() || matches!(c, '.' | ':' | ' ' | '°'));
    // A sheet writes a number that it took for one with a decimal.
    let text = text.strip_suffix(".0").unwrap_or(text);
    if !text
        .chars()
        .all(|c| c.is_ascii_digit() || " \u{a0}\u{202f}\t.-–_/()+".contains(c))
    {
        return None;
    }
    let plus = text.starts_with('+') || text.starts_with("(+") || text.ends_with('+');
    if text.matches('+').count() > usize::from(plus) {
        return None;
    }
    let number: String = text.chars().filter(char::is_ascii_digit).collect();
    let international = if plus {
        Some(number.as_str())
    } else {
        number.strip_prefix("00")
    };
    let e164 = match international {
        Some(number) => match number.strip_prefix("212") {
            Some(national) => format!("+212{}", national.strip_prefix('0').unwrap_or(national)),
            None => format!("+{number}"),
        },
        None => {
            let national = match number.strip_prefix("212").filter(|_| number.len() >= 12) {
                Some(national) => national,
                None => number.as_str(),
            };
            let national = match national.strip_prefix('0') {
                Some(national) => national,
                // Short tariffs are written whole; a sheet's bare nine digits with an 8 are no telephone.
                None => Some(national).filter(|national| !national.starts_with('8'))?,
            };
            is_national(national).then(|| format!("+212{national}"))?
        }
    };
    is_phone(&e164).then_some(e164)
}

/// The parts of a cell between the marks that never stand inside a number.
fn phone_parts(text: &str) -> Vec<String> {
    let text = plain(&digits(text));
    text.split([';', ',', '،', '؛', '\n', '\r', '|', '&'])
        .flat_map(|part| {
            let whole = phone_number(part).is_some();
            part.split(|c: char| !whole && (c == '/' || c == '\\' || c.is_alphabetic()))
                .collect::<Vec<_>>()
        })
        .filter(|part| part.chars().any(|c| c.is_ascii_digit()))
        .map(|part| part.trim().to_owned())
        .collect()
}

/// Several numbers that only a dash or a space parts, as `0661786989 - 0537551234`.
fn run_together(text: &str) -> Option<Vec<String>> {
    let pieces: Vec<&str> = text
        .split([' ', '\u{a0}', '-', '–', '\t'])
        .filter(|piece| !piece.is_empty())
        .collect();
    if pieces.len() > 32 {
        return None;
    }
    let mut numbers = Vec::new();
    let mut current = String::new();
    for piece in pieces {
        current.push_str(piece);
        if let Some(number) = phone_number(&current) {
            numbers.push(number);
            current.clear();
        }
    }
    (current.is_empty() && numbers.len() > 1).then_some(numbers)
}

/// Reads an electronic address: one `@`, a domain with a dot, no spaces.
///
/// No more is checked: whether it exists, only a message can tell. The domain is written small.
pub(crate) fn email(text: &str) -> Result<String, ValueError> {
    let address = plain(text);
    let address = address.trim().trim_end_matches(['.', ';', ',']);
    let address = address
        .get(..7)
        .filter(|start| start.eq_ignore_ascii_case("mailto:"))
        .map_or(address, |_| &address[7..]);
    let (local, domain) = address.rsplit_once('@').ok_or(ValueError::NotAnEmail)?;
    let address = format!("{local}@{}", domain.to_lowercase());
    if is_email(&address) {
        Ok(address)
    } else {
        Err(ValueError::NotAnEmail)
    }
}

/// Whether a text has the shape of an address; at most 254 bytes (RFC 5321, section 4.5.3.1.3).
pub(crate) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let label = |label: &str| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-');
    text.len() <= 254
        && !local.is_empty()
        && !text
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || "<>()[],;:\\\"/".contains(c))
        && !local.contains('@')
        && domain.contains('.')
        && domain.split('.').all(label)
        && !domain.chars().any(char::is_uppercase)
}

/// Reads a number of a book: letters and digits, parted by `-`, `/`, `.` or a space.
pub(crate) fn series(text: &str) -> Result<String, ValueError> {
    let number: String = plain(&digits(text))
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    if is_series(&number) {
        Ok(number)
    } else {
        Err(ValueError::NotASeries)
    }
}

/// Whether a text is a number of a book, ours (`2026-A-0012`) or one from before; at most 40 characters.
pub(crate) fn is_series(text: &str) -> bool {
    text.chars().count() <= 40
        && text.chars().any(|c| c.is_ascii_digit())
        && text.trim() == text
        && text.chars().all(|c| c.is_alphanumeric() || " -/._".contains(c))
}

/// Reads the id of a record in either case, with what people put around it taken away.
pub(crate) fn reference(text: &str) -> Result<crate::id::RecordId, ValueError> {
    let id = plain(text);
    let id = id.trim();
    id.parse().map_err(|_| ValueError::NotAReference {
        found: fold(id).chars().count(),
    })
}
