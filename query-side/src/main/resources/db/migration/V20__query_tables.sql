-- What the projections remember. Every table can be made anew from the events at any time.
-- `state` is JSON with everything personal sealed. The columns before it only serve to find rows.
-- `marks` are the last events taken in, `version` is how many there were.

CREATE TABLE query_order (
    id            VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    customer_id   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    merchant_id   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    courier_id    VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    assignment_id VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    status        VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    stage         VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    placed_at     DATETIME(6)  NOT NULL,
    version       BIGINT       NOT NULL,
    marks         TEXT         CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state         MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id),
    KEY query_order_placed (placed_at, id),
    KEY query_order_customer (customer_id, placed_at, id),
    KEY query_order_merchant (merchant_id, status, placed_at, id),
    KEY query_order_merchant_placed (merchant_id, placed_at, id),
    KEY query_order_courier (courier_id, placed_at, id),
    KEY query_order_status (status, placed_at, id)
) ENGINE = InnoDB;

CREATE TABLE query_order_timeline (
    id              VARCHAR(192) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    order_id        VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    source          VARCHAR(96)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    source_sequence BIGINT       NOT NULL,
    recorded_at     DATETIME(6)  NOT NULL,
    version         BIGINT       NOT NULL,
    marks           TEXT         CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state           MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id),
    KEY query_order_timeline_order (order_id, recorded_at, source, source_sequence)
) ENGINE = InnoDB;

CREATE TABLE query_courier (
    id      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    duty    VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version BIGINT      NOT NULL,
    marks   TEXT        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state   MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id),
    KEY query_courier_duty (duty, id)
) ENGINE = InnoDB;

CREATE TABLE query_assignment (
    id         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    courier_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state_name VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    offered_at DATETIME(6) NOT NULL,
    version    BIGINT      NOT NULL,
    marks      TEXT        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state      MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id),
    KEY query_assignment_courier (courier_id, state_name, offered_at, id)
) ENGINE = InnoDB;

CREATE TABLE query_merchant (
    id      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name    VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    version BIGINT       NOT NULL,
    marks   TEXT         CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state   MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB;

CREATE TABLE query_customer (
    id            VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    registered_at DATETIME(6) NOT NULL,
    version       BIGINT      NOT NULL,
    marks         TEXT        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state         MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB;

CREATE TABLE query_payment (
    id           VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    order_id     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    requested_at DATETIME(6) NOT NULL,
    version      BIGINT      NOT NULL,
    marks        TEXT        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state        MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id),
    KEY query_payment_order (order_id)
) ENGINE = InnoDB;
