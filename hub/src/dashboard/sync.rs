//! The health of sync, without data: when each association's computers were last here.

use askama::Template;
use tawro_core::time::Timestamp;
use tawro_pages::Speech;

use crate::dashboard::asked::Ask;
use crate::dashboard::reply::{Answer, Reply};
use crate::dashboard::say::{self, Tag};
use crate::published::Seen;

#[derive(Template)]
#[template(path = "sync.html")]
struct Page<'a> {
    speech: &'a Speech,
    counts: Vec<(String, String)>,
    lines: Vec<Line>,
}

struct Line {
    name: String,
    last: String,
    health: Tag,
}

/// Half a month without the relay is how an association works; after two somebody asks.
const QUIET_DAYS: i64 = 14;
const SILENT_DAYS: i64 = 60;
const DAY_SECONDS: i64 = 86_400;

/// How somebody stands with the relay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Health {
    Silent,
    Never,
    Quiet,
    Expired,
    Invited,
    Well,
}

/// Everybody, who needs a call first.
pub(super) fn page(ask: &mut Ask<'_>) -> Answer {
    ask.must_be_in()?;
    let seen = ask.app.setting.source.seen()?;
    let speech = &ask.speech;
    let mut all: Vec<(Health, &Seen)> = seen.iter().map(|one| (health(one, ask.now), one)).collect();
    all.sort_by(|(a, one), (b, other)| (a, &one.name).cmp(&(b, &other.name)));
    let line = |(health, one): &(Health, &Seen)| Line {
        name: one
            .name
            .clone()
            .unwrap_or_else(|| speech.say("dash-sync-unnamed")),
        last: one
            .last
            .map_or_else(String::new, |last| say::moment(last, speech)),
        health: Tag {
            text: speech.say(&format!("dash-sync-{}", health.code())),
            class: health.class(),
        },
    };
    let page = Page {
        speech,
        counts: counts(&all, speech),
        lines: all.iter().map(line).collect(),
    };
    Reply::page(speech.say("dash-sync"), &page)
}

fn counts(all: &[(Health, &Seen)], speech: &Speech) -> Vec<(String, String)> {
    let count = |health: Health| all.iter().filter(|(found, _)| *found == health).count();
    let shown = [
        Health::Well,
        Health::Quiet,
        Health::Silent,
        Health::Never,
        Health::Invited,
    ];
    let counted = shown.into_iter().map(|health| (health, count(health)));
    let counted = counted.filter(|(_, count)| *count > 0);
    let shown = |(health, count): (Health, usize)| {
        let label = speech.say(&format!("dash-sync-{}", health.code()));
        (speech.number(count as i64), label)
    };
    counted.map(shown).collect()
}

fn health(seen: &Seen, now: Timestamp) -> Health {
    match (seen.is_enrolled, seen.last) {
        (false, _) if seen.is_expired => Health::Expired,
        (false, _) => Health::Invited,
        (true, None) => Health::Never,
        (true, Some(last)) => match now.0.saturating_sub(last.0) / DAY_SECONDS {
            days if days >= SILENT_DAYS => Health::Silent,
            days if days >= QUIET_DAYS => Health::Quiet,
            _ => Health::Well,
        },
    }
}

impl Health {
    const fn code(self) -> &'static str {
        match self {
            Self::Silent => "silent",
            Self::Never => "never",
            Self::Quiet => "quiet",
            Self::Expired => "expired",
            Self::Invited => "invited",
            Self::Well => "well",
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Silent | Self::Never => "red",
            Self::Quiet | Self::Expired => "sun",
            Self::Invited => "plain",
            Self::Well => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_needs_a_call_is_told_by_days() {
        let now = Timestamp(100 * DAY_SECONDS);
        let check = |is_enrolled: bool, days: Option<i64>, expected: Health| {
            let seen = Seen {
                name: None,
                is_enrolled,
                is_expired: false,
                last: days.map(|days| Timestamp((100 - days) * DAY_SECONDS)),
            };
            assert_eq!(health(&seen, now), expected, "{days:?}");
        };
        check(true, Some(0), Health::Well);
        check(true, Some(13), Health::Well);
        check(true, Some(14), Health::Quiet);
        check(true, Some(60), Health::Silent);
        check(true, None, Health::Never);
        check(false, None, Health::Invited);
    }
}
