#!/usr/bin/env bash
# The scripts, the units and the produced nginx configuration are well-formed.
set -uo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
source bin/parts/checks.bash
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

scripts=(bin/run bin/stop bin/test bin/fmt bin/lint bin/supervise bin/web-pool .ci/run)
for optional in bin/demo bin/bench; do
    if [[ -e $optional ]]; then scripts+=("$optional"); fi
done

prints_its_use() { timeout 10 "$1" --help </dev/null | grep -q '^Use: '; }
for script in "${scripts[@]}"; do
    if [[ $(head -c 64 "$script" | head -n 1) == *bash* ]]; then check "$script parses" bash -n "$script"; fi
    check "$script may be executed" test -x "$script"
    if [[ $script == bin/* ]]; then check "$script prints its use with --help" prints_its_use "$script"; fi
done
for part in bin/parts/*.bash tests/deploy/*.bash; do check "$part parses" bash -n "$part"; done

# As bin/run makes it, for a state of its own.
configuration() ( # RATE_LIMITS HOSTS
    export PARLEY_CONF=/dev/null PARLEY_STATE=$work/state PARLEY_RATE_LIMITS=$1 PARLEY_HOSTS=$2
    unset PARLEY_MEDIA PARLEY_ASSETS PARLEY_REALTIME_SOCKET
    source bin/parts/progress.bash
    source bin/parts/settings.bash
    source bin/parts/nginx.bash
    load_settings
    mkdir -p "$PARLEY_STATE"/{log,run,media}
    write_nginx_configuration
    write_error_pages
    check_nginx_configuration
)
nothing_unreplaced() { ! grep -n '@[A-Z_]*@' "$work"/state/nginx/*.conf; }
every_error_page_exists() {
    local status
    for status in 400 403 404 405 413 414 421 429 503; do
        [[ -s $work/state/nginx/errors/$status.html ]] || return 1
        node -e 'const e = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
            if (!e.error || !e.message) process.exit(1)' "$work/state/nginx/errors/$status.json" || return 1
    done
}
check "nginx takes the configuration with limits" configuration on ''
check "no word is left unreplaced in it" nothing_unreplaced
check "every refusal of nginx has a page and JSON" every_error_page_exists
check "nginx takes the configuration without limits" configuration off ''
check "nginx takes further host names" configuration on 'parley.example www.parley.example'
a_bad_host_is_refused() { ! configuration on 'a;b'; }
check "a host name that would break the configuration is refused" a_bad_host_is_refused

# The programs that the units name are those of an installed system: that they are missing is no fault.
units_are_well_formed() {
    local complaints
    complaints=$(systemd-analyze verify --man=no --recursive-errors=no "$work"/units/*.{service,socket} 2>&1 |
        grep -v -e 'is not executable')
    [[ ! $complaints ]] || { echo "$complaints" && return 1; }
}
if command -v systemd-analyze >/dev/null; then
    mkdir "$work/units"
    cp systemd/* "$work/units"
    cp systemd/parley-web@.service "$work/units/parley-web@1.service"
    check "systemd takes the units" units_are_well_formed
fi
finish
