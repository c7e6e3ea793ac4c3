#!/usr/bin/env bash
# Lint, unit tests and browser tests of the explorer, as far as Node and a Chromium are here; with KG_TESTS_REQUIRE=explorer it fails otherwise.
set -euo pipefail
cd "$(dirname "$0")"

left_out() {
    echo "LEFT OUT: $1"
    case "${KG_TESTS_REQUIRE:-}" in *explorer*) exit 1 ;; esac
    exit 0
}

command -v npm >/dev/null || left_out "all tests of the explorer, as there is no npm here"
[ -e ../static/index.html ] || left_out "all tests of the explorer, as it could not be built"
npm run --silent lint
npm run --silent unit
CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
[ -n "$CHROMIUM" ] || left_out "the explorer's tests in a browser, as there is no Chromium here (CHROMIUM=… names one)"
export CHROMIUM
npm run --silent browser
