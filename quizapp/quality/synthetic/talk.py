"""What invented people say, and the words that fill an invented paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.quality.synthetic.matter import listed


@dataclass(frozen=True)
class Claim:
    """A statement without slots: our words, the article's, and the printed phrase that carries it."""

    says: str
    told: str
    words: str


CLAIMS: Mapping[str, tuple[Claim, ...]] = {
    "checkable": (
        Claim("the roof of {thing} was mended within a month",
              "the slates on {thing} were put right in some four weeks", "put right in some four weeks"),
        Claim("the keys of {thing} were lost for a week",
              "nobody could find what opens {thing} for seven days", "for seven days"),
        Claim("a storm broke two windows of {thing}",
              "wind smashed a pair of panes at {thing}", "smashed a pair of panes"),
        Claim("the fence around {thing} was moved last spring",
              "the posts round {thing} were set elsewhere when the snow went",
              "set elsewhere when the snow went"),
        Claim("the clock of {thing} stopped for a day",
              "the hands at {thing} stood still from morning to morning",
              "stood still from morning to morning"),
        Claim("a second door was cut into {thing}",
              "masons broke another way into {thing}", "broke another way into"),
        Claim("rain came through the ceiling of {thing}",
              "buckets had to be set out under the ceiling of {thing}", "buckets had to be set out"),
        Claim("the steps of {thing} were swept every morning",
              "a broom went over the stairs of {thing} at each sunrise", "at each sunrise"),
    ),
    "opinion": (
        Claim("{thing} deserves more praise than it gets",
              "people speak too little good of {thing}", "speak too little good"),
        Claim("the paint on {thing} is in poor taste",
              "whoever chose the colours of {thing} had no eye", "had no eye"),
        Claim("{thing} is worth a long walk",
              "an hour on foot is not too much for {thing}", "an hour on foot is not too much"),
        Claim("{thing} was better cared for in earlier days",
              "once there was more love for {thing} than now", "once there was more love"),
        Claim("no other sight nearby is as pleasing as {thing}",
              "of everything close by {thing} is the prettiest", "of everything close by"),
        Claim("too much is made of {thing}",
              "the fuss about {thing} goes beyond reason", "goes beyond reason"),
        Claim("{thing} suits its street well",
              "{thing} looks at home among its neighbours", "looks at home among"),
        Claim("the bell of {thing} sounds too harsh",
              "one would wish {thing} a gentler bell", "a gentler bell"),
    ),
    "prediction": (
        Claim("{thing} will need a new floor within ten years",
              "the boards of {thing} have less than a decade left", "less than a decade left"),
        Claim("more people will come to {thing} next summer",
              "the coming warm season is to bring crowds to {thing}", "the coming warm season"),
        Claim("{thing} will be sold before long",
              "a buyer for {thing} is to turn up soon", "a buyer for"),
        Claim("the stairs of {thing} will be rebuilt in iron",
              "metal is to take the place of wood on the stairs of {thing}", "is to take the place of wood"),
        Claim("{thing} will outlast its neighbours",
              "the houses next to {thing} are to fall first", "are to fall first"),
        Claim("winter will close {thing} earlier than usual",
              "frost is to shut {thing} ahead of its time", "ahead of its time"),
        Claim("a wall of {thing} will have to come down",
              "one side of {thing} is to be taken away some day", "taken away some day"),
        Claim("{thing} will have its own stamp one day",
              "letters are to bear a picture of {thing} in time", "are to bear a picture"),
    ),
}  # fmt: skip

JUDGING = listed(
    "shameful, glorious, pitiful, splendid, dreadful, heroic, scandalous, magnificent, foolish, marvellous,"
    " disgraceful, brilliant, wretched, superb, absurd, dazzling, hideous, wonderful, clumsy, majestic"
)
"""Words that judge: the pack's loaded words, and what loaded phrases are made with."""

PLAIN = listed(
    "narrow, wooden, northern, rectangular, southern, painted, western, double, eastern, triangular,"
    " separate, horizontal, straight, plastered, hollow, underground, adjoining, whitewashed, single,"
    " octagonal"
)
"""Words that describe and do not judge, about as long."""

FEATURES = listed(
    "pillars, steps, gates, arches, windows, roses, sheds, lamps, bricks, lawns, attics, benches"
)

REMARKS = (
    "one finds {} there", "there are {} as well", "at its side are {}", "on one side are {}",
    "it is also known for its {}",
)  # fmt: skip

FILLER = (
    "The week was dry, and the streets were busy.", "The bread was cheap that season.",
    "All letters on the matter are welcome.", "A band played until dusk.",
    "No one was in a hurry to go home.", "The road there is easy to walk.",
    "Most shops stayed open late.", "It was a mild evening with little wind.",
    "Some of the older neighbours came as well.", "The tea was served at the end.",
    "The notes were kept in a drawer.", "More will follow in our next issue.",
)  # fmt: skip

CREDITS = (
    "{who} told this paper that {told}", "{who} said that {told}", "{told}, {who} said",
    "{told}, {who} told the reporter", "asked about it, {who} replied that {told}",
)  # fmt: skip

GROUPS = ("councillor", "engineer", "teacher", "skipper", "gardener", "printer")
