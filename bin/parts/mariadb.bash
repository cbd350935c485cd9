# A private MariaDB: own data directory, unix socket only. Sourced; needs progress.

mariadb_ready_s_max=60

as_root_option() {
    if ((EUID == 0)); then echo --user=root; fi
}

_install_mariadb_data() { # DIRECTORY LOG
    # shellcheck disable=SC2046 # one word or none
    mariadb-install-db --no-defaults --force --datadir="$1" $(as_root_option) \
        --auth-root-authentication-method=normal --skip-test-db --skip-name-resolve >"$2" 2>&1
}

# Moved into place when complete, so that an interruption leaves no half database.
make_mariadb_data() { # DIRECTORY LOG
    if [[ -d $1/mysql ]]; then return; fi
    rm -rf "$1.new"
    at_work "making the database's files" _install_mariadb_data "$1.new" "$2"
    mv -T "$1.new" "$1"
}

# The command line, a word a line. A commit is on the disk before it is acknowledged.
mariadb_command() { # DIRECTORY SOCKET TEMPORARY
    printf '%s\n' mariadbd --no-defaults --datadir="$1" --socket="$2" --tmpdir="$3" \
        --skip-networking --skip-name-resolve --performance-schema=OFF \
        --character-set-server=utf8mb4 --collation-server=utf8mb4_unicode_ci \
        --default-time-zone=+00:00 \
        --innodb-flush-log-at-trx-commit=1 --innodb-lock-wait-timeout=5 \
        --innodb-buffer-pool-size=128M --innodb-log-file-size=64M --max-connections=300
    as_root_option
}

wait_for_mariadb() { # SOCKET
    local deadline=$((SECONDS + mariadb_ready_s_max))
    until mariadb --no-defaults --socket="$1" --user=root --connect-timeout=2 -e 'SELECT 1' >/dev/null 2>&1; do
        ((SECONDS < deadline)) || fail "MariaDB does not answer after $mariadb_ready_s_max s."
        sleep 0.1
    done
}

# The programs' account may read and write rows and nothing else.
make_database() { # SOCKET NAME USER PASSWORD
    mariadb --no-defaults --socket="$1" --user=root <<SQL
CREATE DATABASE IF NOT EXISTS $2 CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE USER IF NOT EXISTS '$3'@'localhost';
ALTER USER '$3'@'localhost' IDENTIFIED BY '$4';
GRANT SELECT, INSERT, UPDATE, DELETE ON $2.* TO '$3'@'localhost';
SQL
}

apply_schema() { # SOCKET NAME
    local file
    for file in schema/*.sql; do
        mariadb --no-defaults --default-character-set=utf8mb4 --socket="$1" --user=root "$2" <"$file" ||
            fail "$file could not be applied."
    done
}
