//! What a programme says, read out of its records; a record that says something else is passed over.

use std::cmp::Reverse;

use super::told::is_after;
use super::{
    Announcement, Baseline, Capsule, Checked, Course, Guide, Item, LegalDeadline, LetterModel, Profile,
    Programme, ReportPeriod, Target, Wording,
};
use crate::indicator::Period;
use crate::schema::Date;
use crate::schema::programme::COURSE;
use crate::schema::published::{
    ANNOUNCEMENT, BACKER, CAPSULE, GUIDE, LEGAL_DEADLINE, LETTER_MODEL, PROFILE, REPORT_PERIOD, TARGET, field,
};

impl Programme {
    /// What the programme is called, and who runs it, if it says so.
    pub fn profile(&self) -> Option<Profile> {
        self.of_kind(PROFILE).next().map(|item| Profile {
            name: item.wording(field::NAME),
            operator: item.wording(field::OPERATOR),
            territory: item.wording(field::TERRITORY),
            policy: item.wording(field::POLICY),
            started_on: item.date(field::STARTED_ON),
        })
    }

    /// The partners' names as the programme states them.
    pub fn partners(&self) -> Vec<Wording> {
        self.of_kind(BACKER)
            .map(|item| item.wording(field::NAME))
            .collect()
    }

    /// What is aimed at: by indicator, the whole programme before its years.
    pub fn targets(&self) -> Vec<Target> {
        let start = self.profile().and_then(|profile| profile.started_on);
        let periods = self.periods();
        let first = periods.iter().filter_map(|period| period.published_on).min();
        let limits: Vec<Date> = start.into_iter().chain(first).collect();
        let mut targets: Vec<Target> = self
            .of_kind(TARGET)
            .filter_map(|item| target(item, &limits))
            .collect();
        targets.sort_by_key(|target| (target.indicator, target.year));
        targets
    }

    /// The periods about which associations report, the earliest first.
    pub fn periods(&self) -> Vec<ReportPeriod> {
        let mut periods: Vec<ReportPeriod> = self.of_kind(REPORT_PERIOD).filter_map(report_period).collect();
        periods.sort();
        periods
    }

    /// The courses, the first first.
    pub fn courses(&self) -> Vec<Course> {
        let course = |item: &Item| Course {
            title: item.wording(field::TITLE),
            topics: item.elements(field::TOPICS),
            commune: item.text(field::COMMUNE),
            place: item.text(field::PLACE),
            starts_on: item.date(field::STARTS_ON),
            ends_on: item.date(field::ENDS_ON),
            hours: item.integer(field::HOURS),
        };
        let mut courses: Vec<Course> = self.of_kind(COURSE).map(course).collect();
        courses.sort_by_key(|course| (course.starts_on.is_none(), course.starts_on));
        courses
    }

    /// The films, the newest first.
    pub fn capsules(&self) -> Vec<Capsule> {
        let capsule = |item: &Item| Capsule {
            title: item.wording(field::TITLE),
            language: item.text(field::LANGUAGE),
            topic: item.text(field::TOPIC),
            published_on: item.date(field::PUBLISHED_ON),
            link: item.text(field::LINK),
        };
        let mut capsules: Vec<Capsule> = self.of_kind(CAPSULE).map(capsule).collect();
        capsules.sort_by_key(|capsule| Reverse(capsule.published_on));
        capsules
    }

    /// The editions of the guide, the newest first.
    pub fn guides(&self) -> Vec<Guide> {
        let guide = |item: &Item| Guide {
            edition: item.text(field::EDITION).unwrap_or_default(),
            language: item.text(field::LANGUAGE),
            published_on: item.date(field::PUBLISHED_ON),
            link: item.text(field::LINK),
        };
        let mut guides: Vec<Guide> = self.of_kind(GUIDE).map(guide).collect();
        guides.sort_by_key(|guide| Reverse(guide.published_on));
        guides
    }

    /// What the law wants and by when: those with a day first, in the order of the year.
    pub fn legal_deadlines(&self) -> Vec<LegalDeadline> {
        let deadline = |item: &Item| LegalDeadline {
            what: item.wording(field::WHAT),
            rule: item.wording(field::RULE),
            due_on: item.date(field::DUE_ON),
            yearly: item.flag(field::YEARLY),
            source: item.wording(field::SOURCE),
            checked: checked(item),
        };
        let mut deadlines: Vec<LegalDeadline> = self.of_kind(LEGAL_DEADLINE).map(deadline).collect();
        deadlines.sort_by_key(|deadline| {
            let due = deadline.due_on;
            (due.is_none(), due.map(|due| (due.month(), due.day())))
        });
        deadlines
    }

    /// The letters.
    pub fn letter_models(&self) -> Vec<LetterModel> {
        let letter = |item: &Item| LetterModel {
            id: item.id(),
            name: item.wording(field::NAME),
            language: item.text(field::LANGUAGE),
            text: item.text(field::TEXT).unwrap_or_default(),
            source: item.wording(field::SOURCE),
            checked: checked(item),
        };
        self.of_kind(LETTER_MODEL).map(letter).collect()
    }

    /// What is made known, the newest first; whether it still stands is for the day to say.
    pub fn announcements(&self) -> Vec<Announcement> {
        let announcement = |item: &Item| Announcement {
            title: item.wording(field::TITLE),
            text: item.wording(field::TEXT),
            announced_on: item.date(field::ANNOUNCED_ON),
            until: item.date(field::UNTIL),
            link: item.text(field::LINK),
        };
        let mut announcements: Vec<Announcement> = self.of_kind(ANNOUNCEMENT).map(announcement).collect();
        announcements.sort_by_key(|announcement| Reverse(announcement.announced_on));
        announcements
    }

    fn of_kind(&self, kind: &'static str) -> impl Iterator<Item = &Item> {
        self.items().iter().filter(move |item| item.kind() == kind)
    }
}

/// Whether a record that has all of its fields says something that can be read: an indicator, a period, a
/// number that is not negative.
pub(super) fn makes_sense(item: &Item) -> bool {
    match item.kind() {
        TARGET => target(item, &[]).is_some(),
        REPORT_PERIOD => report_period(item).is_some(),
        _ => true,
    }
}

/// The target of a record; its baseline is late if it stands after one of these days.
fn target(item: &Item, limits: &[Date]) -> Option<Target> {
    let year = match item.integer(field::YEAR) {
        None => None,
        Some(year) => {
            let (first, last) = Period::YEARS;
            let year = (first..=last).contains(&year).then_some(year)?;
            Some(u16::try_from(year).ok()?)
        }
    };
    let baseline = match item.integer(field::BASELINE) {
        None => None,
        Some(value) => {
            let on = item.date(field::BASELINE_ON);
            Some(Baseline {
                value: u64::try_from(value).ok()?,
                on,
                late: on.is_none_or(|on| limits.iter().any(|limit| is_after(on, *limit))),
            })
        }
    };
    Some(Target {
        indicator: item.text(field::INDICATOR)?.parse().ok()?,
        year,
        value: u64::try_from(item.integer(field::VALUE)?).ok()?,
        baseline,
        statement: item.wording(field::STATEMENT),
    })
}

fn report_period(item: &Item) -> Option<ReportPeriod> {
    Some(ReportPeriod {
        period: item.text(field::PERIOD)?.parse().ok()?,
        published_on: item.date(field::PUBLISHED_ON),
    })
}

fn checked(item: &Item) -> Option<Checked> {
    Some(Checked {
        by: item.text(field::CHECKED_BY)?,
        on: item.date(field::CHECKED_ON),
    })
}
