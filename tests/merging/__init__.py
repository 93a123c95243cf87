"""Tests of merging across articles."""
