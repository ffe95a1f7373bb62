# What the pages say that are about many people at once.

## Who came
present-open = Who came
present-title = Who came: { $name }
present-back = Back to the activity
present-by-name = By name
present-by-number = In numbers
present-came = { $count ->
    [one] { $count } came.
   *[other] { $count } came.
}
present-women = Women: { $number }
present-men = Men: { $number }
present-unsaid = Sex not said: { $number }
present-ticked = Came ({ $number })
present-others = The others
present-nobody = Nobody else here. Search for another name, or add the person below.
present-search = Search for a person
present-among = Among
present-find = Search
present-kept = Tick who came, untick who did not. Every button of this page saves the ticks before it goes on.
present-save = Save who came
present-next = The next ones
present-next-came = More of those who came
present-new = Somebody who is not in the list
present-add = Add and tick them
present-add-sure = Another person: add them
present-did-add = The person is added, and ticked.
present-did-tick = { $count ->
    [one] { $count } person ticked.
   *[other] { $count } people ticked.
}
present-did-untick = { $count ->
    [one] { $count } tick taken back.
   *[other] { $count } ticks taken back.
}
heads-about = How many came without a name being written down. Do not count those here who are ticked by name.
heads-age = Age
heads-cell = { $row }, { $column }
heads-sum = Total
heads-sex-unsaid = Sex not said
heads-age-unsaid = Age not said
heads-place = Place
heads-place-unsaid = Place not said
heads-place-about = Each place has its own numbers. What you wrote is saved before you change.
heads-beside = Other numbers written down for this activity:
trouble-people_number = Write a whole number from 0 to 100000.
trouble-people_number-next = Or leave the box empty.
trouble-people_changed = Somebody else wrote { $number } here meanwhile.
trouble-people_changed-next = Check the number, then save once more.

## What a person allowed
consent-part = Consent
consent-part-about = Each purpose has a consent of its own, which can be withdrawn alone at any time. Tick only what the person really agreed to.
consent-for = Agreed that their data serve for:
consent-pictures = Pictures, a consent apart:
consent-missing = No consent is written down
consent-missing-about = Law 09-08 asks for the person’s consent. Ask them, and write it down.
consent-no-pictures = No pictures: there is no consent for pictures
consent-since = since { $day }
consent-withdrawn-since = withdrawn on { $day }
consent-withdraw = Withdraw the consent
consent-withdrawn = The consent is withdrawn from today on.
consent-add = Write down another consent
trouble-minor_guardian = This person is under 18: their guardian consents for them.
trouble-minor_guardian-next = Choose the guardian, or write their name.
