# What the pages say of one person with two records.

## Merging
same-open = Has this person another record?
same-title = One person, two records: { $name }
same-back = Back to the record
same-pick = Choose the other record of the same person; then compare the two. Nothing is merged before you press.
same-likely = Most alike
same-nobody = No other record found. Search for the name, the telephone or the identity card.
same-beside = The two records side by side
same-about = One record remains. Where the two differ, choose what is right; what only one of them has is kept. Payments, attendance and all that belongs to the other go to the one that remains. Nothing is lost: it can be undone.
same-differs = choose
same-together = both kept
same-stays = the first is kept
same-has = What belongs to it
same-merge = Merge the two records
same-did = The two records are one now.
same-changed = Somebody changed one of the two since you opened the page. Look again, then merge.
same-part = Part the two records
same-parted = The two records are parted.
trouble-same_self = This is the record itself.
trouble-same_self-next = Choose another record.
trouble-same_deleted = One of the two is in the bin.
trouble-same_deleted-next = Bring it back from the bin first, or choose another.
trouble-same_merged = This record is merged into another already.
trouble-same_merged-next = Open it to see into which, or to part the two.
trouble-same_kind = That is no person.
trouble-same_kind-next = Choose another person, member or beneficiary.

## Perhaps here twice
twice-title = Perhaps here twice
twice-open-about = Find people who have two records, and merge the two.
twice-about = People who share an identity card, a name, a date of birth or a telephone, even in other letters. You decide: nothing is merged by itself.
twice-count = { $count ->
    [one] { $count } case to look at.
   *[other] { $count } cases to look at.
}
twice-more = The likeliest come first; the others come once these are decided.
twice-nobody = Nobody seems to be here twice.
twice-score = likeness { $number } of 100
twice-compare = Compare
twice-apart = Two different people
twice-apart-did = This case is not shown again on this computer.
twice-again-did = This case is shown again.
twice-unseen = Many are alike; not all were compared, and nobody among those who were is here twice.
trouble-same_disputed = In the other record two values still wait for a choice.
trouble-same_disputed-next = Open it and choose the right value first, then come back to merge.
