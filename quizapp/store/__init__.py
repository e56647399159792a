"""What is kept: rows, the engine they live in, and how their tables change."""
