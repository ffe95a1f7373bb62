//! Indicators: the numbers of a period, each with what it means, and the records behind it.

use askama::Template;
use tawro_core::indicator::{
    Age, Cell, Figure, Indicator, Leaf, Length, Method, NoDataYet, Period, Sex, Side, Source, Table, Unit,
    catalogue,
};
use tawro_core::schema::Date;
use tawro_core::time::Timestamp;
use tawro_pages::called::{age_key, whole};
use tawro_pages::{Speech, called};

use crate::driver::Node;
use crate::web::ask::Ask;
use crate::web::reply::{Answer, Reply};
use crate::web::shown::called as titled;
use crate::web::trouble::Trouble;

#[derive(Template)]
#[template(path = "figures.html")]
struct Page<'a> {
    speech: &'a Speech,
    title: String,
    periods: Vec<Choice>,
    is_running: bool,
    core: Vec<Line>,
    rest: Vec<Line>,
    rest_label: String,
}

/// A period that may be chosen.
struct Choice {
    code: String,
    label: String,
    is_chosen: bool,
}

/// One indicator.
struct Line {
    code: String,
    label: String,
    means: String,
    /// What its records come to.
    number: Option<Shown>,
    /// What it waits for.
    waits: String,
    grid: Option<Grid>,
}

/// A number as people read it.
struct Shown {
    text: String,
    unit: String,
    /// What a share or a mean comes to.
    comes_to: Option<String>,
    /// Where the records behind it are.
    to: Option<String>,
}

/// A table by sex and age.
struct Grid {
    heads: Vec<String>,
    rows: Vec<(String, Vec<Square>)>,
}

struct Square {
    text: String,
    to: Option<String>,
}

/// Quarters that may be chosen, the running one among them.
const QUARTERS: usize = 8;
const YEARS: usize = 3;
/// More records than a page of this size takes stand in their registers.
const RECORDS_MAX: usize = 400;

/// Shows the numbers of a period.
pub(super) fn page(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    node.may_manage()?;
    let period = chosen(ask);
    let speech = &ask.speech;
    let (mut core, mut rest) = (Vec::new(), Vec::new());
    for (indicator, figure) in node.figures(period)? {
        let lines = if indicator.core { &mut core } else { &mut rest };
        lines.push(line(indicator, &figure, period, speech));
    }
    // What there is comes before what is waited for.
    for lines in [&mut core, &mut rest] {
        lines.sort_by_key(|line| line.number.is_none());
    }
    let page = Page {
        speech,
        title: speech.with("figures-of-period", "period", &called::period(period, speech)),
        periods: choices(ask, period),
        is_running: period.last().to_string() >= ask.today(),
        core,
        rest_label: speech.count("figures-rest", rest.len()),
        rest,
    };
    Ok(Reply::page(page.title.clone(), &page)?.explained_by("association#indicators"))
}

#[derive(Template)]
#[template(path = "behind.html")]
struct Behind<'a> {
    speech: &'a Speech,
    label: String,
    of_what: String,
    back: String,
    count: String,
    records: Vec<(String, String)>,
    more: Option<String>,
}

/// Shows the records behind a number: at the association only.
pub(super) fn behind(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    node.may_manage()?;
    let speech = &ask.speech;
    let period = chosen(ask);
    let mut known = catalogue().iter();
    let indicator = known.find(|known| known.code.to_string() == ask.query.text("code"));
    let indicator = indicator.ok_or(Trouble::Nowhere)?;
    let cell = cell(ask.query.maybe("sex"), ask.query.maybe("age")).ok_or(Trouble::Nowhere)?;
    let side = match ask.query.maybe("side") {
        Some("of") => Side::Of,
        _ => Side::Number,
    };
    let all = node.behind(indicator, period, cell, side)?;
    let count = all.len();
    let page = Behind {
        speech,
        label: called::indicator(indicator, speech),
        of_what: [called::period(period, speech), called::cell(cell, speech)]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
        back: format!("/indicators?period={period}#{}", indicator.code),
        count: speech.count("figures-records", count),
        more: (count > RECORDS_MAX).then(|| speech.count("figures-behind-more", count - RECORDS_MAX)),
        records: all
            .into_iter()
            .take(RECORDS_MAX)
            .map(|(id, title)| (id.to_string(), titled(&title, speech)))
            .collect(),
    };
    Ok(Reply::page(speech.say("figures-behind"), &page)?.explained_by("association#indicators"))
}

