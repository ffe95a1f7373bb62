//! What a report is about: a published period, or the published periods within a longer one.

use tawro_core::indicator::{Indicator, Method, Period, Source};

use crate::published::{Outcome, PublishedPeriod, Reading, Series, Value, Year, all};
use crate::report::{Asked, ReportFault};

/// The figures of a report.
pub(super) struct Scope<'a> {
    /// What was asked for.
    pub(super) period: Period,
    /// The published periods of it, the oldest first; at least one.
    pub(super) within: Vec<Period>,
    /// Every indicator that the report has.
    pub(super) lines: Vec<Line<'a>>,
}

/// One indicator of a report.
pub(super) struct Line<'a> {
    /// In the periods of the report.
    within: Series<'a>,
    /// In all periods until its end, which is what a target is compared with. What came later is not in it.
    pub(super) until: Series<'a>,
}

/// How many indicators stand how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) published: usize,
    /// Of those that are published.
    pub(super) partial: usize,
    pub(super) withheld: usize,
    pub(super) waiting: usize,
}

impl<'a> Scope<'a> {
    /// What is published of a period, and of all before it.
    pub(super) fn of(asked: &Asked<'a>) -> Result<Self, ReportFault> {
        let period = asked.period;
        let until = |published: &&PublishedPeriod| published.period.last() <= period.last();
        let until: Vec<PublishedPeriod> = asked.shown.periods.iter().filter(until).cloned().collect();
        let is_within = |published: &&PublishedPeriod| published.period.first() >= period.first();
        let within: Vec<PublishedPeriod> = until.iter().filter(is_within).cloned().collect();
        if within.is_empty() {
            return Err(ReportFault::NotPublished { period });
        }
        let over = |periods: &[PublishedPeriod]| all(periods, asked.indicators, asked.goals);
        let lines = over(&within)
            .into_iter()
            .zip(over(&until))
            .map(|(within, until)| Line { within, until })
            .filter(|line| line.indicator().core || line.is_asked());
        let mut periods: Vec<Period> = within.iter().map(|published| published.period).collect();
        periods.sort_by_key(|part| part.first());
        Ok(Self {
            period,
            within: periods,
            lines: lines.collect(),
        })
    }

    /// Whether it is longer than the periods it is made of.
    pub(super) fn is_longer(&self) -> bool {
        self.within != [self.period]
    }

    /// How many associations gave numbers in a period, of how many that were asked.
    pub(super) fn answers(&self, period: Period) -> Option<(u64, u64)> {
        let of_associations = |line: &&Line<'_>| line.indicator().source != Source::Own;
        let lines = self.lines.iter().filter(of_associations);
        let readings = lines.filter_map(|line| line.reading(period));
        // A statement that does not concern an association is not answered by it: the most is who reported.
        readings.map(|reading| (reading.associations, reading.of)).max()
    }

    /// How the figures of its indicators stand.
    pub(super) fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for line in &self.lines {
            match line.newest() {
                Some((reading, _)) => {
                    counts.published += 1;
                    counts.partial += usize::from(reading.is_partial);
                }
                None if line.is_asked() => counts.withheld += 1,
                None => counts.waiting += 1,
            }
        }
        counts
    }
}

impl<'a> Line<'a> {
    pub(super) fn indicator(&self) -> &'a Indicator {
        self.until.indicator
    }

    /// It in one of the report's periods, if it was asked there.
    pub(super) fn reading(&self, period: Period) -> Option<&Reading> {
        let mut readings = self.within.readings.iter();
        readings.find(|reading| reading.period == period && reading.outcome != Outcome::NotAsked)
    }

    /// The newest figure in the report's periods.
    pub(super) fn newest(&self) -> Option<(&Reading, Value)> {
        let reading = self.within.latest()?;
        Some((reading, reading.value()?))
    }

    /// The newest answer in the report's periods, also one that is withheld.
    pub(super) fn last(&self) -> Option<&Reading> {
        let mut newest = self.within.readings.iter().rev();
        newest.find(|reading| reading.outcome != Outcome::NotAsked)
    }

    /// The sum of the report's periods, of what adds up.
    pub(super) fn sum(&self) -> Option<Year> {
        self.within.years.first().copied()
    }

    /// Whether some period of the report asked for it.
    fn is_asked(&self) -> bool {
        self.last().is_some()
    }

    /// Whether it has no records to be counted from so far.
    pub(super) fn waits(&self) -> bool {
        matches!(self.indicator().method, Method::Waits(_))
    }
}
