//! What the program itself knows of an association, as indicators with a name: rules that no query says.

use crate::indicator::terms::terms;
use crate::indicator::{Figure, IndicatorCode, not_stated};

terms! {
    /// A rule of the program's own; the numbers that it looks at are [`Observed`]'s.
    BuiltIn {
        /// Of at least 90 % of the members the name, the sex, the year of birth, the category, a way to reach
        /// them and what they owe is known; no if there are no members.
        MembersComplete = "members_complete",
        /// In the period a beneficiary's record was written.
        BeneficiariesInUse = "beneficiaries_in_use",
        /// In the period a donor's record was written.
        DonorsInUse = "donors_in_use",
        /// In the period a partner's record was written.
        PartnersInUse = "partners_in_use",
        /// The three above at once.
        RegistersInUse = "registers_in_use",
        /// A copy not older than 30 days was read again and found whole.
        BackupVerified = "backup_verified",
        /// The accounts of all public money that were due in the period were sent by their day. It concerns
        /// only whom some were due of.
        PublicAccounts = "public_accounts",
        /// The register of processing is kept, and no request about personal data waits beyond its day.
        DataProtection = "data_protection",
        /// Hundredths of the checks of safety that are good. It concerns only who was checked.
        SecurityScore = "security_score",
        /// Pairs of persons who may be one and nobody has looked at, of all persons.
        Duplicates = "duplicates",
        /// Trainees who were present at four fifths of the hours of all sessions up to the end of the period, of
        /// those who have not left. It concerns only whoever held sessions.
        TrainingCompleted = "training_completed",
        /// Points of the latest assessment of each association that was assessed, added up, of so many.
        Maturity = "digital_maturity",
        /// Dues that were paid, of those that were owed, in whole dirhams.
        DuesCollected = "dues_collected",
    }
}

/// What a node sees of its association in a period: plain numbers, about nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Observed {
    /// Who belongs on the last day of the period.
    pub members: u64,
    /// Of them, those whose record is complete.
    pub members_complete: u64,
    /// Beneficiaries' records written in the period.
    pub beneficiaries_written: u64,
    /// Donors' records written in the period.
    pub donors_written: u64,
    /// Partners' records written in the period.
    pub partners_written: u64,
    /// Days from the latest copy that was read again and found whole to the end of the period; none if there
    /// is no such copy.
    pub backup_age_days: Option<u64>,
    /// Accounts of public money that were due in the period.
    pub accounts_due: u64,
    /// Of them, those sent by their day.
    pub accounts_on_time: u64,
    /// Lines of the register of processing.
    pub processings: u64,
    /// Requests about personal data that wait beyond their day.
    pub requests_overdue: u64,
    /// Checks of safety.
    pub checks: u64,
    /// Of them, those that are good.
    pub checks_good: u64,
    /// Persons.
    pub persons: u64,
    /// Pairs of persons who may be one and nobody has looked at.
    pub pairs_open: u64,
    /// Trainees who have not left, if sessions with hours were held.
    pub trainees: u64,
    /// Of them, those who were present at four fifths of the hours.
    pub trainees_completed: u64,
    /// Associations whose maturity was assessed.
    pub assessed: u64,
    /// The points of their latest assessments, added up.
    pub maturity_points: u64,
    /// Whole dirhams owed for the period's dues.
    pub dues_owed: u64,
    /// Whole dirhams paid of them.
    pub dues_paid: u64,
}

/// So many of a hundred members have to be complete.
const COMPLETE_PERCENT_MIN: u128 = 90;
/// A copy that is older is missed when it is needed.
const BACKUP_DAYS_MAX: u64 = 30;

impl BuiltIn {
    /// Whether it says yes or no of an association.
    pub const fn is_fact(self) -> bool {
        !matches!(
            self,
            Self::SecurityScore
                | Self::Duplicates
                | Self::TrainingCompleted
                | Self::Maturity
                | Self::DuesCollected
        )
    }

    /// Whether it says something of every association. Who is not concerned says nothing, and from outside
    /// that is the same as having kept silent.
    pub const fn concerns_all(self) -> bool {
        !matches!(self, Self::PublicAccounts)
    }

    /// What it comes to: a number and what it is of. Of a fact 1 or 0 of 1, or of 0 if the association is not
    /// concerned.
    pub fn pair(self, seen: &Observed) -> (u64, u64) {
        let said = |holds: bool| (u64::from(holds), 1);
        match self {
            Self::MembersComplete => {
                let (complete, all) = (u128::from(seen.members_complete), u128::from(seen.members));
                said(all > 0 && complete * 100 >= all * COMPLETE_PERCENT_MIN)
            }
            Self::BeneficiariesInUse => said(seen.beneficiaries_written > 0),
            Self::DonorsInUse => said(seen.donors_written > 0),
            Self::PartnersInUse => said(seen.partners_written > 0),
            Self::RegistersInUse => {
                let written = [
                    seen.beneficiaries_written,
                    seen.donors_written,
                    seen.partners_written,
                ];
                said(written.iter().all(|written| *written > 0))
            }
            Self::BackupVerified => said(seen.backup_age_days.is_some_and(|days| days <= BACKUP_DAYS_MAX)),
            Self::PublicAccounts => match seen.accounts_due {
                0 => (0, 0),
                due => said(seen.accounts_on_time >= due),
            },
            Self::DataProtection => said(seen.processings > 0 && seen.requests_overdue == 0),
            Self::SecurityScore => match seen.checks {
                0 => (0, 0),
                all => (
                    u64::try_from(u128::from(seen.checks_good) * 100 / u128::from(all)).unwrap_or(u64::MAX),
                    1,
                ),
            },
            Self::Duplicates => (seen.pairs_open, seen.persons),
            Self::TrainingCompleted => (seen.trainees_completed, seen.trainees),
            Self::Maturity => (seen.maturity_points, seen.assessed),
            Self::DuesCollected => (seen.dues_paid, seen.dues_owed),
        }
    }

