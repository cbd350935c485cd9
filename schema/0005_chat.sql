-- Rooms, their members and messages. Unread is a subtraction: rooms.last_seq - room_members.read_seq.

-- pair is "small user id:large user id" in rooms of two, NULL in others: two people opening it at once get one.
CREATE TABLE IF NOT EXISTS rooms (
    id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    pair       VARCHAR(41)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    last_seq   BIGINT UNSIGNED NOT NULL DEFAULT 0,
    last_at    DATETIME(6)     NULL,                 -- of the last message
    created_at DATETIME(6)     NOT NULL,
    UNIQUE KEY pair (pair)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

CREATE TABLE IF NOT EXISTS room_members (
    room_id  BIGINT UNSIGNED NOT NULL,
    user_id  BIGINT UNSIGNED NOT NULL,
    peer_id  BIGINT UNSIGNED NULL,                   -- the other one, in rooms of two
    read_seq BIGINT UNSIGNED NOT NULL DEFAULT 0,
    PRIMARY KEY (room_id, user_id),
    KEY user_id (user_id, room_id),
    KEY peer (user_id, peer_id),
    CONSTRAINT room_members_room FOREIGN KEY (room_id) REFERENCES rooms (id) ON DELETE CASCADE,
    CONSTRAINT room_members_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

-- seq counts 1, 2, 3 … within the room, without holes: it is the message id that clients see.
CREATE TABLE IF NOT EXISTS messages (
    room_id    BIGINT UNSIGNED NOT NULL,
    seq        BIGINT UNSIGNED NOT NULL,
    sender_id  BIGINT UNSIGNED NOT NULL,
    nonce      VARCHAR(64)     COLLATE utf8mb4_bin NULL,
    text       VARCHAR(4000)   NOT NULL,
    created_at DATETIME(6)     NOT NULL,
    PRIMARY KEY (room_id, seq),
    UNIQUE KEY nonce (sender_id, nonce),
    CONSTRAINT messages_room FOREIGN KEY (room_id) REFERENCES rooms (id) ON DELETE CASCADE,
    CONSTRAINT messages_sender FOREIGN KEY (sender_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;

INSERT IGNORE INTO schema_migrations (version, name, applied_at)
VALUES (5, '0005_chat', UTC_TIMESTAMP(6));
