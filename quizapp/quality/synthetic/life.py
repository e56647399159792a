"""How the invented things are: what names them, what lists of them say, and who decides."""

from __future__ import annotations

from quizapp.quality.synthetic.matter import Matter, listed


def _trait(name: str, sort: str, says: str, ask: str, fillers: str, *told: str, fixed: bool = True) -> Matter:
    """Something that a term names; `fixed`: a thing has one only."""
    determined = {"what": ("thing",)} if fixed else {}
    return Matter(
        name, sort, {"what": "term"}, says, told, {"what": ask}, determined, fillers=listed(fillers)
    )  # fmt: skip


TRAITS = (
    _trait("railing", "bridge", "the railing of {thing} is painted {what}",
           "in which colour is the railing of {thing} painted?",
           "deep blue, pale blue, dark red, light red, moss green, leaf green, warm brown, cool grey, bright"
           " white, soft pink, gold yellow, rust orange",
           "the iron along {thing} shines in {what}", "a coat of {what} covers the iron of {thing}"),
    _trait("stone", "tower", "{thing} is built of {what}", "of what is {thing} built?",
           "grey slate, red brick, white chalk, black flint, brown oak, yellow clay, blue granite,"
           " dark marble",
           "the masons raised {thing} from {what}", "the walls of {thing} are {what} throughout"),
    _trait("emblem", "club", "the flag of {thing} shows {what}", "what does the flag of {thing} show?",
           "two oars, a heron, an anchor, a swan, a star, a crown, an otter, a wheel, a key, a sail, a fish",
           "{what} can be seen on the cloth that {thing} flies", "{thing} flies a cloth with {what}",
           fixed=False),
    _trait("uniform", "school", "pupils of {thing} wear {what}", "what do pupils of {thing} wear?",
           "tall caps, blue caps, grey coats, red scarves, brown coats, white collars, black shoes,"
           " tan belts",
           "the children come to {thing} in {what}", "{what} are the rule for the children of {thing}",
           fixed=False),
    _trait("fame", "museum", "{thing} is known for its {what}", "for what is {thing} known?",
           "old maps, glass bowls, clay jugs, silk robes, ship models, stone axes, rare coins, brass bells,"
           " wall clocks, wood masks",
           "the people come to {thing} to see the {what}", "the {what} draw people to {thing}"),
    _trait("hull", "ferry", "the hull of {thing} is of {what}", "of what is the hull of {thing}?",
           "oak planks, pine planks, elm planks, iron plates, steel plates, zinc plates, teak boards,"
           " ash boards",
           "the builders made {thing} out of {what}", "under the water, {thing} is all {what}"),
    _trait("song", "choir", "{thing} ends each evening with {what}",
           "with what does {thing} end each evening?",
           "a lullaby, a march, a ballad, a round, a chorale, a waltz, a psalm, a shanty, a serenade",
           "the last piece that {thing} sings of an evening is {what}",
           "the listeners leave {thing} after {what}", fixed=False),
    _trait("gift", "library", "readers of {thing} receive {what}", "what do readers of {thing} receive?",
           "a pencil, a bookmark, a lantern, a ribbon, a cushion, a notebook, a candle, a ruler, a satchel",
           "one who joins {thing} goes home with {what}", "{thing} hands newcomers {what}"),
)  # fmt: skip


def _set(
    name: str, sort: str, type_: str, says: str, ask: str, which: str, fillers: str, *told: str
) -> Matter:
    """A list of which every source names all; towns fill it where no terms are given."""
    terms = listed(fillers) if fillers else ()
    return Matter(
        name, sort, {"one": type_}, says, told, {"one": ask}, fillers=terms, set_ask=which
    )  # fmt: skip


