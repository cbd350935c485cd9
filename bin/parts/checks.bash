# For bin/lint and the shell tests: an "ok" or "not ok" line a check, as the Test Anything Protocol has
# it. Sourced; `finish` at the end makes the exit status.

checks_failed=0

check() { # SENTENCE COMMAND…
    local sentence=$1 output
    shift
    if output=$("$@" 2>&1); then
        echo "ok - $sentence"
    else
        ((checks_failed += 1))
        echo "not ok - $sentence"
        if [[ $output ]]; then sed 's/^/#   /' <<<"$output" | tail -n 20; fi
    fi
}

finish() { exit $((checks_failed > 0)); }
