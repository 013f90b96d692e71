-- What was promised from where couriers were. No event tells it, so that no rebuild could bring it
-- back: it is kept here for good, and is no projection.

CREATE TABLE promise (
    order_id     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind         VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    shown_at     DATETIME(6) NOT NULL,
    promised_for DATETIME(6) NOT NULL,
    PRIMARY KEY (order_id, kind, shown_at)
) ENGINE = InnoDB;
