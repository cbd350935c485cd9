# What the suites of bin/test have come to, read from each runner's own report. Sourced.

suites_run=() # lines of the summary
passed_in_all=0
failed_in_all=0
suite_name='' suite_began=0

start_suite() { # NAME
    suite_name=$1 suite_began=$SECONDS
    say ""
    say "== $suite_name"
}

# A suite in which no test ran has failed.
end_suite() { # PASSED FAILED [WHAT WENT WRONG]
    local passed=$1 failed=$2 wrong=${3:-}
    if ((passed + failed == 0)); then failed=1 wrong=${wrong:-no test ran}; fi
    if [[ $wrong ]]; then say "$suite_name: $wrong"; fi
    ((passed_in_all += passed, failed_in_all += failed)) || true
    suites_run+=("$(printf '%-32s %5d passed %5d failed %5d s  %s' \
        "$suite_name" "$passed" "$failed" $((SECONDS - suite_began)) "$wrong")")
}

_what_happened() { # STATUS
    case $1 in
        124 | 137) echo "it took too long and was ended" ;;
        *) echo "it ended with status $1" ;;
    esac
}

# A status that the counted failures do not explain (a crash, a leak, a time-out) is one more failure.
_end_counted() { # PASSED FAILED STATUS
    if (($3 != 0 && $2 == 0)) || (($3 >= 124)); then
        end_suite "$1" $(($2 + 1)) "$(_what_happened "$3")"
    else
        end_suite "$1" "$2"
    fi
}

_boost_count() { # REPORT ATTRIBUTE
    local count
    count=$(grep -o " $2=\"[0-9]*\"" "$1" 2>/dev/null | head -n 1 | tr -dc 0-9)
    echo "${count:-0}"
}

end_boost_suite() { # XML-REPORT STATUS LOG
    local passed failed
    passed=$(($(_boost_count "$1" test_cases_passed) + $(_boost_count "$1" test_cases_passed_with_warnings)))
    failed=$(_boost_count "$1" test_cases_failed)
    if (($2 != 0)) && [[ ! -s $1 ]]; then tail -n 15 "$3"; fi
    _end_counted "$passed" "$failed" "$2"
}

end_node_suite() { # TAP-REPORT STATUS
    local passed failed
    passed=$(awk '/^# pass / { n = $3 } END { print n + 0 }' "$1")
    failed=$(awk '/^# (fail|cancelled) / { n += $3 } END { print n + 0 }' "$1")
    _end_counted "$passed" "$failed" "$2"
}

end_checks() { # LOG STATUS
    _end_counted "$(grep -c '^ok - ' "$1")" "$(grep -c '^not ok - ' "$1")" "$2"
}

print_results() {
    say ""
    if ((${#suites_run[@]})); then printf '%s\n' "${suites_run[@]}"; fi
    say ""
    say "$passed_in_all passed, $failed_in_all failed"
    ((failed_in_all == 0 && passed_in_all > 0))
}
