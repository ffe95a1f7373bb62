//! Small cells: what one operator sees of an association never counts one to four persons.

use crate::indicator::{Age, LEAVES, Leaf, Sex};

/// A cell of this many persons or fewer, and more than none, is small.
pub const SMALL_MAX: u64 = 4;

const RESIDUE: Leaf = Leaf {
    sex: Sex::NotStated,
    age: Age::NotStated,
};

/// Whether a number counts so few persons that it could tell who they are.
pub const fn is_small(number: u64) -> bool {
    number >= 1 && number <= SMALL_MAX
}

/// Moves small cells to where less is said of them; nothing, if the total itself is small.
///
/// First a cell of 1 to 4 goes to "age not stated" of its sex; what is small there, to "neither stated".
/// Is that residue small itself, the smallest other cell goes into it whole (of equals the first):
/// its persons lose their sex and age in the figures, and no other cell says less than it must. The
/// total stays exact, whatever moves.
pub fn without_small_cells(leaves: &[u64; LEAVES.len()]) -> Option<[u64; LEAVES.len()]> {
    if is_small(leaves.iter().sum()) {
        return None;
    }
    let mut moved = *leaves;
    let mut give = |from: Leaf, to: Leaf| {
        if from != to && is_small(moved[from.place()]) {
            moved[to.place()] += std::mem::take(&mut moved[from.place()]);
        }
    };
    for from in LEAVES.into_iter().filter(|leaf| leaf.age != Age::NotStated) {
        let to = Leaf {
            sex: from.sex,
            ..RESIDUE
        };
        give(from, to);
    }
    for sex in Sex::ALL {
        give(Leaf { sex, ..RESIDUE }, RESIDUE);
    }
    if is_small(moved[RESIDUE.place()]) {
        let others = LEAVES
            .map(Leaf::place)
            .into_iter()
            .filter(|place| *place != RESIDUE.place());
        let smallest = others
            .filter(|place| moved[*place] > 0)
            .min_by_key(|place| moved[*place])
            .expect("a total above four with a residue below five has another cell");
        moved[RESIDUE.place()] += std::mem::take(&mut moved[smallest]);
    }
    Some(moved)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn leaves(numbers: &[(Sex, Age, u64)]) -> [u64; LEAVES.len()] {
        let mut leaves = [0; LEAVES.len()];
        for (sex, age, number) in numbers {
            leaves[Leaf { sex: *sex, age: *age }.place()] = *number;
        }
        leaves
    }

    fn check(before: &[(Sex, Age, u64)], after: &[(Sex, Age, u64)]) {
        assert_eq!(
            without_small_cells(&leaves(before)),
            Some(leaves(after)),
            "{before:?}"
        );
    }

    #[test]
    fn a_small_cell_loses_its_age_first() {
        use Age::{From18To34, From60, NotStated, Under18};
        use Sex::{Female, Male};
        check(&[(Female, Under18, 9)], &[(Female, Under18, 9)]);
        check(
            &[(Female, Under18, 9), (Female, From60, 3), (Female, From18To34, 2)],
            &[(Female, Under18, 9), (Female, NotStated, 5)],
        );
        check(
            &[(Female, Under18, 9), (Female, From60, 3), (Male, From60, 2)],
            &[(Female, Under18, 9), (Sex::NotStated, NotStated, 5)],
        );
        check(
            &[(Female, Under18, 4), (Female, NotStated, 1), (Male, From60, 50)],
            &[(Female, NotStated, 5), (Male, From60, 50)],
        );
    }

    #[test]
    fn a_small_residue_takes_the_smallest_cell() {
        use Age::{From60, NotStated, Under18};
        use Sex::{Female, Male};
        check(
            &[(Female, Under18, 9), (Male, Under18, 12), (Male, From60, 1)],
            &[(Male, Under18, 12), (Sex::NotStated, NotStated, 10)],
        );
        assert_eq!(
            without_small_cells(&leaves(&[(Female, Under18, 2), (Male, From60, 2)])),
            None
        );
        assert_eq!(without_small_cells(&leaves(&[])), Some(leaves(&[])));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn no_small_cell_leaves_and_totals_stay(
            before in prop::array::uniform15(prop_oneof![3 => Just(0), 5 => 0_u64..7, 1 => 0_u64..500])
        ) {
            let total: u64 = before.iter().sum();
            match without_small_cells(&before) {
                None => prop_assert!(is_small(total)),
                Some(after) => {
                    prop_assert!(after.iter().all(|number| !is_small(*number)), "{:?}", after);
                    prop_assert_eq!(after.iter().sum::<u64>(), total);
                    // A sex is only ever lost, never given.
                    for sex in [Sex::Female, Sex::Male] {
                        let of = |all: &[u64; 15]| LEAVES.iter().filter(|leaf| leaf.sex == sex)
                            .map(|leaf| all[leaf.place()]).sum::<u64>();
                        prop_assert!(of(&after) <= of(&before));
                    }
                    prop_assert_eq!(without_small_cells(&after), Some(after), "twice is once");
                }
            }
        }
    }
}
