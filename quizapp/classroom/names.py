"""What learners go by: how names are compared, and names made of two neutral words."""

from __future__ import annotations

from collections.abc import Container
from itertools import product
from random import Random

from quizapp.store.names import LONGEST_NAME, clean_name, name_key

__all__ = ["LONGEST_NAME", "clean_name", "generated_name", "name_key"]

# No people, places, animals, colours of parties or anything that could tease or be taken for a side.
_ADJECTIVES = """
    Agile Airy Alert Autumn Balanced Bold Brave Breezy Bright Brisk Buoyant Calm Candid Careful Cheerful
    Clear Clever Coastal Copper Cosy Crisp Curious Daring Dazzling Eager Early Earnest Easy Elegant Even
    Festive Fine Floating Flowing Fresh Friendly Gentle Glad Gleaming Glowing Golden Graceful Gracious
    Handy Happy Helpful Hidden Honest Hopeful Inventive Jaunty Jolly Joyful Keen Kind Leafy Level Lively
    Lucky Lunar Lyrical Mellow Merry Mild Mindful Misty Modest Morning Musical Neat Nimble Orderly
    Patient Peaceful Pleasant Poised Polished Polite Prompt Quick Quiet Radiant Rare Ready Rippling
    Rising Rolling Rustic Serene Shimmering Shining Silver Sincere Smooth Solar Sparkling Spirited
    Splendid Starry Steady Stellar Subtle Summer Sunny Tactful Thoughtful Tidy Timely Tranquil Trusty
    Upbeat Velvet Vivid Winter Wise Witty Wooden Woodland Woven Zesty
"""

_NOUNS = """
    Abacus Acorn Almond Apricot Archway Aspen Ballad Balloon Banjo Basket Beacon Bell Bicycle Birch
    Biscuit Blanket Bookshelf Breeze Brook Button Cabin Candle Canoe Canvas Canyon Cedar Cello Chime
    Cinnamon Clock Cloud Clover Comet Compass Cottage Crayon Domino Drum Dune Easel Envelope Fern Flute
    Forest Fountain Galaxy Garden Glade Granite Grove Guitar Harp Hill Horizon Island Kayak Kettle Kite
    Lagoon Lake Lantern Lavender Library Lighthouse Magnet Mango Maple Marble Meadow Melody Meteor
    Microscope Mirror Mitten Mosaic Moss Mountain Nebula Notebook Nutmeg Orbit Orchard Pebble Pencil
    Pendulum Piano Pinecone Planet Postcard Pretzel Prism Puzzle Quartz Quilt Quince Raindrop Rhythm
    Ribbon Riddle Saffron Sandcastle Sapphire Satchel Saucer Scarf Seashell Sonnet Spiral Spoon
    Staircase Sunflower Sunrise Tapestry Teacup Teapot Telescope Terrace Topaz Tulip Umbrella Valley
    Violin Waffle Waterfall Willow Window
"""


def generated_name(taken: Container[str], rng: Random) -> str:
    """Return a name of two words, "Quiet Lantern", whose key is not among `taken`.

    Give `random.SystemRandom()`. Another learner may take the name in the meantime: the
    table's unique constraint decides, so draw again when it refuses.
    """
    names = [f"{one} {two}" for one, two in product(_ADJECTIVES.split(), _NOUNS.split())]
    free = [name for name in names if name.casefold() not in taken]  # the key of words like these
    return rng.choice(free) if free else f"{rng.choice(names)} {rng.randrange(2, 10**6)}"
