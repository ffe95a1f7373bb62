//! The views of what whoever runs a programme writes down, field by field.

use crate::id::RecordId;
use crate::record::Record;
use crate::record::view::{self, Draft, elements, number, text};
use crate::schema::Date;

view::view! {
    /// An association that takes part in the programme.
    Participant, ParticipantDraft = participant {
        localized: name;
        text: acronym contact_post office_phone office_email remarks;
        code: seat_commune domain;
        date: signed_on left_on;
        reference: contact;
    }
}

view::view! {
    /// What is taught, in one session or several.
    Course, CourseDraft = course {
        localized: title;
        set: topics;
        text: trainer place note;
        code: commune;
        date: starts_on ends_on;
        integer: hours;
        reference: of_project;
    }
}

view::view! {
    /// Whoever is trained.
    Trainee, TraineeDraft = trainee {
        reference: person participant guardian consent;
        text: post guardian_name remarks;
        date: entered_on left_on;
    }
}

view::view! {
    /// What one person thought of a session, about nobody.
    Answer, AnswerDraft = questionnaire {
        reference: session;
        code: content organisation logistics;
        text: remark;
    }
}

view::view! {
    /// A coaching visit.
    Visit, VisitDraft = coaching_visit {
        reference: participant item;
        date: visited_on next_on;
        integer: hours;
        text: note;
    }
}

view::view! {
    /// How far an association has come, in five domains.
    Maturity, MaturityDraft = maturity {
        reference: participant;
        date: assessed_on;
        code: round communication archive databases administration security;
        text: note;
    }
}

view::view! {
    /// A short film that was published.
    Capsule, CapsuleDraft = capsule {
        localized: title;
        code: language topic;
        date: published_on;
        text: link note;
        integer: plays;
    }
}

view::view! {
    /// An edition of the practical guide.
    GuideEdition, GuideEditionDraft = guide_edition {
        text: edition link note;
        code: language;
        date: published_on;
        integer: copies downloads;
    }
}
