"""The way from an article to its events, floor by floor."""
