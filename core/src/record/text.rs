//! What was edited between two states of a long text: the words that differ.
//!
//! Sign by sign, two sentences that have nothing in common still share their vowels: such an edit
//! takes ten times the bytes, and merged with another it makes words that nobody wrote.

/// Signs that are replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Edit<'a> {
    /// How many signs of the old text stand before.
    pub(super) at: usize,
    /// How many signs go.
    pub(super) gone: usize,
    /// What comes in their place.
    pub(super) new: &'a str,
}

/// Pairs of words that are compared at most; beyond, all between the first and the last difference is
/// replaced.
const PAIRS_MAX: usize = 1 << 18;

/// The edits that make the old text the new one, in their order; none touches another.
pub(super) fn edits<'a>(old: &str, new: &'a str) -> Vec<Edit<'a>> {
    let before: Vec<&str> = old.split_inclusive(char::is_whitespace).collect();
    let after: Vec<&str> = new.split_inclusive(char::is_whitespace).collect();
    let bytes = |words: &[&str]| words.iter().map(|word| word.len()).sum::<usize>();
    let (mut i, mut j) = (0, 0);
    let mut edits = Vec::new();
    let (mut old_at, mut new_at, mut signs) = (0, 0, 0);
    let ends = [(before.len(), after.len())];
    for (keep_i, keep_j) in kept(&before, &after).into_iter().chain(ends) {
        let (gone, come) = (bytes(&before[i..keep_i]), bytes(&after[j..keep_j]));
        let (from, to) = (&old[old_at..old_at + gone], &new[new_at..new_at + come]);
        edits.extend(trimmed(signs, from, to));
        let same = before.get(keep_i).map_or(0, |word| word.len());
        signs += old[old_at..old_at + gone + same].chars().count();
        (old_at, new_at) = (old_at + gone + same, new_at + come + same);
        (i, j) = (keep_i + 1, keep_j + 1);
    }
    edits
}

/// Without the signs that the two have in common at both ends; nothing if they are equal.
fn trimmed<'a>(at: usize, from: &str, to: &'a str) -> Option<Edit<'a>> {
    let same = |a: &mut dyn Iterator<Item = char>, b: &mut dyn Iterator<Item = char>| {
        let same = a.zip(b).take_while(|(a, b)| a == b);
        same.fold((0, 0), |(signs, bytes), (sign, _)| {
            (signs + 1, bytes + sign.len_utf8())
        })
    };
    let (front, front_bytes) = same(&mut from.chars(), &mut to.chars());
    let (from, to) = (&from[front_bytes..], &to[front_bytes..]);
    let (back, back_bytes) = same(&mut from.chars().rev(), &mut to.chars().rev());
    let edit = Edit {
        at: at + front,
        gone: from.chars().count() - back,
        new: &to[..to.len() - back_bytes],
    };
    (edit.gone > 0 || !edit.new.is_empty()).then_some(edit)
}

/// The longest run of words, in order, that stand in both: the place of each in one and the other.
fn kept(before: &[&str], after: &[&str]) -> Vec<(usize, usize)> {
    let same = |a: &mut dyn Iterator<Item = &&str>, b: &mut dyn Iterator<Item = &&str>| {
        a.zip(b).take_while(|(a, b)| a == b).count()
    };
    let front = same(&mut before.iter(), &mut after.iter());
    let (a, b) = (&before[front..], &after[front..]);
    let back = same(&mut a.iter().rev(), &mut b.iter().rev());
    let (a, b) = (&a[..a.len() - back], &b[..b.len() - back]);
    let mut kept: Vec<(usize, usize)> = (0..front).map(|at| (at, at)).collect();
    if a.len().saturating_mul(b.len()) <= PAIRS_MAX {
        kept.extend(common(a, b).into_iter().map(|(i, j)| (front + i, front + j)));
    }
    let ends = (before.len() - back, after.len() - back);
    kept.extend((0..back).map(|at| (ends.0 + at, ends.1 + at)));
    kept
}

/// A longest common subsequence, by the table of how long it is from each pair on.
fn common(a: &[&str], b: &[&str]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut longest = vec![0u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i * width + j] = if a[i] == b[j] {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn applied(old: &str, edits: &[Edit<'_>]) -> String {
        let mut signs: Vec<char> = old.chars().collect();
        for edit in edits.iter().rev() {
            signs.splice(edit.at..edit.at + edit.gone, edit.new.chars());
        }
        signs.into_iter().collect()
    }

    fn check(old: &str, new: &str, expected: &[(usize, usize, &str)]) {
        let edits = edits(old, new);
        assert_eq!(applied(old, &edits), new);
        let found: Vec<_> = edits.iter().map(|edit| (edit.at, edit.gone, edit.new)).collect();
        assert_eq!(found, expected, "{old} -> {new}");
    }

    #[test]
    fn only_words_that_differ_are_replaced() {
        check("", "", &[]);
        check("واحد", "واحد", &[]);
        check("", "واحد", &[(0, 0, "واحد")]);
        check("one two", "", &[(0, 7, "")]);
        check("one two three", "one 2 three", &[(4, 3, "2")]);
        check("زنقة تازة 4", "زنقة فاس 12", &[(5, 6, "فاس 12")]);
        check("a b c d", "x b c y", &[(0, 1, "x"), (6, 1, "y")]);
        check("reçu et donné", "reçus et donnés", &[(4, 0, "s"), (13, 0, "s")]);
        let long = "اجتماع ".repeat(1_000);
        let (before, after) = (format!("{long}1 {long}"), format!("2 {long}{long}"));
        assert_eq!(applied(&before, &edits(&before, &after)), after);
    }

    proptest! {
        #[test]
        fn the_edits_make_the_new_text(old in "[ab ç\nن]{0,40}", new in "[ab ç\nن]{0,40}") {
            let edits = edits(&old, &new);
            prop_assert_eq!(&applied(&old, &edits), &new);
            let apart = edits.windows(2).all(|pair| pair[0].at + pair[0].gone <= pair[1].at);
            prop_assert!(apart);
        }
    }
}
