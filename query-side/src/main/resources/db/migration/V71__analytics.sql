-- One row per order, per offer and per change of a courier's duty: what figures are made of.

CREATE TABLE query_order_fact (
    id              VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    merchant_id     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    courier_id      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    cell            CHAR(15)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    outcome         VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    placed_at       DATETIME(6) NOT NULL,
    currency        CHAR(3)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revenue         BIGINT      NOT NULL,
    click_to_door   BIGINT,
    ready_to_pickup BIGINT,
    ready_to_door   BIGINT,
    version         BIGINT      NOT NULL,
    marks           TEXT        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state           MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id),
    KEY query_order_fact_placed (placed_at),
    KEY query_order_fact_merchant (merchant_id, placed_at),
    KEY query_order_fact_courier (courier_id, placed_at)
) ENGINE = InnoDB;

CREATE TABLE query_offer_fact (
    id          VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    courier_id  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    order_id    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    outcome     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    offered_at  DATETIME(6) NOT NULL,
    accepted_at DATETIME(6),
    ended_at    DATETIME(6),
    version     BIGINT      NOT NULL,
    marks       TEXT        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state       MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id),
    KEY query_offer_fact_offered (offered_at),
    KEY query_offer_fact_accepted (accepted_at),
    KEY query_offer_fact_courier (courier_id, offered_at)
) ENGINE = InnoDB;

CREATE TABLE query_duty_fact (
    id         VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    courier_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    sequence   BIGINT      NOT NULL,
    version    BIGINT      NOT NULL,
    marks      TEXT        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state      MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id),
    KEY query_duty_fact_changed (changed_at),
    KEY query_duty_fact_courier (courier_id, changed_at)
) ENGINE = InnoDB;
