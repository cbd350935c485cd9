-- Accounts and their sessions. Apply the files in order:
--   for f in schema/*.sql; do mariadb DATABASE < $f || break; done
-- Each file may be applied again without harm and records itself in schema_migrations at its end.

CREATE TABLE IF NOT EXISTS schema_migrations (
    version    INT UNSIGNED NOT NULL PRIMARY KEY,
    name       VARCHAR(64)  NOT NULL,
    applied_at DATETIME(6)  NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Names are unique whatever the case: the collation sees to it. Longer than 32 only by import.
CREATE TABLE IF NOT EXISTS users (
    id            BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    username      VARCHAR(150)    NOT NULL COLLATE utf8mb4_general_ci,
    email         VARCHAR(254)    NULL     COLLATE utf8mb4_general_ci,
    password_hash VARCHAR(255)    NOT NULL COLLATE utf8mb4_bin,
    is_staff      BOOLEAN         NOT NULL DEFAULT FALSE,
    is_active     BOOLEAN         NOT NULL DEFAULT TRUE,
    created_at    DATETIME(6)     NOT NULL,
    UNIQUE KEY username (username),
    UNIQUE KEY email (email)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- The cookie holds a random token; here is only its SHA-256, in hex.
CREATE TABLE IF NOT EXISTS sessions (
    id           BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    token_hash   VARCHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id      BIGINT UNSIGNED NOT NULL,
    created_at   DATETIME(6)     NOT NULL,
    last_seen_at DATETIME(6)     NOT NULL,
    expires_at   DATETIME(6)     NOT NULL,
    UNIQUE KEY token_hash (token_hash),
    KEY user_id (user_id),
    KEY expires_at (expires_at),
    CONSTRAINT sessions_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Failed sign-ins, for the limit of 10 in 15 minutes per account name and address.
CREATE TABLE IF NOT EXISTS login_failures (
    username VARCHAR(150) NOT NULL COLLATE utf8mb4_general_ci,
    address  VARCHAR(45)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    since    DATETIME(6)  NOT NULL,
    failures INT UNSIGNED NOT NULL,
    PRIMARY KEY (username, address),
    KEY since (since)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT IGNORE INTO schema_migrations (version, name, applied_at)
VALUES (1, '0001_accounts', UTC_TIMESTAMP(6));
