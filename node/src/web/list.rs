//! A register's list: searched, filtered, sorted, in pages, with what may be done to many at once.

use askama::Template;
use tawro_core::id::RecordId;
use tawro_core::schema::{Field, FieldType, dues, processing};
use tawro_pages::Speech;
use tawro_pages::fields::escape;

use crate::driver::Node;
use crate::import::{Part, Profile};
use crate::store::{Filter, ListQuery, ListRow, Sort, Test};
use crate::web::ask::Ask;
use crate::web::reply::{Answer, Reply};
use crate::web::shown::{Choice, Piece, Showing, called, choices, label};
use crate::web::trouble::Trouble;
use crate::web::views::views;

/// Rows of a page.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "list.html")]
struct Page<'a> {
    speech: &'a Speech,
    token: &'a str,
    name: &'a str,
    title: String,
    here: String,
    search: &'a str,
    kept: Vec<(String, String)>,
    filters: Vec<Pick>,
    is_filtered: bool,
    columns: Vec<Column>,
    offered: Vec<Choice>,
    rows: Vec<Line>,
    count: String,
    print: String,
    sign: String,
    /// Where their membership cards are, if they are members.
    cards: Option<String>,
    next: Option<String>,
    first: Option<String>,
    writes: bool,
    adds: bool,
    /// It may be begun from what stands in other registers.
    begins: bool,
    fillable: Vec<Pick>,
    views: Vec<(String, String)>,
}

/// A field with choices.
struct Pick {
    key: String,
    label: String,
    choices: Vec<Choice>,
}

struct Column {
    label: String,
    /// Where the list is sorted by it.
    sort: String,
    /// `ascending` or `descending`, if it is.
    sorted: &'static str,
    is_number: bool,
}

struct Line {
    id: String,
    title: String,
    cells: Vec<(String, Vec<Piece>, bool)>,
    marks: Vec<String>,
}

/// Shows it.
pub(super) fn page(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let schema = node.schema().clone();
    let profile = Profile::of(&schema, ask.part("name")).ok_or(Trouble::Nowhere)?;
    if profile.role.singleton {
        return Reply::go(format!("/id/{}", node.only(profile.key)));
    }
    let asked = Asked::of(ask, &profile);
    let query = asked.query(&profile, ask)?;
    let mut rows = node.list(
        profile.key,
        &ListQuery {
            limit: PAGE + 1,
            ..query.clone()
        },
    )?;
    let has_more = rows.len() > PAGE;
    rows.truncate(PAGE);
    // A list that fits its first page was counted by being read.
    let count = match query.after.is_none() && !has_more {
        true => rows.len() as u64,
        false => node.count(
            profile.key,
            &ListQuery {
                after: None,
                ..query.clone()
            },
        )?,
    };
    let next = rows
        .last()
        .filter(|_| has_more)
        .map(|last| asked.address(&profile, &[("after", &last.id.to_string())]));
    let lines = lines(ask, node, &profile, &asked, &rows);
    let views = views(node, &profile)?;
    let writes = node.may_write(profile.key).is_ok();
    let page = Page {
        speech: &ask.speech,
        token: ask.token(),
        name: profile.key,
        title: ask.speech.say(&format!("{}-plural", profile.key)),
        here: asked.address(&profile, &[("after", ask.query.text("after"))]),
        search: ask.query.text("q"),
        kept: asked.kept(),
        filters: asked.picks(&profile, ask),
        is_filtered: asked.is_filtered(),
        columns: asked.headings(&profile, ask),
        offered: asked.offered(&profile, ask),
        rows: lines,
        count: ask
            .speech
            .count("list-rows", usize::try_from(count).unwrap_or(usize::MAX)),
        print: asked.paper(&profile, "print"),
        sign: asked.paper(&profile, "sign"),
        cards: has_cards(&profile).then(|| asked.paper(&profile, "cards")),
        next,
        first: ask.query.maybe("after").map(|_| asked.address(&profile, &[])),
        writes,
        begins: writes && profile.key == processing::KIND,
        adds: writes && profile.role.about().is_none(),
        fillable: fillable(&profile, ask),
        views,
    };
    Ok(Reply::page(page.title.clone(), &page)?.explained_by(profile.role.family.key()))
}

/// What is asked of a list, as its address says it.
pub(super) struct Asked<'s> {
    search: String,
    sort: Option<(String, bool)>,
    filters: Vec<(String, String)>,
    columns: Vec<(Part, &'s Field)>,
    chosen: bool,
}

