"""Results in the forms in which other programs take them: JSON, records, data frames."""
