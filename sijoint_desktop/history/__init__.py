"""What was done: records, and the series that charts are drawn from."""