impl<'s> Asked<'s> {
    pub(super) fn of(ask: &Ask<'_>, profile: &Profile<'s>) -> Self {
        let chosen: Vec<&str> = ask.query.all("col").collect();
        let columns = match chosen.is_empty() {
            true => usual(profile),
            false => chosen.iter().filter_map(|key| profile.field(key)).collect(),
        };
        let sort = ask.query.maybe("sort").filter(|sort| !sort.is_empty());
        let filters = ask.query.0.iter().filter_map(|(name, value)| {
            let cell = name.strip_prefix("f.")?;
            (!value.is_empty()).then(|| (cell.to_owned(), value.clone()))
        });
        Self {
            search: ask.query.text("q").to_owned(),
            sort: sort.map(|sort| match sort.strip_prefix('-') {
                Some(field) => (field.to_owned(), true),
                None => (sort.to_owned(), false),
            }),
            filters: filters.collect(),
            columns,
            chosen: !chosen.is_empty(),
        }
    }

    pub(super) fn query(&self, profile: &Profile<'_>, ask: &Ask<'_>) -> Result<ListQuery, Trouble> {
        let known = |cell: &str| profile.field(cell).is_some();
        let filters = self
            .filters
            .iter()
            .filter(|(cell, _)| known(cell.trim_end_matches('>').trim_end_matches('<')));
        let after = ask.query.maybe("after").filter(|after| !after.is_empty());
        Ok(ListQuery {
            search: self.search.clone(),
            filters: filters
                .filter_map(|(cell, value)| filter(profile, cell, value))
                .collect(),
            sort: self
                .sort
                .clone()
                .filter(|(field, _)| known(field))
                .map(|(field, descending)| Sort { field, descending }),
            after: after
                .map(|after| after.parse().map_err(|_| Trouble::Nowhere))
                .transpose()?,
            limit: PAGE,
            ..ListQuery::default()
        })
    }

