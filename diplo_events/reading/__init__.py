"""From an article's text to what extraction works on: clean text, zones, sentences, names, and syntax on demand."""
