#!/usr/bin/env bash
# DocScript in one minute: makes documents of nothing, changes several at once, fails once on purpose and changes nothing by it,
# shows a plan before it runs it, and takes it back. Everything happens in a temporary folder that is gone at the end.
set -euo pipefail
exec 2>&1 # what is printed and what is noted, in the order in which it happened
cd "$(dirname "${BASH_SOURCE[0]}")"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export DOCSCRIPT_STORE=sqlite:$folder/quickstart.db

say() { printf '\n\033[1m%s\033[0m\n' "$*" | if [ -t 1 ]; then cat; else sed 's/\x1b\[[0-9;]*m//g'; fi; }
docscript() { ./docscript "$@"; }
state() { docscript export --out "$folder/$1" >/dev/null 2>&1; }

docscript version >/dev/null

say "1. Three documents, made of nothing by one script (quickstart/1-create.docscript):"
docscript run quickstart/1-create.docscript

say "2. A script with a slip in its last line: it has changed all three by then (quickstart/2-fail.docscript):"
state before
status=0
docscript run quickstart/2-fail.docscript || status=$?
state after
diff -r "$folder/before" "$folder/after"
echo "exit status $status; every document is as it was"

say "3. What the next script would do (quickstart/3-change.docscript):"
docscript plan quickstart/3-change.docscript

say "4. It does that, to all three or to none:"
docscript run quickstart/3-change.docscript
docscript show compass-notes

say "5. And back, over all three documents, as a transaction of its own:"
last=$(docscript log | sed -n '1s/ .*//p')
docscript undo "$last"
state undone
diff -r "$folder/before" "$folder/undone"
echo "every document is as it was after step 1"

say "The journal has it all, newest first:"
docscript log
