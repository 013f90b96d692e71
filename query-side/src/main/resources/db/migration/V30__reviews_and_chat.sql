-- Reviews, what they sum up to for each who is reviewed, and the messages of each order's
-- conversation.

CREATE TABLE query_review (
    id         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    order_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject    VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    visibility VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    written_at DATETIME(6) NOT NULL,
    version    BIGINT      NOT NULL,
    marks      TEXT        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state      MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id),
    KEY query_review_order (order_id),
    KEY query_review_subject (subject, written_at, id)
) ENGINE = InnoDB;

CREATE TABLE query_rating (
    id      VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    side    VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version BIGINT      NOT NULL,
    marks   TEXT        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state   MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB;

CREATE TABLE query_message (
    id       VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    order_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number   INT         NOT NULL,
    version  BIGINT      NOT NULL,
    marks    TEXT        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state    MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id),
    KEY query_message_order (order_id, number)
) ENGINE = InnoDB;
