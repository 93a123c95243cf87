"""Judgement: whether a candidate took place, read from the scope that it stands in."""
