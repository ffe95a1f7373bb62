//! Lists: a kind's records, or a register's rows, searched, filtered, sorted and in pages.

use super::pick::Candidates;
use super::query::{ListQuery, View};
use super::row::ListRow;
use super::{StoreError, Tx, words};

impl<'a> Tx<'a> {
    /// A page of a register or, if there is none of that name, of a kind.
    pub fn list(&mut self, name: &str, query: &ListQuery) -> Result<Vec<ListRow>, StoreError> {
        let view = self.view(name)?;
        let Some(candidates) = self.candidates(view, query)? else {
            return Ok(Vec::new());
        };
        let ids = self.pick(view, query, &candidates, query.limit)?;
        let mut rows = Vec::with_capacity(ids.len());
        for id in ids {
            rows.extend(self.list_row(view.role, view.referred, id)?);
        }
        Ok(rows)
    }

    /// How many rows the list has, on all its pages.
    pub fn count(&mut self, name: &str, query: &ListQuery) -> Result<u64, StoreError> {
        let view = self.view(name)?;
        let Some(candidates) = self.candidates(view, query)? else {
            return Ok(0);
        };
        if candidates.is_empty() {
            return self.count_asked(view, query);
        }
        let all = ListQuery {
            after: None,
            sort: None,
            ..query.clone()
        };
        Ok(self.pick(view, &all, &candidates, usize::MAX)?.len() as u64)
    }

    /// A register's halves, or a kind alone.
    pub(super) fn view(&self, name: &str) -> Result<View<'a>, StoreError> {
        let plans = self.plans;
        let Some((role, referred)) = plans.schema.register(name) else {
            return Ok(View {
                role: self.plan(name)?,
                referred: None,
            });
        };
        Ok(View {
            role: self.plan(role.key)?,
            referred: Some(self.plan(referred.key)?),
        })
    }

    /// The rows that search, conflicts and codes that few have leave; nothing if the search has no word that can be found.
    fn candidates(
        &mut self,
        view: View<'a>,
        query: &ListQuery,
    ) -> Result<Option<Vec<Candidates>>, StoreError> {
        let mut all = Vec::new();
        if !query.search.trim().is_empty() {
            match words::typed(&query.search) {
                Some(search) => all.push(self.matching(view, &search)?),
                None => return Ok(None),
            }
        }
        if query.only_conflicts {
            all.push(self.disputed(view)?);
        }
        for filter in &query.filters {
            all.extend(self.coded(view, filter)?);
        }
        Ok(Some(all))
    }
}