SETS = (
    _set("sold", "market", "term", "{one} are sold at {thing}", "what is sold at {thing}?",
         "which of these are sold at {thing}?",
         "crisp apples, straw baskets, wax candles, goat cheeses, bone combs, duck eggs, wool gloves, "
         "felt hats, dried herbs, tin kettles, pocket knives, oil lamps, sweet melons, red onions, "
         "brown pears, blue plums, hemp ropes, silk shawls, wooden spoons, white turnips",
         "a buyer finds {one} on the tables of {thing}", "the tables of {thing} offer {one}"),
    _set("calls", "ferry", "place", "{thing} calls at {one}", "at which town does {thing} call?",
         "at which towns does {thing} call?", "",
         "those at {one} can step aboard {thing}", "{thing} ties up for a while in {one}"),
    _set("lessons", "school", "term", "{thing} teaches {one}", "what does {thing} teach?",
         "which of these does {thing} teach?",
         "simple algebra, bread baking, field botany, wood carving, life drawing, foil fencing, "
         "plane geometry, basic grammar, local history, hand knitting, spoken latin, formal logic, "
         "choral music, clay pottery, slow reading, plain sewing, ice skating, river swimming, "
         "rug weaving, clear writing",
         "the timetable of {thing} has room for {one}",
         "the hours for {one} stand on the timetable of {thing}"),
    _set("shown", "museum", "term", "{thing} has a room of {one}", "of what does {thing} have a room?",
         "of which of these does {thing} have a room?",
         "raw amber, old armour, silk banners, horned beetles, hand bells, whale bones, water clocks, "
         "worn coins, paper fans, reed flutes, fern fossils, star globes, box kites, hand looms, "
         "coast maps, feast masks, ship models, torn sails, sea shells, tin toys",
         "one hall of {thing} is given over to {one}", "{one} fill one hall of {thing}"),
    _set("grown", "park", "term", "{one} grow in {thing}", "which tree grows in {thing}?",
         "which trees grow in {thing}?",
         "black alders, mountain ashes, copper beeches, silver birches, blue cedars, wild cherries, "
         "sweet chestnuts, tall cypresses, dwarf elders, field elms, noble firs, witch hazels, "
         "dark hollies, golden larches, small limes, sugar maples, cork oaks, stone pines, grey poplars, "
         "wild rowans, black walnuts, weeping willows, old yews",
         "a walker in {thing} passes under {one}", "the paths of {thing} are lined with {one}"),
    _set("passes", "canal", "place", "{thing} passes {one}", "which town does {thing} pass?",
         "which towns does {thing} pass?", "",
         "the houses of {one} stand along {thing}", "from {one} one looks down on {thing}"),
)  # fmt: skip


def _duty(name: str, sort: str, says: str, ask: str, labels: str, *told: str) -> Matter:
    """Something that belongs to one of three levels."""
    return Matter(
        name, sort, {"level": "term"}, says, told, {"level": ask}, {"level": ("thing",)},
        fillers=listed(labels),
    )  # fmt: skip


DUTIES = (
    _duty("upkeep", "bridge", "the upkeep of {thing} is a matter for {level}",
          "for whom is the upkeep of {thing} a matter?", "the ward, the town, the shire",
          "the repairs to {thing} are paid by {level}", "{level} sends the masons to {thing}"),
    _duty("watch", "tower", "the watch on {thing} is kept by {level}", "who keeps the watch on {thing}?",
          "the ward, the town, the shire",
          "the guards on {thing} are sent by {level}", "{level} pays whoever stands guard on {thing}"),
    _duty("dues", "harbour", "the dues of {thing} are set by {level}", "who sets the dues of {thing}?",
          "the ward, the town, the shire",
          "what a skipper owes at {thing} is decided by {level}",
          "{level} fixes what skippers owe at {thing}"),
    _duty("hours", "library", "the hours of {thing} rest on {level}", "on what do the hours of {thing} rest?",
          "a custom, a by-law, a charter",
          "when {thing} opens is laid down in {level}", "the doors of {thing} open and close by {level}"),
    _duty("fares", "ferry", "the fares of {thing} rest on {level}", "on what do the fares of {thing} rest?",
          "a custom, a by-law, a charter",
          "what one pays aboard {thing} follows {level}", "the tickets for {thing} are priced by {level}"),
    _duty("votes", "choir", "votes in {thing} follow {level}", "what do votes in {thing} follow?",
          "a custom, a by-law, a charter",
          "the hands are raised in {thing} as {level} has it", "the way {thing} decides comes from {level}"),
)  # fmt: skip
