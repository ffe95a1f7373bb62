//! Every built-in declaration, in an order in which each names only what stands before it.

use crate::schema::{
    Schema, SchemaFault, access, activities, attachment, duties, giving, governance, mail, own, people,
    programme, projects, published, vocabularies,
};

/// The schema of every association.
pub(crate) fn builtin() -> Result<Schema, SchemaFault> {
    let mut schema = Schema::empty();
    for vocabulary in vocabularies::all() {
        schema = schema.with_vocabulary(vocabulary)?;
    }
    let kinds = [
        governance::association(),
        people::household(),
        people::person(),
        people::membership(),
        people::consent(),
        giving::partner(),
        giving::convention(),
        projects::project(),
        projects::campaign(),
        projects::grant(),
        projects::tranche(),
        programme::course(),
        activities::activity(),
        people::enrolment(),
        people::service(),
        people::volunteering(),
        people::functioning(),
        activities::attendance(),
        giving::dues_period(),
        giving::payment(),
        giving::donor(),
        giving::donation(),
        duties::asset(),
        duties::processing(),
        duties::rights_request(),
        mail::correspondence(),
        access::login(),
        attachment::attachment(),
        programme::participant(),
        programme::trainee(),
        programme::questionnaire(),
        programme::course_test(),
        programme::certificate(),
        programme::coaching_item(),
        programme::coaching_visit(),
        programme::maturity(),
        published::profile(),
        published::backer(),
        published::target(),
        published::report_period(),
        published::capsule(),
        published::guide_edition(),
        published::legal_deadline(),
        published::letter_model(),
        published::announcement(),
        own::field(),
        own::choice(),
    ];
    kinds.into_iter().try_fold(schema, Schema::with)
}
