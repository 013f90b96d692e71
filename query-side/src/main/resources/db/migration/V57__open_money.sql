-- Refunds and charges that wait, or have waited, for a person.

CREATE TABLE query_open_money (
    id       VARCHAR(192) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind     VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    standing VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    since    DATETIME(6)  NOT NULL,
    version  BIGINT       NOT NULL,
    marks    TEXT         CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state    MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id),
    KEY query_open_money_since (standing, since, id),
    KEY query_open_money_kind (standing, kind, since, id)
) ENGINE = InnoDB;
