//! What the programme tells every association: announcements, days of the law, letters, courses, targets.

use askama::Template;
use tawro_core::indicator::catalogue;
use tawro_core::programme::{Checked, Edition, Programme, Taken, Target, Wording};
use tawro_core::schema::programme::COURSE;
use tawro_core::schema::published::{CAPSULE, field};
use tawro_core::schema::{Date, Kind, Schema, papers};
use tawro_core::text::in_order;
use tawro_pages::called::whole;
use tawro_pages::{Speech, called};

use crate::driver::Node;
use crate::fault::NodeError;
use crate::web::ask::Ask;
use crate::web::login::tell;
use crate::web::reply::{Answer, Reply};
use crate::web::trouble::Trouble;

/// The address of the page.
pub(super) const HERE: &str = "/programme/news";

#[derive(Template)]
#[template(path = "news.html")]
struct Page<'a> {
    speech: &'a Speech,
    token: &'a str,
    told: Option<Told>,
    /// Which edition it is, and of which day.
    edition: String,
    /// This person may take the next one in.
    manages: bool,
    fault: Option<(String, String)>,
}

/// All of it as a person reads it.
#[derive(Template)]
#[template(path = "told.html")]
pub(super) struct Told {
    speech: Speech,
    title: String,
    /// Who runs it, where, since when.
    about: Vec<String>,
    announcements: Vec<Note>,
    law: Vec<Law>,
    letters: Vec<Letter>,
    /// Its reader writes letters.
    writes: bool,
    capsules: Vec<Line>,
    guides: Vec<Line>,
    courses: Vec<Line>,
    targets: Vec<Aim>,
    periods: Vec<String>,
}

struct Note {
    title: String,
    text: String,
    day: String,
    link: Link,
}

struct Law {
    what: String,
    rule: String,
    /// The next day, where the law sets one.
    next: String,
    source: String,
    checked: Option<String>,
}

struct Letter {
    name: String,
    dir: &'static str,
    text: String,
    source: String,
    checked: Option<String>,
    /// Where it is written.
    to: String,
}

struct Line {
    title: String,
    facts: Vec<String>,
    link: Link,
}

struct Aim {
    statement: String,
    label: String,
    of: String,
    value: String,
    baseline: String,
    is_late: bool,
}

/// An address that somebody wrote; empty if nobody did.
#[derive(Default)]
struct Link {
    text: String,
    /// A browser opens it.
    is_web: bool,
}

/// Shows the newest edition that was taken in.
pub(super) fn page(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    show(ask, node, None)
}

fn show(ask: &Ask<'_>, node: &mut Node, fault: Option<(String, String)>) -> Answer {
    let speech = &ask.speech;
    let edition = node.edition()?;
    let writes = node.may_write(papers::MAIL).is_ok();
    let said = edition.as_ref().map(|edition| {
        let facts = [
            ("number", speech.number(edition.number().into()).into()),
            ("day", speech.date(&edition.issued().to_string()).into()),
        ];
        speech.tell("news-edition", &facts)
    });
    let told = |edition: Edition| Told {
        writes,
        ..Told::of(edition.programme(), &ask.today(), speech)
    };
    let page = Page {
        speech,
        token: ask.token(),
        told: edition.map(told),
        edition: said.unwrap_or_default(),
        manages: node.access().manages(),
        fault,
    };
    let title = speech.say("news-title");
    match page.fault {
        Some(_) => Ok(Reply::again(title, &page)?.explained_by("association#news")),
        None => Ok(Reply::page(title, &page)?.explained_by("association#news")),
    }
}

/// Takes an edition in from a file.
pub(super) fn take(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    node.may_manage()?;
    let file = ask.upload.take().filter(|file| !file.bytes.is_empty());
    let Some(file) = file else {
        let fault = Trouble::Said("no_file").said(&ask.speech);
        return show(ask, node, Some(fault));
    };
    match node.take_edition(&file.bytes) {
        Ok(taken) => {
            let said = match taken {
                Taken::New(_) => "news-taken",
                Taken::Already => "news-already",
            };
            tell(ask, ask.speech.say(said), None);
            Reply::go(HERE)
        }
        Err(error @ (NodeError::Edition(_) | NodeError::NotEnrolled)) => {
            let fault = Trouble::from(error).said(&ask.speech);
            show(ask, node, Some(fault))
        }
        Err(other) => Err(other.into()),
    }
}

