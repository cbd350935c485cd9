-- What members are told, and the queue through which the realtime daemons learn what is new.

-- post_id and comment_id are 0 where there is none, so that the unique key holds: one like, one notification.
CREATE TABLE IF NOT EXISTS notifications (
    id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    user_id    BIGINT UNSIGNED NOT NULL,
    actor_id   BIGINT UNSIGNED NOT NULL,
    kind       VARCHAR(16)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,   -- like, comment, follow
    post_id    BIGINT UNSIGNED NOT NULL DEFAULT 0,
    comment_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
    is_read    BOOLEAN         NOT NULL DEFAULT FALSE,
    created_at DATETIME(6)     NOT NULL,
    UNIQUE KEY once (user_id, kind, actor_id, post_id, comment_id),
    KEY newest (user_id, id),
    KEY unread (user_id, is_read, id),
    KEY post (post_id),
    CONSTRAINT notifications_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
    CONSTRAINT notifications_actor FOREIGN KEY (actor_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- Numbers without holes: a transaction takes them from event_shards at its very end and holds the row lock
-- through the commit, so within a shard the order of numbers is the order of commits. See docs/architecture.md.
CREATE TABLE IF NOT EXISTS events (
    shard      TINYINT UNSIGNED NOT NULL,
    seq        BIGINT UNSIGNED  NOT NULL,
    topic      VARCHAR(32)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind       VARCHAR(32)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payload    VARCHAR(1000)    NOT NULL,
    created_at DATETIME(6)      NOT NULL,
    PRIMARY KEY (shard, seq),
    KEY created_at (created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS event_shards (
    shard TINYINT UNSIGNED NOT NULL PRIMARY KEY,
    seq   BIGINT UNSIGNED  NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT IGNORE INTO event_shards (shard, seq)
VALUES (0, 0), (1, 0), (2, 0), (3, 0), (4, 0), (5, 0), (6, 0), (7, 0);

INSERT IGNORE INTO schema_migrations (version, name, applied_at)
VALUES (4, '0004_notifications_and_events', UTC_TIMESTAMP(6));
