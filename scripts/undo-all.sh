#!/usr/bin/env bash
# Runs the seven newsroom scripts one after another, then takes them all back with 'docscript undo', the last one first,
# and shows by comparing exports that every document is as before.
#
#   scripts/undo-all.sh                                  on the small newsroom of this folder
#   scripts/undo-all.sh ../shared/data/living-times      on Livingdocs' example articles
set -euo pipefail
data=${1:+$(cd "$1" && pwd)}
cd "$(dirname "${BASH_SOURCE[0]}")"
data=${data:-newsroom}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export DOCSCRIPT_STORE=sqlite:$folder/newsroom.db

docscript() { ./docscript "$@"; }
run() { echo "— $1"; docscript run "$1.docscript" "${@:2}" | tail -n 1; }

# Every document is published, so that there is something to unpublish.
docscript import "$data" --publish >/dev/null
docscript export --out "$folder/before"

case $(basename "$data") in
living-times)
    run retitle-section --param from=Politics --param to=Power
    run replace-word --param word=Facebook --param "replacement=the network" --param preview=false
    run correction-notice --param "author=Annie Waldmann" --param "notice=An earlier version gave a wrong date."
    run unpublish-old --param before-date=2018-01-01
    run move-lead-image --param section=Immigration
    run fill-metadata
    run split-article --param article=46 --param subtitle-number=3
    ;;
*)
    run retitle-section
    run replace-word --param preview=false
    run correction-notice
    run unpublish-old
    run move-lead-image
    run fill-metadata
    run split-article
    ;;
esac

docscript export --out "$folder/changed"
if diff -rq "$folder/before" "$folder/changed" >/dev/null; then
    echo "the scripts changed nothing" >&2
    exit 1
fi
echo "files that differ now: $(diff -rq "$folder/before" "$folder/changed" | wc -l)"

# The journal, newest first; the import is its oldest line.
transactions=$(docscript log | sed '$d; s/ .*//')
for transaction in $transactions; do
    docscript undo "$transaction"
done

docscript export --out "$folder/after"
diff -r "$folder/before" "$folder/after"
echo "undone: $(wc -w <<<"$transactions") transactions; every document is as before"