impl Told {
    /// What a programme says on a day.
    pub(super) fn of(programme: &Programme, today: &str, speech: &Speech) -> Self {
        let today = Date::from_iso(today).ok();
        let profile = programme.profile().unwrap_or_default();
        let say = |wording: &Wording| in_order(wording.say(speech.lang()));
        let mut about: Vec<String> = [&profile.operator, &profile.territory, &profile.policy]
            .map(say)
            .to_vec();
        about.extend(
            profile
                .started_on
                .map(|day| speech.with("news-since", "day", &date(day, speech))),
        );
        let partners: Vec<String> = programme.partners().iter().map(say).collect();
        about.extend(
            (!partners.is_empty())
                .then(|| speech.with("news-partners", "names", &partners.join(&speech.say("news-and")))),
        );
        about.retain(|line| !line.is_empty());
        let title = say(&profile.name);
        Self {
            title: if title.is_empty() {
                speech.say("news-programme")
            } else {
                title
            },
            about,
            announcements: announcements(programme, today, speech),
            law: law(programme, today, speech),
            letters: letters(programme, speech),
            writes: false,
            capsules: capsules(programme, speech),
            guides: guides(programme, speech),
            courses: courses(programme, speech),
            targets: programme
                .targets()
                .iter()
                .map(|target| aim(target, speech))
                .collect(),
            periods: periods(programme, speech),
            speech: speech.clone(),
        }
    }
}

fn announcements(programme: &Programme, today: Option<Date>, speech: &Speech) -> Vec<Note> {
    let all = programme.announcements().into_iter();
    let standing = all.filter(|one| today.is_none_or(|today| one.stands(today)));
    standing
        .map(|one| Note {
            title: in_order(one.title.say(speech.lang())),
            text: in_order(one.text.say(speech.lang())),
            day: one.announced_on.map_or(String::new(), |day| date(day, speech)),
            link: Link::of(one.link),
        })
        .collect()
}

fn law(programme: &Programme, today: Option<Date>, speech: &Speech) -> Vec<Law> {
    let all = programme.legal_deadlines().into_iter();
    all.map(|one| Law {
        next: today
            .and_then(|today| one.next(today))
            .map_or(String::new(), |day| date(day, speech)),
        what: in_order(one.what.say(speech.lang())),
        rule: in_order(one.rule.say(speech.lang())),
        source: in_order(one.source.say(speech.lang())),
        checked: one.checked.map(|checked| checked_by(&checked, speech)),
    })
    .collect()
}

fn letters(programme: &Programme, speech: &Speech) -> Vec<Letter> {
    let all = programme.letter_models().into_iter();
    all.map(|one| Letter {
        to: format!("/r/{}/new?model={}", papers::MAIL, one.id),
        name: in_order(one.name.say(speech.lang())),
        dir: if one.language.as_deref() == Some("ar") {
            "rtl"
        } else {
            "auto"
        },
        text: one.text,
        source: in_order(one.source.say(speech.lang())),
        checked: one.checked.map(|checked| checked_by(&checked, speech)),
    })
    .collect()
}

fn capsules(programme: &Programme, speech: &Speech) -> Vec<Line> {
    let words = Codes::of(CAPSULE, speech);
    let all = programme.capsules().into_iter();
    all.map(|one| Line {
        title: in_order(one.title.say(speech.lang())),
        facts: some([
            words.label(field::TOPIC, one.topic.as_deref()),
            words.label(field::LANGUAGE, one.language.as_deref()),
            one.published_on.map(|day| date(day, speech)),
        ]),
        link: Link::of(one.link),
    })
    .collect()
}

fn guides(programme: &Programme, speech: &Speech) -> Vec<Line> {
    let words = Codes::of(CAPSULE, speech);
    let all = programme.guides().into_iter();
    all.map(|one| Line {
        title: in_order(&one.edition),
        facts: some([
            words.label(field::LANGUAGE, one.language.as_deref()),
            one.published_on.map(|day| date(day, speech)),
            None,
        ]),
        link: Link::of(one.link),
    })
    .collect()
}

