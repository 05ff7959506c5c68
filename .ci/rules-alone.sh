#!/usr/bin/env bash
# Fails if the rules pull in anything that touches the world: files, network, clock, dice, browser, database.
set -euo pipefail
crates=$(cargo tree -p huiyin-domain --edges normal --target all --prefix none --format '{p}' | cut -d' ' -f1 | sort -u)
touches='^(tokio|async-std|smol|mio|socket2|hyper|reqwest|ureq|axum|tower.*|sea-orm.*|sqlx.*|libsqlite3-sys|rusqlite|leptos.*|web-sys|js-sys|wasm-bindgen.*|gloo.*|getrandom|rand|rand_core|chrono|jiff|iana-time-zone|object_store|tempfile|tracing.*|log|image)$'
if bad=$(grep -E "$touches" <<<"$crates"); then
    printf 'huiyin-domain must touch nothing, but pulls in:\n%s\n' "$bad" >&2
    exit 1
fi
printf 'rules alone: %s crates, none that touches the world\n' "$(wc -l <<<"$crates")"