/// The period that was chosen: the last closed quarter unless somebody said otherwise.
fn chosen(ask: &Ask<'_>) -> Period {
    let said = ask.query.text("period").parse().ok();
    said.unwrap_or_else(|| before(running(ask.now, Length::Quarter)))
}

/// The period in which a moment lies. A clock that is far off has none: then it is that of the program's
/// first year.
fn running(now: Timestamp, length: Length) -> Period {
    let (year, month, _) = now.date();
    let day = |year: i64, month: i64| Date::new(year, Some(month), Some(1)).ok();
    let lies = day(year, i64::from(month)).and_then(|day| Period::of(day, length));
    let first = || day(2026, 1).and_then(|day| Period::of(day, length));
    lies.or_else(first).expect("the program's first year has periods")
}

/// The period before another; the first there may be has none but itself.
fn before(period: Period) -> Period {
    let day = period.first().plus_days(-1);
    day.and_then(|day| Period::of(day, period.length()))
        .unwrap_or(period)
}

fn choices(ask: &Ask<'_>, chosen: Period) -> Vec<Choice> {
    let back = |length, count| {
        let from = running(ask.now, length);
        std::iter::successors(Some(from), |period| Some(before(*period))).take(count)
    };
    let mut all: Vec<Period> = back(Length::Quarter, QUARTERS)
        .chain(back(Length::Year, YEARS))
        .collect();
    if !all.contains(&chosen) {
        all.insert(0, chosen);
    }
    let choice = |period: Period| Choice {
        code: period.to_string(),
        label: called::period(period, &ask.speech),
        is_chosen: period == chosen,
    };
    all.into_iter().map(choice).collect()
}

fn line(indicator: &Indicator, figure: &Result<Figure, NoDataYet>, period: Period, speech: &Speech) -> Line {
    let write = |text: Option<String>| speech.digits().write(&text.unwrap_or_default());
    let place = Place { indicator, period };
    Line {
        code: indicator.code.to_string(),
        label: called::indicator(indicator, speech),
        means: called::meaning(indicator, speech),
        number: figure.as_ref().ok().map(|figure| shown(figure, &place, speech)),
        waits: write(indicator.waits(speech.words(), speech.lang())),
        grid: figure
            .as_ref()
            .ok()
            .and_then(|figure| grid(figure, &place, speech)),
    }
}

/// Where the records behind numbers of an indicator are.
struct Place<'a> {
    indicator: &'a Indicator,
    period: Period,
}

impl Place<'_> {
    fn to(&self, number: u64, end: &str) -> Option<String> {
        let has_records = matches!(self.indicator.method, Method::Counting(_)) && number > 0;
        let (code, period) = (self.indicator.code, self.period);
        has_records.then(|| format!("/indicators/behind?period={period}&code={code}{end}"))
    }
}

fn shown(figure: &Figure, place: &Place<'_>, speech: &Speech) -> Shown {
    let indicator = place.indicator;
    let number = figure.total();
    let of = figure
        .of
        .map(|of| of.iter().fold(0_u64, |sum, one| sum.saturating_add(*one)));
    let plain = |text| Shown {
        text,
        unit: String::new(),
        comes_to: None,
        to: place.to(number, ""),
    };
    match of {
        Some(of) if indicator.is_pair() => pair(number, of, place, speech),
        Some(0) => plain(speech.say("figures-unconcerned")),
        Some(_) if indicator.source == Source::Fact => {
            plain(speech.say(if number > 0 { "page-yes" } else { "page-no" }))
        }
        _ => Shown {
            text: speech.number(whole(number)),
            unit: speech.say(&format!("unit-{}", indicator.unit.code())),
            comes_to: None,
            to: place.to(number, ""),
        },
    }
}

