"""The project's own gold, its scorer and its gate; ``python -m tests.golden --help`` says how to use them."""