    /// The columns that are shown, with the record each belongs to.
    pub(super) fn columns(&self) -> &[(Part, &'s Field)] {
        &self.columns
    }

    fn is_filtered(&self) -> bool {
        !self.filters.is_empty()
    }

    /// Where a paper of the same list is shown.
    fn paper(&self, profile: &Profile<'_>, what: &str) -> String {
        let list = format!("/r/{}", profile.key);
        let paper = format!("/{what}/{}/look", profile.key);
        self.address(profile, &[]).replacen(&list, &paper, 1)
    }

    /// The address of the same list with something else added.
    pub(super) fn address(&self, profile: &Profile<'_>, more: &[(&str, &str)]) -> String {
        let mut pairs = self.kept();
        if !self.search.is_empty() {
            pairs.push(("q".to_owned(), self.search.clone()));
        }
        let more = more.iter().filter(|(_, value)| !value.is_empty());
        for (name, value) in more {
            pairs.retain(|(known, _)| known != name);
            pairs.push(((*name).to_owned(), (*value).to_owned()));
        }
        let pairs: Vec<String> = pairs
            .iter()
            .map(|(name, value)| format!("{name}={}", escape(value)))
            .collect();
        match pairs.is_empty() {
            true => format!("/r/{}", profile.key),
            false => format!("/r/{}?{}", profile.key, pairs.join("&")),
        }
    }

    /// What stays as it is when somebody searches for something else.
    fn kept(&self) -> Vec<(String, String)> {
        let mut pairs: Vec<(String, String)> = self
            .filters
            .iter()
            .map(|(cell, value)| (format!("f.{cell}"), value.clone()))
            .collect();
        if let Some((field, descending)) = &self.sort {
            pairs.push((
                "sort".to_owned(),
                format!("{}{field}", if *descending { "-" } else { "" }),
            ));
        }
        if self.chosen {
            pairs.extend(
                self.columns
                    .iter()
                    .map(|(_, field)| ("col".to_owned(), field.key.to_owned())),
            );
        }
        pairs
    }

    fn chosen_for(&self, cell: &str) -> &str {
        let found = self.filters.iter().find(|(known, _)| known == cell);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    fn picks(&self, profile: &Profile<'_>, ask: &Ask<'_>) -> Vec<Pick> {
        let is_asked = |field: &Field| is_pickable(field) && !field.is_retired();
        let fields = profile.fields().filter(|(_, field)| is_asked(field));
        fields
            .map(|(part, field)| Pick {
                key: field.key.to_owned(),
                label: label(profile.kind(part), field, &ask.speech),
                choices: codes(profile, field, ask, self.chosen_for(field.key)),
            })
            .collect()
    }

    fn headings(&self, profile: &Profile<'_>, ask: &Ask<'_>) -> Vec<Column> {
        let columns = self.columns.iter().map(|(part, field)| {
            let sorted = self.sort.as_ref().filter(|(by, _)| by == field.key);
            let by = match sorted {
                Some((_, false)) => format!("-{}", field.key),
                _ => field.key.to_owned(),
            };
            Column {
                label: label(profile.kind(*part), field, &ask.speech),
                sort: self.address(profile, &[("sort", &by)]),
                sorted: match sorted {
                    Some((_, true)) => "descending",
                    Some((_, false)) => "ascending",
                    None => "none",
                },
                is_number: is_number(field),
            }
        });
        columns.collect()
    }

    fn offered(&self, profile: &Profile<'_>, ask: &Ask<'_>) -> Vec<Choice> {
        let titled = |part: Part, field: &Field| profile.kind(part).title.contains(&field.key);
        let fields = profile
            .fields()
            .filter(|(part, field)| field.ty != FieldType::Note && field.is_told() && !titled(*part, field))
            .filter(|(_, field)| !field.is_retired());
        fields
            .map(|(part, field)| Choice {
                code: field.key.to_owned(),
                label: label(profile.kind(part), field, &ask.speech),
                is_chosen: self.columns.iter().any(|(_, column)| column.key == field.key),
            })
            .collect()
    }
}

fn is_number(field: &Field) -> bool {
    matches!(
        field.ty,
        FieldType::Money | FieldType::Integer | FieldType::Points
    )
}

fn is_pickable(field: &Field) -> bool {
    matches!(field.ty, FieldType::Code(_) | FieldType::Flag)
}

/// The choices of a field that has few.
fn codes(profile: &Profile<'_>, field: &Field, ask: &Ask<'_>, chosen: &str) -> Vec<Choice> {
    let vocabulary = field
        .ty
        .vocabulary()
        .and_then(|key| profile.schema.vocabulary(key));
    match vocabulary {
        Some(vocabulary) => choices(vocabulary, &ask.speech, &[chosen]),
        None => ["yes", "no"]
            .map(|code| Choice {
                code: code.to_owned(),
                label: ask.speech.say(&format!("page-{code}")),
                is_chosen: code == chosen,
            })
            .to_vec(),
    }
}

/// A value that stands for "nothing stands there".
const NOTHING: &str = "-";

fn filter(profile: &Profile<'_>, cell: &str, value: &str) -> Option<Filter> {
    let (_, field) = profile.field(cell)?;
    let test = match value {
        NOTHING => Test::Empty,
        _ => Test::Is(
            field
                .ty
                .parse(profile.schema, value)
                .ok()
                .filter(|value| !value.is_null())?,
        ),
    };
    Some(Filter {
        cell: cell.to_owned(),
        test,
    })
}

/// The columns that a list shows unless somebody chooses others: two of the row's own and a telephone.
fn usual<'s>(profile: &Profile<'s>) -> Vec<(Part, &'s Field)> {
    let titled = |part: Part, field: &Field| profile.kind(part).title.contains(&field.key);
    let short = |field: &Field| {
        matches!(
            field.ty,
            FieldType::Text | FieldType::Date | FieldType::Money | FieldType::Code(_) | FieldType::Series
        ) && !field.is_retired()
    };
    let is_shown = |field: &Field| short(field) && field.is_told() || Some(field.key) == profile.role.about();
    let own = profile
        .fields()
        .filter(|(part, field)| *part == Part::Role && is_shown(field) && !titled(*part, field));
    let phone = profile.fields().filter(|(_, field)| field.is_declared_phone());
    let count = if profile.party.is_some() { 3 } else { 4 };
    own.take(count).chain(phone.take(1)).collect()
}

fn lines(
    ask: &Ask<'_>,
    node: &mut Node,
    profile: &Profile<'_>,
    asked: &Asked<'_>,
    rows: &[ListRow],
) -> Vec<Line> {
    let speech = &ask.speech;
    let mut title = |id: RecordId| node.read(|_, tx| Ok(tx.title(id)?)).ok().flatten();
    let mut showing = Showing {
        schema: profile.schema,
        speech,
        title: &mut title,
    };
    let line = |row: &ListRow| Line {
        id: row.id.to_string(),
        title: called(&row.title, speech),
        cells: asked
            .columns
            .iter()
            .map(|(part, field)| {
                let label = label(profile.kind(*part), field, speech);
                (label, showing.field(field, &row.cells), is_number(field))
            })
            .collect(),
        marks: marks(row, speech),
    };
    rows.iter().map(line).collect()
}

/// What a person should look at, each thing once.
pub(super) fn marks(row: &ListRow, speech: &Speech) -> Vec<String> {
    let mut marks: Vec<String> = Vec::new();
    for issue in &row.issues {
        let mark = speech.say(&format!("issue-{}", issue.code.as_str()));
        if !marks.contains(&mark) {
            marks.push(mark);
        }
    }
    marks
}

/// Whether its rows are members, who have cards.
pub(super) fn has_cards(profile: &Profile<'_>) -> bool {
    profile.role.key == dues::MEMBERSHIP
}

/// Fields that may be set for many rows at once.
fn fillable(profile: &Profile<'_>, ask: &Ask<'_>) -> Vec<Pick> {
    let own = profile
        .fields()
        .filter(|(part, field)| *part == Part::Role && is_pickable(field) && !field.is_retired());
    own.map(|(part, field)| Pick {
        key: field.key.to_owned(),
        label: label(profile.kind(part), field, &ask.speech),
        choices: codes(profile, field, ask, ""),
    })
    .collect()
}
