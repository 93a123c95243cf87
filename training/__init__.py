"""Training of the scorers from the articles written for it. Not part of the installed package."""
