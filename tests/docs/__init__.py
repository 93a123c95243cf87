"""The site: it builds without a warning, and its code runs."""
