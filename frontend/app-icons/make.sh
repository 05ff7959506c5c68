#!/bin/sh
# Draws the app icon's pixels from frontend/icons/app-icon.svg. Run by hand when that drawing changes, and commit what
# comes out: the build itself needs no browser.
set -eu
cd "$(dirname "$0")"
chromium=${CHROMIUM:-/usr/bin/chromium}
page=$(mktemp --suffix=.html)
trap 'rm -f "$page"' EXIT
for size in 192 512; do
    printf '<!doctype html><style>body{margin:0}img{display:block;width:%spx;height:%spx}</style><img src="file://%s">' \
        "$size" "$size" "$PWD/../icons/app-icon.svg" > "$page"
    "$chromium" --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 --allow-file-access-from-files \
        --default-background-color=00000000 --window-size="$size,$size" --screenshot="app-icon-$size.png" "file://$page"
done
