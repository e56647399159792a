"""What happened to the invented things, and when."""

from __future__ import annotations

from quizapp.quality.synthetic.matter import Matter


def _event(name: str, sort: str, did: str, when: str, which: str, *told: str) -> Matter:
    """Something that happened to a thing at a date."""
    return Matter(
        name, sort, {"when": "date"}, did, told, {"when": when, "thing": which}, {"when": ("thing",)}
    )  # fmt: skip


def _deed(name: str, sort: str, did: str, who: str, when: str, *told: str, fixed: bool = True) -> Matter:
    """Something that a person did to a thing at a date; `fixed`: nobody else can have done it."""
    determined = {"who": ("thing",), "when": ("thing",)} if fixed else {}
    return Matter(
        name, sort, {"who": "person", "when": "date"}, did, told, {"who": who, "when": when}, determined
    )  # fmt: skip


EVENTS = (
    _event("opened", "bridge", "{thing} opened", "when did {thing} open?", "which bridge opened in {when}?",
           "the first carts rolled across {thing} in {when}", "the traffic began on {thing} in {when}"),
    _event("widened", "bridge", "{thing} was widened", "when was {thing} widened?",
           "which bridge was widened in {when}?",
           "the workers laid a second lane on {thing} in {when}",
           "in {when}, {thing} got its broader roadway"),
    _event("lit", "tower", "{thing} was first lit", "when was {thing} first lit?",
           "which tower was first lit in {when}?",
           "a lamp burned on {thing} for the first time in {when}", "{thing} has shown a light since {when}"),
    _deed("designed", "tower", "{who} designed {thing}", "who designed {thing}?",
          "when was {thing} designed?",
          "the plans of {thing}, drawn in {when}, came from {who}",
          "in {when}, {who} drew the plans of {thing}"),
    _event("dredged", "harbour", "{thing} was dredged", "when was {thing} dredged?",
           "which harbour was dredged in {when}?",
           "the mud was cleared from the bottom of {thing} in {when}", "in {when}, {thing} was dug deeper"),
    _deed("surveyed", "harbour", "{who} surveyed {thing}", "who surveyed {thing}?",
          "when was {thing} surveyed?",
          "the soundings of {thing} were taken by {who} in {when}",
          "{who} took the soundings of {thing} in {when}"),
    _event("roofed", "market", "{thing} was given a roof", "when was {thing} given a roof?",
           "which market was given a roof in {when}?",
           "the stalls of {thing} have stood under cover since {when}",
           "in {when}, the square of {thing} was covered"),
    _event("moved", "market", "{thing} moved to a new square", "when did {thing} move to a new square?",
           "which market moved to a new square in {when}?",
           "the traders of {thing} took their stalls to another place in {when}",
           "in {when}, {thing} left its old ground"),
    _event("flooded", "canal", "{thing} burst its bank", "when did {thing} burst its bank?",
           "which canal burst its bank in {when}?",
           "the water from {thing} ran over the fields in {when}", "in {when}, the dyke of {thing} gave way"),
    _deed("dug", "canal", "{who} had {thing} dug", "who had {thing} dug?", "when was {thing} dug?",
          "the diggers hired by {who} finished {thing} in {when}",
          "in {when}, the diggers of {who} let the water into {thing}"),
    _event("planted", "park", "{thing} was laid out", "when was {thing} laid out?",
           "which park was laid out in {when}?",
           "the gardeners drew the paths of {thing} in {when}", "the lawns of {thing} were sown in {when}"),
    _deed("given", "park", "{who} gave {thing} to its town", "who gave {thing} to its town?",
          "when was {thing} given to its town?",
          "the deed by which {who} handed over {thing} dates from {when}",
          "in {when}, {who} made a present of {thing}"),
    _event("catalogued", "library", "{thing} printed a catalogue", "when did {thing} print a catalogue?",
           "which library printed a catalogue in {when}?",
           "a list of all titles in {thing} came out in {when}", "in {when}, readers got a list of {thing}"),
    _deed("headed", "library", "{who} became head of {thing}", "who became head of {thing}?",
          "when did {who} become head of {thing}?",
          "the keys of {thing} passed to {who} in {when}", "in {when}, {who} took charge of {thing}",
          fixed=False),
    _event("raced", "club", "{thing} won its first cup", "when did {thing} win its first cup?",
           "which club won its first cup in {when}?",
           "{thing} brought home a trophy for the first time in {when}",
           "in {when}, the oldest trophy of {thing} was carried home"),
    _deed("founded", "club", "{who} founded {thing}", "who founded {thing}?", "when was {thing} founded?",
          "{thing} goes back to {who}, who called the first meeting in {when}",
          "in {when}, {who} called the first meeting of {thing}"),
    _event("merged", "school", "{thing} took in a second school", "when did {thing} take in a second school?",
           "which school took in a second school in {when}?",
           "{thing} was joined to its neighbour in {when}",
           "in {when}, {thing} and its neighbour became one"),
    _deed("taught", "school", "{who} began to teach at {thing}", "who began to teach at {thing}?",
          "when did {who} begin to teach at {thing}?",
          "{who} gave a first lesson at {thing} in {when}", "in {when}, the class of {thing} first met {who}",
          fixed=False),
    _event("burned", "museum", "{thing} lost a wing to fire", "when did {thing} lose a wing to fire?",
           "which museum lost a wing to fire in {when}?",
           "a fire took one side of {thing} in {when}", "in {when}, one side of {thing} burned down"),
    _deed("painted", "museum", "{who} painted the ceiling of {thing}", "who painted the ceiling of {thing}?",
          "when was the ceiling of {thing} painted?",
          "the ceiling of {thing} is work that {who} signed in {when}",
          "in {when}, {who} signed the ceiling of {thing}"),
    _event("steamed", "ferry", "{thing} changed to steam", "when did {thing} change to steam?",
           "which ferry changed to steam in {when}?",
           "{thing} gave up its sails for an engine in {when}", "in {when}, {thing} got its first engine"),
    _deed("steered", "ferry", "{who} took the helm of {thing}", "who took the helm of {thing}?",
          "when did {who} take the helm of {thing}?",
          "the wheel of {thing} went to {who} in {when}", "in {when}, {who} stood at the wheel of {thing}",
          fixed=False),
    _event("toured", "choir", "{thing} made its first journey", "when did {thing} make its first journey?",
           "which choir made its first journey in {when}?",
           "{thing} sang away from home for the first time in {when}",
           "in {when}, {thing} first sang abroad"),
    _deed("composed", "choir", "{who} wrote a hymn for {thing}", "who wrote a hymn for {thing}?",
          "when was a hymn written for {thing}?",
          "the hymn that {thing} sings was put on paper by {who} in {when}",
          "in {when}, {who} put a hymn for {thing} on paper"),
)  # fmt: skip