fn courses(programme: &Programme, speech: &Speech) -> Vec<Line> {
    let words = Codes::of(COURSE, speech);
    let all = programme.courses().into_iter();
    all.map(|one| {
        let commune = words.label(field::COMMUNE, one.commune.as_deref());
        let days = match (one.starts_on, one.ends_on) {
            (Some(from), Some(to)) if from != to => {
                let facts = [
                    ("from", date(from, speech).into()),
                    ("to", date(to, speech).into()),
                ];
                Some(speech.tell("news-days", &facts))
            }
            (from, to) => from.or(to).map(|day| date(day, speech)),
        };
        let hours = one.hours.and_then(|hours| usize::try_from(hours).ok());
        let mut facts = some([days, commune, one.place.as_deref().map(in_order)]);
        facts.extend(hours.map(|hours| speech.count("news-hours", hours)));
        Line {
            title: in_order(one.title.say(speech.lang())),
            facts,
            link: Link::default(),
        }
    })
    .collect()
}

fn aim(target: &Target, speech: &Speech) -> Aim {
    let known = catalogue().iter().find(|known| known.code == target.indicator);
    let unit = known.map(|known| speech.say(&format!("unit-{}", known.unit.code())));
    let unit = unit.unwrap_or_default();
    let number = |value: u64| {
        format!("{} {unit}", speech.number(whole(value)))
            .trim()
            .to_owned()
    };
    let baseline = target.baseline.as_ref();
    Aim {
        statement: in_order(target.statement.say(speech.lang())),
        label: known.map_or(target.indicator.to_string(), |known| {
            called::indicator(known, speech)
        }),
        of: match target.year {
            Some(year) => speech.with("figures-year", "year", &year.to_string()),
            None => speech.say("news-whole"),
        },
        value: number(target.value),
        baseline: baseline.map_or(String::new(), |baseline| match baseline.on {
            Some(on) => {
                let facts = [
                    ("number", number(baseline.value).into()),
                    ("day", date(on, speech).into()),
                ];
                speech.tell("news-baseline-on", &facts)
            }
            None => number(baseline.value),
        }),
        is_late: baseline.is_some_and(|baseline| baseline.late),
    }
}

fn periods(programme: &Programme, speech: &Speech) -> Vec<String> {
    let all = programme.periods().into_iter();
    all.map(|one| {
        let day = match one.published_on {
            Some(day) => ("news-period-published", day),
            None => ("news-period-closes", one.period.closes()),
        };
        let facts = [
            ("period", called::period(one.period, speech).into()),
            ("day", date(day.1, speech).into()),
        ];
        speech.tell(day.0, &facts)
    })
    .collect()
}

fn checked_by(checked: &Checked, speech: &Speech) -> String {
    match checked.on {
        Some(on) => {
            let facts = [
                ("who", checked.by.as_str().into()),
                ("day", date(on, speech).into()),
            ];
            speech.tell("news-checked-on", &facts)
        }
        None => speech.with("news-checked", "who", &checked.by),
    }
}

fn date(day: Date, speech: &Speech) -> String {
    speech.date(&day.to_string())
}

fn some<const N: usize>(facts: [Option<String>; N]) -> Vec<String> {
    facts
        .into_iter()
        .flatten()
        .filter(|fact| !fact.is_empty())
        .collect()
}

/// Labels of the codes of a kind: those of every schema, since readers have none of the programme's kinds.
struct Codes<'a> {
    schema: Schema,
    kind: &'static str,
    speech: &'a Speech,
}

impl<'a> Codes<'a> {
    fn of(kind: &'static str, speech: &'a Speech) -> Self {
        let schema = Schema::builtin();
        Self { schema, kind, speech }
    }

    fn label(&self, field: &str, code: Option<&str>) -> Option<String> {
        let kind: &Kind = self.schema.kind(self.kind)?;
        let vocabulary = self.schema.vocabulary(kind.field(field)?.ty.vocabulary()?)?;
        let label = vocabulary.label(code?, self.speech.words(), self.speech.lang());
        label.or_else(|| code.map(str::to_owned))
    }
}

impl Link {
    /// Only what is plainly an address of the web is made one: a press on anything else would run it.
    fn of(written: Option<String>) -> Self {
        let text = written.unwrap_or_default();
        let is_web = text.starts_with("https://") || text.starts_with("http://");
        Self { text, is_web }
    }
}
