# Processes of one PARLEY_STATE: found by pid files, and only touched when they are really ours.
# Sourced; needs PARLEY_STATE as an absolute path.

# A reader never finds the file half written.
write_pid() { # PID FILE
    echo "$1" >"$2.new" && mv "$2.new" "$2"
}

# True while PID lives and belongs to this PARLEY_STATE: by its environment, or, where a program has
# written its title over that (nginx), by its log.
is_ours() { # PID
    [[ $1 =~ ^[0-9]+$ ]] || return 1
    tr '\0' '\n' 2>/dev/null <"/proc/$1/environ" | grep -qxF "PARLEY_STATE=$PARLEY_STATE" && return
    [[ $(readlink "/proc/$1/fd/2") == "$PARLEY_STATE/log/"* ]]
}

# Prints the pid of the bin/run that holds the lock of this PARLEY_STATE.
running_pid() {
    [[ -e $PARLEY_STATE/run/lock ]] || return 1
    if flock -n "$PARLEY_STATE/run/lock" true; then return 1; fi
    cat "$PARLEY_STATE/run/supervisors/run" 2>/dev/null
}

# Of a group whose leader may be gone already, as nginx's workers are after a kill -9 of their master.
group_is_ours() { # PID OF LEADER
    local stat pid fields
    kill -0 -- "-$1" 2>/dev/null || return 1
    for stat in /proc/[0-9]*/stat; do
        { read -r pid fields <"$stat"; } 2>/dev/null || continue
        read -r _ _ fields _ <<<"${fields##*) }"
        if [[ $fields == "$1" ]] && is_ours "$pid"; then return; fi
    done
    return 1
}

# Ends the process that a pid file names, and its group if it led one; removes the file. True if there
# was something to end.
end_process_of() { # FILE SECONDS
    local pid='' found=1 deadline=$((SECONDS + $2))
    { read -r pid <"$1"; } 2>/dev/null || true
    if is_ours "$pid"; then
        found=0
        kill -TERM "$pid" 2>/dev/null || true
        while is_ours "$pid" && ((SECONDS < deadline)); do sleep 0.05; done
        if is_ours "$pid"; then kill -KILL "$pid" 2>/dev/null || true; fi
    fi
    if [[ $pid =~ ^[0-9]+$ ]] && group_is_ours "$pid"; then
        found=0
        kill -KILL -- "-$pid" 2>/dev/null || true
    fi
    rm -f "$1"
    return $found
}

# Ends all that an earlier bin/run of this PARLEY_STATE left, those who use the database first.
# True if there was something.
end_leftovers() {
    local file found=1
    for file in "$PARLEY_STATE"/run/supervisors/{nginx,realtime,pool-*,web-*,mariadb} \
        "$PARLEY_STATE"/run/{nginx,realtime,web-*,mariadb}.pid; do
        [[ -e $file ]] || continue
        if end_process_of "$file" 30; then found=0; fi
    done
    return $found
}
