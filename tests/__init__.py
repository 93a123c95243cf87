"""The tests of diplo_events; a package, so that `python -m tests.golden` finds its modules."""
