"""A statement or an article in each citation format."""
