"""What a class answered, and what it misunderstood."""
