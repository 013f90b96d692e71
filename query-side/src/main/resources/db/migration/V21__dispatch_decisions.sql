-- Which decisions saw an order, and which one made an offer. What they say is in the events.

CREATE TABLE query_dispatch_decision (
    id            VARCHAR(192) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    order_id      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    assignment_id VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    recorded_at   DATETIME(6)  NOT NULL,
    version       BIGINT       NOT NULL,
    marks         TEXT         CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state         MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id),
    KEY query_dispatch_decision_order (order_id, recorded_at, id),
    KEY query_dispatch_decision_assignment (assignment_id, recorded_at)
) ENGINE = InnoDB;
