-- What members say of themselves, and who follows whom.

CREATE TABLE IF NOT EXISTS profiles (
    user_id         BIGINT UNSIGNED NOT NULL PRIMARY KEY,
    first_name      VARCHAR(150)    NOT NULL DEFAULT '',
    last_name       VARCHAR(150)    NOT NULL DEFAULT '',
    bio             VARCHAR(500)    NOT NULL DEFAULT '',
    location        VARCHAR(100)    NOT NULL DEFAULT '',
    website         VARCHAR(200)    NOT NULL DEFAULT '',
    birth_date      DATE            NULL,
    avatar          VARCHAR(64)     NOT NULL DEFAULT '',      -- file name; empty: initials are shown
    followers_count INT UNSIGNED    NOT NULL DEFAULT 0,       -- kept by the transaction that changes follows
    following_count INT UNSIGNED    NOT NULL DEFAULT 0,
    posts_count     INT UNSIGNED    NOT NULL DEFAULT 0,
    timeline_floor  BIGINT UNSIGNED NOT NULL DEFAULT 0,       -- timeline holds every post above this id
    CONSTRAINT profiles_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- mutual is true in both rows of a pair that follows each other: friends, who may chat.
CREATE TABLE IF NOT EXISTS follows (
    id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    follower_id BIGINT UNSIGNED NOT NULL,
    followed_id BIGINT UNSIGNED NOT NULL,
    mutual      BOOLEAN         NOT NULL DEFAULT FALSE,
    created_at  DATETIME(6)     NOT NULL,
    PRIMARY KEY (follower_id, followed_id),
    UNIQUE KEY id (id),
    KEY followers (followed_id, id),
    KEY following (follower_id, id),
    KEY friends (follower_id, mutual, followed_id),
    CONSTRAINT follows_follower FOREIGN KEY (follower_id) REFERENCES users (id) ON DELETE CASCADE,
    CONSTRAINT follows_followed FOREIGN KEY (followed_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT IGNORE INTO schema_migrations (version, name, applied_at)
VALUES (2, '0002_profiles_and_follows', UTC_TIMESTAMP(6));