/// A share or a mean: both numbers, and what they come to.
fn pair(number: u64, of: u64, place: &Place<'_>, speech: &Speech) -> Shown {
    let facts = [
        ("number", speech.number(whole(number)).into()),
        ("of", speech.number(whole(of)).into()),
    ];
    let share = |times: u128| u128::from(number) * times / u128::from(of.max(1));
    let comes_to = match place.indicator.unit {
        _ if of == 0 => speech.say("figures-none-yet"),
        Unit::Percent => speech.with("figures-percent", "percent", &share(100).to_string()),
        _ => {
            // A mean of points is read to its hundredth, as amounts are.
            let mean = speech.amount(i64::try_from(share(100)).unwrap_or(i64::MAX));
            speech.with("figures-mean", "mean", &mean)
        }
    };
    Shown {
        text: speech.tell("figures-of", &facts),
        unit: String::new(),
        comes_to: Some(comes_to),
        to: place.to(number, "").or_else(|| place.to(of, "&side=of")),
    }
}

/// The table of an indicator that has one, if there is anything in it.
fn grid(figure: &Figure, place: &Place<'_>, speech: &Speech) -> Option<Grid> {
    let has = |table: Table| place.indicator.tables.contains(&table);
    let (by_sex, by_age) = (
        has(Table::Sex) || has(Table::SexAge),
        has(Table::Age) || has(Table::SexAge),
    );
    if figure.total() == 0 || !(by_sex || by_age) {
        return None;
    }
    let sexes: Vec<Option<Sex>> = match by_sex {
        true => Sex::ALL.map(Some).into_iter().chain([None]).collect(),
        false => vec![None],
    };
    let ages: Vec<Option<Age>> = match by_age {
        true => Age::ALL.map(Some).into_iter().chain([None]).collect(),
        false => vec![None],
    };
    let square = |sex: Option<Sex>, age: Option<Age>| {
        let number = figure.in_cell(cell_of(sex, age), None, None);
        let sex = sex.map(|sex| format!("&sex={}", sex.code())).unwrap_or_default();
        let age = age
            .map(|age| format!("&age={}", age_key(age)))
            .unwrap_or_default();
        Square {
            text: speech.number(whole(number)),
            to: place.to(number, &format!("{sex}{age}")),
        }
    };
    let row = |age: Option<Age>| {
        let label = age.map_or(speech.say("figures-all"), |age| called::age(age, speech));
        (label, sexes.iter().map(|sex| square(*sex, age)).collect())
    };
    let head = |sex: &Option<Sex>| sex.map_or(speech.say("figures-all"), |sex| called::sex(sex, speech));
    Some(Grid {
        heads: sexes.iter().map(head).collect(),
        rows: ages.into_iter().map(row).collect(),
    })
}

fn cell_of(sex: Option<Sex>, age: Option<Age>) -> Cell {
    match (sex, age) {
        (Some(sex), Some(age)) => Cell::SexAge(Leaf { sex, age }),
        (Some(sex), None) => Cell::Sex(sex),
        (None, Some(age)) => Cell::Age(age),
        (None, None) => Cell::Total,
    }
}

/// The cell of an address; none if it names a sex or an age that there is not.
fn cell(sex: Option<&str>, age: Option<&str>) -> Option<Cell> {
    let sex = match sex {
        Some(code) => Some(Sex::ALL.into_iter().find(|sex| sex.code() == code)?),
        None => None,
    };
    let age = match age {
        Some(key) => Some(Age::ALL.into_iter().find(|age| age_key(*age) == key)?),
        None => None,
    };
    Some(cell_of(sex, age))
}
