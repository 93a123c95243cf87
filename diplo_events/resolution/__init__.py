"""From words to actors, venues and dates."""
