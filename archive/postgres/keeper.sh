# Starts a PostgreSQL, stops it when nobody holds the other end of standard input any more.
#
# It runs as the server's account, in a session of its own: Ctrl-C does not reach it, and however
# the processes that use the server end, the system closes their end of the pipe. What it prints is
# read until the line "ready"; without that line it is the reason why there is no server.

trap '' PIPE

make_data() {
    rm -rf "$FOLDER/data.new" &&
        "$BIN/initdb" --pgdata="$FOLDER/data.new" --no-instructions $INITDB_OPTIONS \
            --encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8 \
            --username=postgres --auth=peer &&
        printf 'CREATE ROLE %s LOGIN CREATEDB\nCREATE DATABASE %s OWNER %s\n' \
            "$DATABASE" "$DATABASE" "$DATABASE" |
        "$BIN/postgres" --single -c exit_on_error=on -D "$FOLDER/data.new" postgres &&
        mv "$FOLDER/data.new" "$FOLDER/data"
}

start() {
    "$BIN/pg_ctl" start --silent --wait --timeout=3600 \
        --pgdata="$FOLDER/data" --log="$FOLDER/log" --options="$SERVER_OPTIONS"
}

# A failed start is not followed by a stop: that could hit somebody else's server.
if { [ -d "$FOLDER/data" ] || make_data; } && start; then
    echo ready
    exec >/dev/null 2>&1
    while read -r _; do :; done
    exec <&-
    "$BIN/pg_ctl" stop --silent --pgdata="$FOLDER/data" --mode="$STOP_MODE"
else
    [ -f "$FOLDER/log" ] && tail -n 15 "$FOLDER/log"
fi
rm -rf "$RUNTIME"
