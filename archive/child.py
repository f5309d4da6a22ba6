"""Running another program for as long as we keep something going for it."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from types import FrameType

# Asks the program to end when nobody holds the other end of standard input any more. (9: the shell
# takes the standard input from what runs in the background, and low numbers may be passed on.)
LIFELINE = """
exec 9<&0
"$@" </dev/null &
program=$!
{ read -r _; kill "$program"; } <&9 &
wait "$program"
status=$?
kill $! 2>/dev/null
exit "$status"
"""


def run_in_our_place(command: Sequence[str], more: Mapping[str, str]) -> int:
    """Run a command with more in its environment; its exit status, as a shell gives it.

    Ctrl-C reaches the command by itself, as it does every process at the terminal; we wait for
    what the command makes of it. A request to end is passed on.
    """
    child: subprocess.Popen[bytes] | None = None

    def pass_on(number: int, _frame: FrameType | None) -> None:
        if child is None:
            sys.exit(128 + number)
        if number != signal.SIGINT:
            child.send_signal(number)

    signals = signal.SIGINT, signal.SIGTERM, signal.SIGHUP
    before = {number: signal.signal(number, pass_on) for number in signals}
    try:
        child = subprocess.Popen(command, env=os.environ | more)  # noqa: S603
        status = child.wait()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    return status if status >= 0 else 128 - status


def run_while_we_live(command: Sequence[str], *, pass_fds: Sequence[int] = ()) -> int:
    """Run a command that Ctrl-C does not reach; its exit status.

    It is asked to end, once, when an exception stops our waiting, and also when we are killed.
    """
    child = subprocess.Popen(  # noqa: S603
        ["/bin/sh", "-c", LIFELINE, "lifeline", *command],
        stdin=subprocess.PIPE,
        pass_fds=pass_fds,
        start_new_session=True,
    )
    try:
        return child.wait()
    finally:
        child.communicate()  # closes its standard input and waits
