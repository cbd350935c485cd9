# nginx's configuration and error pages, written below $PARLEY_STATE/nginx. Sourced; needs settings.

spare_open_files=256 # logs, files being sent, what libraries hold

write_nginx_configuration() {
    local directory=$PARLEY_STATE/nginx user='' open_files name
    open_files=$(ulimit -Sn)
    if ((EUID == 0)); then user='user root;'; fi
    mkdir -p "$directory/errors"
    for name in parley.conf.in error_pages.conf; do
        sed -e "s|@USER@|$user|" \
            -e "s|@ROOT@/nginx/error_pages.conf|$directory/error_pages.conf|" \
            -e "s|@ROOT@|$root|" \
            -e "s|@STATE@|$PARLEY_STATE|g" \
            -e "s|@MEDIA@|$PARLEY_MEDIA|g" \
            -e "s|@ASSETS@|$PARLEY_ASSETS|" \
            -e "s|@REALTIME_SOCKET@|$PARLEY_REALTIME_SOCKET|" \
            -e "s|@PORT@|$PARLEY_PORT|" \
            -e "s|@HOSTS@|$PARLEY_HOSTS|" \
            -e "s|@RATE_LIMITS@|$PARLEY_RATE_LIMITS|" \
            -e "s|@OPEN_FILES@|$open_files|" \
            -e "s|@CONNECTIONS@|$((open_files - spare_open_files))|" \
            "nginx/$name" >"$directory/$name"
    done
    mv "$directory/parley.conf.in" "$directory/nginx.conf"
}

declare -A error_codes=([400]=bad_request [403]=forbidden [404]=not_found [405]=method_not_allowed
    [413]=too_large [414]=too_long [421]=wrong_host [429]=too_many_requests [503]=unavailable)
declare -A error_sentences=(
    [400]='This request could not be understood.'
    [403]='This is not for you to see.'
    [404]='There is nothing here.'
    [405]='This cannot be done here.'
    [413]='That is too large to send.'
    [414]='This address is too long.'
    [421]='This site is not known here.'
    [429]='That was a lot at once. Wait a moment, then try again.'
    [503]='Parley takes a short break. Try again in a moment.'
)

# The designed pages come from the program's templates; where it cannot make them, plain ones do.
write_error_pages() {
    local directory=$PARLEY_STATE/nginx/errors status
    rm -f "$directory"/*
    timeout 10 "$release/fcgi-app/fcgi-app" --write-error-pages "$directory" \
        </dev/null >/dev/null 2>&1 || true
    for status in "${!error_codes[@]}"; do
        [[ -s $directory/$status.html ]] || printf '%s\n' '<!doctype html>' \
            "<html lang=\"en\"><meta charset=\"utf-8\"><title>$status · Parley</title>" \
            "<h1>$status</h1><p>${error_sentences[$status]}</p></html>" >"$directory/$status.html"
        [[ -s $directory/$status.json ]] || printf '{"error":"%s","message":"%s"}\n' \
            "${error_codes[$status]}" "${error_sentences[$status]}" >"$directory/$status.json"
    done
}

nginx_command() { # prints the command line, a word a line
    printf '%s\n' nginx -e stderr -p "$PARLEY_STATE/nginx" -c "$PARLEY_STATE/nginx/nginx.conf"
}

check_nginx_configuration() {
    local command complaint
    mapfile -t command < <(nginx_command)
    complaint=$("${command[@]}" -q -t 2>&1) || fail "nginx does not take its configuration: $complaint"
}
