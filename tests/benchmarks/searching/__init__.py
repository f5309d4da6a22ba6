"""The parts of tests/benchmarks/search.py."""
