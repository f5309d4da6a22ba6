"""Python's collector of garbage, as a process that serves or loads wants it."""

import gc


def rarely() -> None:
    """Leave out of its rounds what is loaded by now, and make them rarer.

    A page makes thousands of objects that go by themselves, and so does every batch of a load.
    Looking for circles among them and all that Django is, after every 700 as is usual, would be a
    fifth of the page.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000)
