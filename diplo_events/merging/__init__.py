"""From mentions to events: within an article, and across articles."""
