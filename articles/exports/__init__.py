"""A whole result as a file, streamed: for tables, reference managers and other archives.

`result.py` walks the result; `tables.py`, `references.py` and `interchange.py` write it;
`formats.py` names the formats; `sidecar.py` says what the file holds.
"""
