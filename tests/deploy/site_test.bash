#!/usr/bin/env bash
# The running site as nginx shows it, and its recovery from kill -9. Needs PARLEY_URL and PARLEY_STATE
# of a bin/run; leaves it running.
set -uo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
source bin/parts/checks.bash
: "${PARLEY_URL:?}" "${PARLEY_STATE:?}"
host=${PARLEY_URL#http://}
host=${host%/}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

ask() { # CURL OPTIONS…, PATH last: prints head and body
    curl -s -i -m 30 --noproxy '*' "${@:1:$#-1}" "http://$host${*: -1}"
}
answers() { # PATTERN CURL OPTIONS… PATH
    local pattern=$1 answer
    shift
    answer=$(ask "$@" | tr -d '\r')
    grep -qiE -- "$pattern" <<<"$answer" || { echo "$answer" | head -n 25 && return 1; }
}
answers_not() { ! answers "$@" >/dev/null; }

check "every part is healthy" answers '^HTTP/1.1 200' /healthz
check "nginx does not tell its version" answers_not '^server: nginx/' /healthz
check "a foreign Host is 421" answers '^HTTP/1.1 421' -H 'Host: evil.example' /
check "a foreign Host in the request line is 421" answers '^HTTP/1.1 421' \
    --request-target 'http://evil.example/' /
check "the refusal is a page" answers '^content-type: text/html' -H 'Host: evil.example' /
check "or JSON for who asks so" answers '"error":' -H 'Host: evil.example' -H 'Accept: application/json' /
check "or JSON for scripts" answers '^content-type: application/json' \
    -H 'Host: evil.example' -H 'X-Requested-With: XMLHttpRequest' /
check "an unknown file is a designed 404" answers '^HTTP/1.1 404' /static/nothing.css
check "and is not kept" answers '^cache-control: no-store' /static/nothing.css
check "nobody climbs out of the static files" answers '^HTTP/1.1 (400|404)' --path-as-is /static/../secret
check "nor out of the pictures" answers '^HTTP/1.1 (400|404)' --path-as-is /media/%2e%2e/secret
check "the error pages have no address of their own" answers '^HTTP/1.1 404' /error/503.html

head -c 2000000 /dev/zero >"$work/2MB"
check "2 MB for a login is 413" answers '^HTTP/1.1 413' -F "file=@$work/2MB" /user/login/
check "with the usual headers" answers '^x-content-type-options: nosniff' -F "file=@$work/2MB" /user/login/
check "2 MB for a post is let through" answers_not '^HTTP/1.1 413' -F "file=@$work/2MB" /posts/create/
check "a header that is too large is 400" answers '^HTTP/1.1 400' -H "X-Long: $(head -c 40000 /dev/zero | tr '\0' x)" /
check "the access log keeps no query" bash -c \
    "curl -s --noproxy '*' 'http://$host/healthz?q=a-secret-word' >/dev/null; sleep 0.2
     grep -q healthz '$PARLEY_STATE/log/access.log' && ! grep -q a-secret-word '$PARLEY_STATE/log/access.log'"

asset=$(find "${PARLEY_ASSETS:-build/assets}" -name '*.css' -printf '%f\n' -quit 2>/dev/null)
if [[ $asset ]]; then
    check "a static file may be kept for ever" answers '^cache-control: .*immutable' "/static/$asset"
    check "and is compressed" answers '^content-encoding: gzip' --compressed -o /dev/null -D - "/static/$asset"
fi
mkdir -p "$PARLEY_STATE/media/zz"
echo '<script>alert(1)</script>' >"$PARLEY_STATE/media/zz/test.html"
check "what is no picture is not shown as a page" answers '^content-security-policy: .*sandbox' /media/zz/test.html
check "nor guessed at" answers '^x-content-type-options: nosniff' /media/zz/test.html
rm -r "$PARLEY_STATE/media/zz"

# A burst above the limit is refused, politely; the limit of 30 at once is far above a person's pace.
too_many() {
    local statuses
    statuses=$(curl -s -m 30 --noproxy '*' -Z --parallel-max 40 -o /dev/null -w '%{http_code}\n' \
        -H 'Content-Type: text/plain' -d x "http://$host/user/login/?[1-60]" 2>/dev/null)
    grep -q 429 <<<"$statuses" && grep -qv 429 <<<"$statuses"
}
if [[ ${PARLEY_RATE_LIMITS:-on} == on ]]; then
    check "sixty logins at once are too many" too_many
    check "and the refusal says when to come back" bash -c "for _ in \$(seq 60); do
        curl -s -i --noproxy '*' -d x 'http://$host/user/login/' | tr -d '\r'; done | grep -qi '^retry-after: [0-9]'"
fi

now_ms() { echo $(($(date +%s%N) / 1000000)); }
healthy() { curl -fs -m 2 --noproxy '*' -o /dev/null "http://$host/healthz"; }
back_after_kill() { # NAME: prints the time it took
    local file=$PARLEY_STATE/run/$1.pid killed began pid
    killed=$(<"$file")
    began=$(now_ms)
    kill -9 "$killed" || return 1
    while (($(now_ms) - began < 2000)); do
        pid=$(cat "$file" 2>/dev/null)
        if [[ $pid && $pid != "$killed" ]] && kill -0 "$pid" 2>/dev/null && healthy; then
            echo $(($(now_ms) - began))
            return
        fi
        sleep 0.05
    done
    echo "not back within 2 s"
    return 1
}
for file in "$PARLEY_STATE"/run/*.pid; do
    name=$(basename "$file" .pid)
    sleep 2.2 # as in life: it did not die a moment before
    check "$name is back and the site serves within 2 s of a kill -9" back_after_kill "$name"
done

a_second_start_says_so() {
    local answer
    answer=$(timeout 20 bin/run --no-build </dev/null 2>&1) && return 1
    grep -q 'running already' <<<"$answer" || { echo "$answer" && return 1; }
}
check "a second bin/run says that one is running" a_second_start_says_so
check "and everything is still healthy" healthy
finish