    /// The figure of an indicator that is defined by it.
    pub fn figure(self, indicator: IndicatorCode, seen: &Observed) -> Figure {
        let (number, of) = self.pair(seen);
        Figure {
            indicator,
            leaves: not_stated(number),
            of: Some(not_stated(of)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: Observed = Observed {
        members: 0,
        members_complete: 0,
        beneficiaries_written: 0,
        donors_written: 0,
        partners_written: 0,
        backup_age_days: None,
        accounts_due: 0,
        accounts_on_time: 0,
        processings: 0,
        requests_overdue: 0,
        checks: 0,
        checks_good: 0,
        persons: 0,
        pairs_open: 0,
        trainees: 0,
        trainees_completed: 0,
        assessed: 0,
        maturity_points: 0,
        dues_owed: 0,
        dues_paid: 0,
    };

    #[test]
    fn members_are_complete_from_nine_of_ten_on() {
        let check = |members, members_complete, pair| {
            let seen = Observed {
                members,
                members_complete,
                ..NONE
            };
            assert_eq!(
                BuiltIn::MembersComplete.pair(&seen),
                pair,
                "{members_complete}/{members}"
            );
        };
        check(0, 0, (0, 1));
        check(10, 9, (1, 1));
        check(10, 8, (0, 1));
        check(19, 17, (0, 1));
        check(u64::MAX, u64::MAX, (1, 1));
    }

    #[test]
    fn registers_are_in_use_if_each_was_written_to() {
        let mut seen = Observed {
            beneficiaries_written: 1,
            donors_written: 3,
            ..NONE
        };
        let registers = [
            BuiltIn::BeneficiariesInUse,
            BuiltIn::DonorsInUse,
            BuiltIn::PartnersInUse,
            BuiltIn::RegistersInUse,
        ];
        assert_eq!(registers.map(|fact| fact.pair(&seen).0), [1, 1, 0, 0]);
        seen.partners_written = 1;
        assert_eq!(registers.map(|fact| fact.pair(&seen).0), [1, 1, 1, 1]);
    }

    #[test]
    fn a_copy_counts_for_thirty_days() {
        for (backup_age_days, holds) in [(None, 0), (Some(0), 1), (Some(30), 1), (Some(31), 0)] {
            let seen = Observed {
                backup_age_days,
                ..NONE
            };
            assert_eq!(BuiltIn::BackupVerified.pair(&seen), (holds, 1));
        }
    }

    #[test]
    fn accounts_concern_only_whom_some_were_due_of() {
        for (accounts_due, accounts_on_time, pair) in [(0, 0, (0, 0)), (2, 1, (0, 1)), (2, 2, (1, 1))] {
            let seen = Observed {
                accounts_due,
                accounts_on_time,
                ..NONE
            };
            assert_eq!(BuiltIn::PublicAccounts.pair(&seen), pair);
        }
    }

    #[test]
    fn data_protection_needs_the_register_and_no_overdue_request() {
        for (processings, requests_overdue, holds) in [(0, 0, 0), (1, 0, 1), (1, 1, 0)] {
            let seen = Observed {
                processings,
                requests_overdue,
                ..NONE
            };
            assert_eq!(BuiltIn::DataProtection.pair(&seen), (holds, 1));
        }
    }

    #[test]
    fn what_is_no_fact_is_a_number_and_what_it_is_of() {
        let seen = Observed {
            checks: 10,
            checks_good: 7,
            persons: 40,
            pairs_open: 2,
            trainees: 30,
            trainees_completed: 20,
            assessed: 2,
            maturity_points: 107,
            dues_owed: 500,
            dues_paid: 300,
            ..NONE
        };
        assert_eq!(BuiltIn::SecurityScore.pair(&seen), (70, 1));
        assert_eq!(BuiltIn::SecurityScore.pair(&NONE), (0, 0));
        assert_eq!(BuiltIn::Duplicates.pair(&seen), (2, 40));
        assert_eq!(BuiltIn::TrainingCompleted.pair(&seen), (20, 30));
        assert_eq!(BuiltIn::Maturity.pair(&seen), (107, 2));
        assert_eq!(BuiltIn::DuesCollected.pair(&seen), (300, 500));
        for built_in in BuiltIn::ALL.iter().filter(|built_in| built_in.is_fact()) {
            let (number, of) = built_in.pair(&seen);
            assert!(number <= of && of <= 1, "{}", built_in.code());
        }
    }
}
