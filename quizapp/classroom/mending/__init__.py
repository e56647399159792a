"""Problems that learners report, and mending a question."""
