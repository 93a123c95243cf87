"""Extraction: what proposes candidates from triggers and syntax."""
