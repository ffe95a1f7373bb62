//! Commands inside right-to-left sentences, kept in the order in which they are typed.

use tawro_core::text::isolate;

/// A sentence whose commands and flags are isolated.
///
/// Left alone, `--help` behind an Arabic word is shown as `help--`, and an id behind a command stands
/// before it (Unicode Standard Annex 9: neutral signs follow the sentence).
pub(crate) fn with_commands_isolated(sentence: &str) -> String {
    let lines: Vec<String> = sentence.split('\n').map(line).collect();
    lines.join("\n")
}

fn line(line: &str) -> String {
    let words: Vec<&str> = line.split(' ').collect();
    let mut shown = Vec::new();
    let mut rest = words.as_slice();
    while let Some(first) = rest.first() {
        if begins(first) {
            let taken = rest.iter().take_while(|word| typed(word)).count().max(1);
            // What closes the sentence closes the command too.
            let ends = |word: &&str| word.ends_with(STOPS) && !word.ends_with("…");
            let taken = rest[..taken].iter().position(ends).map_or(taken, |at| at + 1);
            shown.push(isolated(&rest[..taken].join(" ")));
            rest = &rest[taken..];
        } else {
            shown.push((*first).to_owned());
            rest = &rest[1..];
        }
    }
    shown.join(" ")
}

/// Signs of the sentence that may stand directly behind a command.
const STOPS: [char; 7] = ['.', ',', ':', ';', ')', '،', '؛'];

fn begins(word: &str) -> bool {
    let bare = word.trim_start_matches(['(', '\u{2068}']);
    bare.starts_with("--") || bare == "tawro" || bare.starts_with("tawro\u{2069}")
}

/// Whether a word may belong to a command: it has no letter of a right-to-left script.
fn typed(word: &str) -> bool {
    !word
        .chars()
        .any(|letter| matches!(letter, '\u{590}'..='\u{8ff}') && letter.is_alphabetic())
}

fn isolated(command: &str) -> String {
    let (before, command) = match command.strip_prefix('(') {
        Some(command) => ("(", command),
        None => ("", command),
    };
    let bare = command.trim_end_matches(STOPS);
    // A fact that is a command by itself is one piece already.
    if bare.starts_with('\u{2068}')
        && bare.find('\u{2069}') == bare.rfind('\u{2069}')
        && bare.ends_with('\u{2069}')
    {
        return format!("{before}{command}");
    }
    format!("{before}{}{}", isolate(bare), &command[bare.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_one_piece() {
        let check = |sentence: &str, expected: &str| {
            let shown = with_commands_isolated(sentence)
                .replace('\u{2068}', "<")
                .replace('\u{2069}', ">");
            assert_eq!(shown, expected);
        };
        check("حدد مجلدا آخر بـ --home.", "حدد مجلدا آخر بـ <--home>.");
        check(
            "أنشئ واحدا (tawro hub init --name NAME) أو حدد",
            "أنشئ واحدا (<tawro hub init --name NAME>) أو حدد",
        );
        check(
            "انظر: tawro node devices. ثم tawro node sync",
            "انظر: <tawro node devices>. ثم <tawro node sync>",
        );
        check(
            "احسم: tawro record resolve \u{2068}abc\u{2069} \u{2068}phone\u{2069}=…",
            "احسم: <tawro record resolve <abc> <phone>=…>",
        );
        check("لا شيء هنا: 12 و (ab).", "لا شيء هنا: 12 و (ab).");
        check("بعد \u{2068}tawro node\u{2069}.", "بعد <tawro node>.");
        check("ضع \u{2068}tawro node\u{2069} --help", "ضع <<tawro node> --help>");
    }
}
