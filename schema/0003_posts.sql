-- Posts, their pictures, likes and comments, and the feed made of them.

CREATE TABLE IF NOT EXISTS posts (
    id             BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    author_id      BIGINT UNSIGNED NOT NULL,
    content        VARCHAR(5000)   NOT NULL,
    created_at     DATETIME(6)     NOT NULL,
    edited_at      DATETIME(6)     NULL,
    likes_count    INT UNSIGNED    NOT NULL DEFAULT 0,   -- kept by the transaction that changes likes
    comments_count INT UNSIGNED    NOT NULL DEFAULT 0,
    images_count   TINYINT UNSIGNED NOT NULL DEFAULT 0,
    KEY author (author_id, id),
    CONSTRAINT posts_author FOREIGN KEY (author_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS post_images (
    post_id  BIGINT UNSIGNED   NOT NULL,
    position TINYINT UNSIGNED  NOT NULL,
    file     VARCHAR(64)       NOT NULL,
    width    SMALLINT UNSIGNED NOT NULL,
    height   SMALLINT UNSIGNED NOT NULL,
    alt      VARCHAR(300)      NOT NULL DEFAULT '',
    PRIMARY KEY (post_id, position),
    CONSTRAINT post_images_post FOREIGN KEY (post_id) REFERENCES posts (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS likes (
    post_id    BIGINT UNSIGNED NOT NULL,
    user_id    BIGINT UNSIGNED NOT NULL,
    created_at DATETIME(6)     NOT NULL,
    PRIMARY KEY (post_id, user_id),
    KEY user_id (user_id),
    CONSTRAINT likes_post FOREIGN KEY (post_id) REFERENCES posts (id) ON DELETE CASCADE,
    CONSTRAINT likes_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS comments (
    id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    post_id    BIGINT UNSIGNED NOT NULL,
    author_id  BIGINT UNSIGNED NOT NULL,
    content    VARCHAR(1000)   NOT NULL,
    created_at DATETIME(6)     NOT NULL,
    KEY post (post_id, id),
    KEY author (author_id),
    CONSTRAINT comments_post FOREIGN KEY (post_id) REFERENCES posts (id) ON DELETE CASCADE,
    CONSTRAINT comments_author FOREIGN KEY (author_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- A member's feed, filled when a post is written: one range scan reads a page. Every post of the member
-- and of those they follow above profiles.timeline_floor is here, but for broadcasters' posts.
CREATE TABLE IF NOT EXISTS timeline (
    user_id   BIGINT UNSIGNED NOT NULL,
    post_id   BIGINT UNSIGNED NOT NULL,
    author_id BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (user_id, post_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Members with so many followers that their posts are merged in at reading. Once in, always in.
CREATE TABLE IF NOT EXISTS broadcasters (
    user_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
    CONSTRAINT broadcasters_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT IGNORE INTO schema_migrations (version, name, applied_at)
VALUES (3, '0003_posts', UTC_TIMESTAMP(6));
