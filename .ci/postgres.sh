#!/usr/bin/env bash
# A throw-away PostgreSQL, as durable as a real one. Prints its address in one line and lives as long as its standard
# input stays open: whoever started it may die in any way, and it is stopped and removed.
#   POSTGRES_BIN=/folder/with/initdb names another one than the newest found.
set -euo pipefail

newest() {
    local folder
    for folder in "${POSTGRES_BIN:-}" $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV) "$(pg_config --bindir 2>/dev/null || true)"; do
        if [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ]; then
            printf '%s' "$folder"
            return
        fi
    done
    printf 'PostgreSQL is missing. On Debian: apt-get install postgresql. Elsewhere: set POSTGRES_BIN to the folder of initdb.\n' >&2
    exit 1
}

bin=$(newest)
[ "${1:-}" = find ] && exit 0
folder=$(mktemp -d "${TMPDIR:-/tmp}/huiyin-postgres.XXXXXX")
# PostgreSQL refuses to run as root; and it shall not outlive this script, not even one that is killed.
as=()
if [ "$(id -u)" -eq 0 ]; then
    user=$(id -u postgres >/dev/null 2>&1 && echo postgres || echo nobody)
    chown "$user" "$folder"
    as=(setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups --pdeathsig INT --)
elif command -v setpriv >/dev/null; then
    as=(setpriv --pdeathsig INT --)
fi
cd "$folder"

postgres=
stop() {
    # Nothing in it is needed any more, so it may stop at once.
    [ -z "$postgres" ] || { kill -QUIT "$postgres" && wait "$postgres"; } 2>/dev/null || true
    rm -rf "$folder"
}
trap stop EXIT
trap '' INT HUP

"${as[@]}" "$bin/initdb" --pgdata=data --username=huiyin --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >initdb.log 2>&1 \
    || { cat initdb.log >&2; exit 1; }
"${as[@]}" "$bin/postgres" -D data -k "$folder" -c listen_addresses= -c max_connections=300 -c shared_buffers=64MB </dev/null >postgres.log 2>&1 &
postgres=$!
until "$bin/pg_isready" -q -h "$folder"; do
    kill -0 "$postgres" 2>/dev/null || { cat postgres.log >&2; exit 1; }
    sleep 0.05
done
printf 'postgres://huiyin@localhost/postgres?host=%s\n' "$folder"
cat >/dev/null
