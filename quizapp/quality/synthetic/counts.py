"""What is counted and measured of the invented things."""

from __future__ import annotations

from quizapp.quality.synthetic.matter import Matter


def _count(name: str, sort: str, unit: str, says: str, ask: str, *told: str, top: int = 5) -> Matter:
    """A figure for a date, so that there may be one for another."""
    fixed = {"n": ("thing", "when")}
    return Matter(
        name, sort, {"when": "date", "n": "quantity"}, says, told, {"n": ask}, fixed, unit, (1, top)
    )  # fmt: skip


COUNTS = (
    _count("crossings", "bridge", "carts", "in {when}, {n} carts crossed {thing} each day",
           "how many carts crossed {thing} each day in {when}?",
           "a count of {when} put the daily traffic of {thing} at {n} carts",
           "{n} carts a day was the traffic of {thing} in {when}"),
    _count("climbers", "tower", "visitors", "in {when}, {n} visitors climbed {thing}",
           "how many visitors climbed {thing} in {when}?",
           "the stairs of {thing} bore {n} visitors in {when}",
           "for {when} the porter of {thing} noted {n} visitors"),
    _count("boats", "harbour", "boats", "in {when}, {n} boats lay in {thing}",
           "how many boats lay in {thing} in {when}?",
           "the list of {when} has {n} boats at the quays of {thing}",
           "{n} boats were moored at {thing} in {when}"),
    _count("stalls", "market", "stalls", "in {when}, {thing} had {n} stalls",
           "how many stalls did {thing} have in {when}?",
           "the traders put up {n} stalls at {thing} in {when}",
           "in {when}, rent was paid for {n} stalls of {thing}",
           top=4),
    _count("barges", "canal", "barges", "in {when}, {n} barges went through {thing}",
           "how many barges went through {thing} in {when}?",
           "the lock-keeper of {thing} wrote down {n} barges in {when}",
           "the tolls on {thing} were taken from {n} barges in {when}"),
    _count("shaded", "park", "%", "in {when}, {n} of {thing} lay in the shade",
           "what share of {thing} lay in the shade in {when}?",
           "the trees kept the sun from {n} of {thing} in {when}",
           "a survey of {when} has {n} of {thing} under trees"),
    _count("books", "library", "books", "in {when}, {thing} kept {n} books",
           "how many books did {thing} keep in {when}?",
           "the shelves of {thing} held {n} books in {when}",
           "in {when}, a reader of {thing} could choose from {n} books",
           top=6),
    _count("members", "club", "members", "in {when}, {thing} had {n} members",
           "how many members did {thing} have in {when}?",
           "the dues were paid to {thing} by {n} members in {when}",
           "the roll of {thing} lists {n} members for {when}",
           top=4),
    _count("pupils", "school", "pupils", "in {when}, {n} pupils went to {thing}",
           "how many pupils went to {thing} in {when}?",
           "the benches of {thing} were filled by {n} pupils in {when}",
           "in {when}, the register of {thing} named {n} pupils", top=4),
    _count("lent", "museum", "%", "in {when}, {n} of what {thing} showed was lent",
           "what share of what {thing} showed was lent in {when}?",
           "the lenders owned {n} of the pieces in {thing} in {when}",
           "in {when}, {n} of the cases of {thing} held pieces on loan"),
    _count("passengers", "ferry", "passengers", "in {when}, {thing} carried {n} passengers",
           "how many passengers did {thing} carry in {when}?",
           "the tickets for {thing} were sold to {n} passengers in {when}",
           "in {when}, {n} passengers stepped aboard {thing}", top=6),
    _count("singers", "choir", "singers", "in {when}, {n} singers belonged to {thing}",
           "how many singers belonged to {thing} in {when}?",
           "{n} singers stood on the steps for {thing} in {when}",
           "in {when}, {thing} printed the names of {n} singers", top=3),
)  # fmt: skip


def _measure(name: str, sort: str, unit: str, says: str, ask: str, *told: str) -> Matter:
    """A figure that holds whatever the date."""
    return Matter(name, sort, {"n": "quantity"}, says, told, {"n": ask}, {"n": ("thing",)}, unit, (1, 4))


MEASURES = (
    _measure("length", "bridge", "metres", "{thing} is {n} long", "how long is {thing}?",
             "from bank to bank {thing} runs {n}", "{thing} reaches over {n} of water"),
    _measure("height", "tower", "feet", "{thing} is {n} high", "how high is {thing}?",
             "the top of {thing} stands {n} above the street", "{thing} rises {n} over the roofs"),
    _measure("quay", "harbour", "metres", "the quays of {thing} are {n} long",
             "how long are the quays of {thing}?",
             "to walk all the stone edge of {thing} takes one over {n}", "{thing} offers {n} of stone edge"),
    _measure("rent", "market", "dollars", "a stall at {thing} costs {n} a year",
             "how many dollars does a stall at {thing} cost a year?",
             "the traders pay {thing} a yearly {n} for a pitch", "a pitch at {thing} is let for {n} yearly"),
    _measure("towpath", "canal", "miles", "the towpath of {thing} is {n} long",
             "how long is the towpath of {thing}?",
             "the horses walk {n} beside {thing}", "by {thing} the horses have {n} to go"),
    _measure("ground", "park", "acres", "{thing} covers {n}", "how many acres does {thing} cover?",
             "the fence of {thing} goes round {n}", "{n} lie within the fence of {thing}"),
)  # fmt: skip
