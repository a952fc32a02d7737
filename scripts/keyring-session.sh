#!/bin/sh
# Runs a command beside an unlocked keyring of its own: dbus-run-session -- sh keyring-session.sh command…
# Nothing of the user's own keyring is seen or touched, and nothing is left behind.
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT INT TERM
unset GNOME_KEYRING_CONTROL
printf 'test' |
  XDG_DATA_HOME="$folder" XDG_RUNTIME_DIR="$folder" \
    gnome-keyring-daemon --unlock --components=secrets --control-directory="$folder/control" \
    >/dev/null || exit 1
"$@"
