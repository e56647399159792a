"""What the sources say: facts, and the packs that hold them."""
