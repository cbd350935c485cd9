# The Debian packages that Parley needs, and how they are installed. Sourced.

packages_to_run=(
    g++ cmake ninja-build pkg-config # to build
    libfcgi-dev libpoco-dev libkainjow-mustache-dev libmariadb-dev libsodium-dev libvips-dev
    nodejs npm                                           # to build the static files
    mariadb-server-core mariadb-client-core nginx spawn-fcgi # to run
    curl ca-certificates
)
packages_to_test=(libboost-test-dev chromium clang-format git)
packages_to_format=(clang-format git)

# Those that may have come from elsewhere than Debian, by what they are needed for.
declare -A program_of=([nodejs]=node [npm]=npm [nginx]=nginx [chromium]=chromium
    [clang-format]=clang-format [mariadb-server-core]=mariadbd [mariadb-client-core]=mariadb
    [spawn-fcgi]=spawn-fcgi [cmake]=cmake [git]=git [curl]=curl [shellcheck]=shellcheck)

missing_packages() { # PACKAGE…: prints the missing ones
    local package
    local -A installed=()
    while read -r package; do installed[$package]=yes; done < <(
        dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^ii *//p'
    )
    for package in "$@"; do
        if [[ ${installed[$package]:-} ]]; then continue; fi
        if [[ ${program_of[$package]:-} ]] && command -v "${program_of[$package]}" >/dev/null; then continue; fi
        echo "$package"
    done
}

# Debian starts a service as soon as it is installed; ours are private ones, so it is told not to,
# unless the administrator has a policy of their own.
installation='
set -e
export DEBIAN_FRONTEND=noninteractive
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    trap "rm -f $policy" EXIT
    printf "#!/bin/sh\nexit 101\n" >"$policy"
    chmod +x "$policy"
fi
apt-get -q -o DPkg::Lock::Timeout=120 update
apt-get -q -y -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 install --no-install-recommends "$@"
'

install_packages() { # PACKAGE…
    local missing as_root=()
    mapfile -t missing < <(missing_packages "$@")
    if ((${#missing[@]} == 0)); then return; fi
    command -v apt-get >/dev/null ||
        fail "these are missing, and there is no apt-get to install them: ${missing[*]}"
    if ((EUID != 0)); then
        command -v sudo >/dev/null ||
            fail "as root, please: apt-get install --no-install-recommends ${missing[*]}"
        say "installing with sudo, which may ask for your password: ${missing[*]}"
        sudo -v
        as_root=(sudo)
    fi
    at_work "installing Debian packages: ${missing[*]}" \
        "${as_root[@]}" sh -c "$installation" install "${missing[@]}"
}
