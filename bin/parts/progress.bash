# Saying what is being done, so that nobody looks at a silent screen for more than five seconds.
# Sourced.

heartbeat_s=4
task='' # pid of the command at work

say() { printf '%s\n' "$*"; }
fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# Runs the command and says now and then that it is still at it. The command runs in the background,
# since bash would put off a Ctrl-C or TERM until a foreground command has ended.
watched() { # COMMAND…
    local began=$SECONDS next status=0
    "$@" </dev/null 8>&- 9>&- & # the locks of bin/run and bin/test
    task=$!
    ((next = began + heartbeat_s))
    while kill -0 "$task" 2>/dev/null; do
        sleep 0.05
        if ((SECONDS >= next)); then
            say "    … $((SECONDS - began)) s"
            ((next = SECONDS + heartbeat_s))
        fi
    done
    wait "$task" || status=$?
    task=''
    return "$status"
}

at_work() { # TEXT COMMAND…
    say "$1"
    watched "${@:2}" || fail "this failed with status $?: $1"
}

# For the trap at the end of a script.
end_task() {
    if [[ $task ]]; then
        kill -TERM "$task" 2>/dev/null || true
        wait "$task" || true
    fi
}
