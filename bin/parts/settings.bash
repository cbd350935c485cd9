# Settings for the scripts in bin/: the environment, then parley.conf, then the defaults of
# parley.conf.sample. Sourced; afterwards every setting is exported, with absolute paths.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
called_from=$PWD
build=$root/build
release=$build/release
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin

socket_path_octets_max=107
open_files_max=65536


# The comment at the head of the script that was called is its help.
help_if_asked() {
    local word
    for word in "$@"; do
        case $word in
            -h | --help)
                sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"
                exit 0
                ;;
        esac
    done
}

# Paths in the environment start where the caller is, those in the file at the repository.
_environment_paths_absolute() {
    local name
    for name in PARLEY_CONF PARLEY_STATE PARLEY_MEDIA PARLEY_TEMPLATES PARLEY_ASSETS \
        PARLEY_SECRET_FILE PARLEY_REALTIME_SOCKET PARLEY_DOORBELLS PARLEY_DB_SOCKET; do
        if [[ -n ${!name:-} ]]; then
            printf -v "$name" '%s' "$(cd "$called_from" && realpath -m -- "${!name}")"
            export "${name?}"
        fi
    done
}

_read_settings_file() {
    local file=$1 line name value
    while IFS= read -r line || [[ -n $line ]]; do
        line=${line%$'\r'}
        [[ $line =~ ^[[:space:]]*(#|$) ]] && continue
        [[ $line =~ ^[[:space:]]*(PARLEY_[A-Z_]+)[[:space:]]*=[[:space:]]*(.*)$ ]] ||
            fail "$file: NAME=value is expected, not: $line"
        name=${BASH_REMATCH[1]} value=${BASH_REMATCH[2]}
        value=${value%"${value##*[![:space:]]}"}
        [[ $value =~ ^\"(.*)\"$ || $value =~ ^\'(.*)\'$ ]] && value=${BASH_REMATCH[1]}
        [[ -v $name ]] || export "$name=$value"
    done <"$file"
}

_absolute() { realpath -m -- "$1"; }

_check_settings() {
    [[ $PARLEY_PORT =~ ^[0-9]{1,5}$ ]] && ((PARLEY_PORT >= 1 && PARLEY_PORT <= 65535)) ||
        fail "PARLEY_PORT must be a number from 1 to 65535, but it is \"$PARLEY_PORT\"."
    [[ $PARLEY_WEB_WORKERS =~ ^[0-9]{1,2}$ ]] && ((PARLEY_WEB_WORKERS >= 1 && PARLEY_WEB_WORKERS <= 32)) ||
        fail "PARLEY_WEB_WORKERS must be a number from 1 to 32, but it is \"$PARLEY_WEB_WORKERS\"."
    [[ $PARLEY_RATE_LIMITS == on || $PARLEY_RATE_LIMITS == off ]] ||
        fail "PARLEY_RATE_LIMITS must be on or off, but it is \"$PARLEY_RATE_LIMITS\"."
    [[ $PARLEY_DB_NAME$PARLEY_DB_USER =~ ^[A-Za-z0-9_]+$ ]] ||
        fail "PARLEY_DB_NAME and PARLEY_DB_USER may have letters, digits and _ only."
    [[ $PARLEY_HOSTS =~ ^[A-Za-z0-9.*\ -]*$ ]] ||
        fail "PARLEY_HOSTS must be host names separated by spaces, but it is \"$PARLEY_HOSTS\"."
    local path
    for path in "$PARLEY_STATE" "$PARLEY_MEDIA" "$PARLEY_ASSETS" "$root"; do
        [[ $path != *[[:space:]\;\{\}\"\'\$\\\|\&]* ]] ||
            fail "The path $path has a space or a sign in it that nginx takes amiss; choose another."
    done
    path=$PARLEY_STATE/run/web-slow.sock
    ((${#path} <= socket_path_octets_max)) ||
        fail "PARLEY_STATE is $PARLEY_STATE: too long for the sockets in it. Choose a shorter one."
}

load_settings() {
    _environment_paths_absolute
    cd "$root" || exit
    if [[ -n ${PARLEY_CONF:-} ]]; then
        [[ -r $PARLEY_CONF ]] || fail "The settings file $PARLEY_CONF cannot be read."
        _read_settings_file "$PARLEY_CONF"
    elif [[ -e parley.conf ]]; then
        _read_settings_file parley.conf
    fi
    PARLEY_STATE=$(_absolute "${PARLEY_STATE:-var}")
    PARLEY_PORT=${PARLEY_PORT:-8000}
    PARLEY_WEB_WORKERS=${PARLEY_WEB_WORKERS:-2}
    PARLEY_RATE_LIMITS=${PARLEY_RATE_LIMITS:-on}
    PARLEY_HOSTS=${PARLEY_HOSTS:-}
    PARLEY_MEDIA=$(_absolute "${PARLEY_MEDIA:-$PARLEY_STATE/media}")
    PARLEY_TEMPLATES=$(_absolute "${PARLEY_TEMPLATES:-templates}")
    PARLEY_ASSETS=$(_absolute "${PARLEY_ASSETS:-build/assets}")
    PARLEY_SECRET_FILE=$(_absolute "${PARLEY_SECRET_FILE:-$PARLEY_STATE/secret}")
    PARLEY_REALTIME_SOCKET=$(_absolute "${PARLEY_REALTIME_SOCKET:-$PARLEY_STATE/run/realtime.sock}")
    PARLEY_DOORBELLS=$(_absolute "${PARLEY_DOORBELLS:-$PARLEY_STATE/run/doorbells}")
    PARLEY_DB_NAME=${PARLEY_DB_NAME:-parley}
    PARLEY_DB_USER=${PARLEY_DB_USER:-parley}
    _check_settings
    own_mariadb=yes
    local own_socket=$PARLEY_STATE/run/mysql.sock
    if [[ -n ${PARLEY_DB_HOST:-} || ${PARLEY_DB_SOCKET-$own_socket} != "$own_socket" ]]; then
        own_mariadb=
    else
        PARLEY_DB_SOCKET=$own_socket
        export PARLEY_DB_SOCKET
    fi
    export PARLEY_STATE PARLEY_PORT PARLEY_WEB_WORKERS PARLEY_RATE_LIMITS PARLEY_HOSTS PARLEY_MEDIA \
        PARLEY_TEMPLATES PARLEY_ASSETS PARLEY_SECRET_FILE PARLEY_REALTIME_SOCKET PARLEY_DOORBELLS \
        PARLEY_DB_NAME PARLEY_DB_USER
    url=http://127.0.0.1:$PARLEY_PORT
}

# Sockets of members cost two open files each in nginx and one in the daemon.
raise_open_files() {
    local hard
    hard=$(ulimit -Hn)
    if [[ $hard == unlimited ]] || ((hard > open_files_max)); then hard=$open_files_max; fi
    ulimit -Sn "$hard"
}
