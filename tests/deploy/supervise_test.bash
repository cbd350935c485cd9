#!/usr/bin/env bash
# bin/supervise keeps a process alive, whatever happens to it.
set -uo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
source bin/parts/checks.bash
PARLEY_STATE=$(mktemp -d)
export PARLEY_STATE
mkdir -p "$PARLEY_STATE"/{run/supervisors,log}
trap 'kill -TERM $(jobs -p) 2>/dev/null; wait; rm -rf "$PARLEY_STATE"' EXIT

within() { # SECONDS COMMAND…
    local tries=$(($1 * 20))
    shift
    until "$@"; do
        ((tries-- > 0)) || return 1
        sleep 0.05
    done
}
pid_of() { cat "$PARLEY_STATE/run/$1.pid" 2>/dev/null; }
runs() { kill -0 "$(pid_of "$1")" 2>/dev/null; }
runs_anew() { runs "$1" && [[ $(pid_of "$1") != "$2" ]]; }
gone() { ! kill -0 "$1" 2>/dev/null; }
says() { grep -q "$2" "$PARLEY_STATE/log/$1.log"; }

bin/supervise sleeper -- sleep 1000 &
check "the command starts" within 2 runs sleeper
is_the_command() { [[ $(tr '\0' ' ' <"/proc/$(pid_of sleeper)/cmdline") == 'sleep 1000 ' ]]; }
check "the pid file names the command itself" within 2 is_the_command

killed=$(pid_of sleeper)
kill -9 "$killed"
check "it is back within 2 s of a kill -9" within 2 runs_anew sleeper "$killed"
check "the log says so" says sleeper 'starting it again'

supervisor=$(cat "$PARLEY_STATE/run/supervisors/sleeper")
child=$(pid_of sleeper)
kill -9 "$supervisor"
check "when the supervisor is killed, the command ends too" within 2 gone "$child"

# Its worker stays when the leader is killed, as nginx's do.
cat >"$PARLEY_STATE/leader" <<'SCRIPT'
sleep 2000 &
echo $! >"$PARLEY_STATE/worker"
wait
SCRIPT
bin/supervise leader -- bash "$PARLEY_STATE/leader" &
check "a command with a worker starts" within 2 test -s "$PARLEY_STATE/worker"
worker=$(cat "$PARLEY_STATE/worker") leader=$(pid_of leader)
kill -9 "$leader"
check "the worker of a killed leader is ended" within 2 gone "$worker"
check "and the leader is back" within 2 runs_anew leader "$leader"

echo 'said on standard input' >"$PARLEY_STATE/input"
bin/supervise reader -- bash -c 'cat; exec sleep 1000' <"$PARLEY_STATE/input" &
check "standard input is passed on" within 2 says reader 'said on standard input'

bin/supervise --grace 1 stubborn -- bash -c 'trap "" TERM; echo up; while :; do sleep 0.1; done' &
stubborn=$!
check "a stubborn command starts" within 2 says stubborn up
child=$(pid_of stubborn)
kill -TERM "$stubborn"
check "what does not end on TERM is killed after the grace" within 4 gone "$child"
check "its pid file is removed" within 2 test ! -e "$PARLEY_STATE/run/stubborn.pid"

bin/supervise dying -- false &
dies_more_slowly() { [[ $(grep -c 'starting it again' "$PARLEY_STATE/log/dying.log") -ge 4 ]]; }
check "what dies at once is tried again" within 4 dies_more_slowly
sleep 2
check "but not in a rush" test "$(grep -c 'starting it again' "$PARLEY_STATE/log/dying.log")" -le 8
finish
