#!/bin/sh
# Runs a command with a new unlocked keyring: dbus-run-session -- sh keyring-session.sh command…
# It does not touch the user's keyring, and deletes the new one afterwards.
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT INT TERM
unset GNOME_KEYRING_CONTROL
printf 'test' |
  XDG_DATA_HOME="$folder" XDG_RUNTIME_DIR="$folder" \
    gnome-keyring-daemon --unlock --components=secrets --control-directory="$folder/control" \
    >/dev/null || exit 1
"$@"
