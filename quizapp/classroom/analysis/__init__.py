"""Item analysis: how well the questions measured."""
