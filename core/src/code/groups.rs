//! Groups of six digits: two bytes and a check digit that knows its place.

use zeroize::Zeroizing;

use super::CodeFault;

/// Groups that the longest code has: a recovery code with a long host name.
const GROUPS_MAX: usize = BYTES_MAX / 2;
/// Header, secret, space, length of a host, host, port; rounded up to whole groups.
pub(super) const BYTES_MAX: usize = 94;

/// Damm's quasigroup of order 10: totally anti-symmetric, with zeros on the diagonal.
const DAMM: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/// The five digits' value and the check digit of the group at a place, counted from 0.
pub(super) fn write(index: usize, pair: [u8; 2]) -> (u16, u8) {
    let value = u16::from_be_bytes(pair);
    let digits = [10_000, 1_000, 100, 10, 1].map(|unit| (value / unit % 10) as u8);
    (value, state(index, &digits))
}

/// The bytes that a text's groups stand for.
pub(super) fn read(text: &str) -> Result<Zeroizing<Vec<u8>>, CodeFault> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(BYTES_MAX));
    let mut digits = Zeroizing::new([0; 6]);
    let mut filled = 0;
    for found in text.chars() {
        let index = bytes.len() / 2;
        let Some(digit) = digit(found) else {
            if found.is_alphanumeric() && found != TATWEEL {
                return Err(CodeFault::NotADigit {
                    group: index + 1,
                    found,
                });
            }
            continue;
        };
        if index == GROUPS_MAX {
            return Err(CodeFault::TooLong { groups: GROUPS_MAX });
        }
        digits[filled] = digit;
        filled += 1;
        if filled == 6 {
            bytes.extend_from_slice(&group(index, &digits)?);
            filled = 0;
        }
    }
    let group = bytes.len() / 2 + 1;
    match (filled, bytes.is_empty()) {
        (0, true) => Err(CodeFault::Empty),
        (0, false) => Ok(bytes),
        (digits, _) => Err(CodeFault::Incomplete { group, digits }),
    }
}

/// Arabic keyboards draw a line with it.
const TATWEEL: char = 'ـ';

fn group(index: usize, digits: &[u8; 6]) -> Result<[u8; 2], CodeFault> {
    let value = digits[..5]
        .iter()
        .fold(0, |value, digit| value * 10 + u32::from(*digit));
    // Running through the check digit too ends at zero exactly if it fits.
    match (state(index, digits), u16::try_from(value)) {
        (0, Ok(value)) => Ok(value.to_be_bytes()),
        _ => Err(CodeFault::Group { group: index + 1 }),
    }
}

/// Damm's walk, begun at the group's place: for the same digits, different beginnings end differently.
fn state(index: usize, digits: &[u8]) -> u8 {
    let begin = (index % 10) as u8;
    digits.iter().fold(begin, |state, digit| {
        DAMM[usize::from(state)][usize::from(*digit)]
    })
}

fn digit(found: char) -> Option<u8> {
    let zero = match found {
        '0'..='9' => '0',
        '\u{0660}'..='\u{0669}' => '\u{0660}',
        '\u{06F0}'..='\u{06F9}' => '\u{06F0}',
        _ => return None,
    };
    u8::try_from(u32::from(found) - u32::from(zero)).ok()
}
