-- What is known of each search index apart from the search server, so that a lost one is noticed; and by which words of their name customers are found.

CREATE TABLE search_index (
    alias       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    uuid        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    position    BIGINT      NOT NULL DEFAULT -1,
    as_of       DATETIME(6) NULL,
    marked      BIGINT      NOT NULL DEFAULT -1,
    rebuilder   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    lease_until DATETIME(6) NULL,
    PRIMARY KEY (alias)
) ENGINE = InnoDB;

-- Indexes that were made before are none that is known, and are made anew.
INSERT INTO search_index (alias, uuid)
SELECT IF(processor = 'query.ordersearch', 'antar-orders', 'antar-menus'), 'unknown'
FROM processor_token WHERE processor IN ('query.ordersearch', 'query.menusearch') AND segment = 0;

CREATE TABLE query_customer_name (
    id      VARCHAR(192) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    word_1  CHAR(32)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    word_2  CHAR(32)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    word_3  CHAR(32)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    word_4  CHAR(32)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    version BIGINT       NOT NULL,
    marks   TEXT         CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state   MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id),
    KEY query_customer_name_1 (word_1, id),
    KEY query_customer_name_2 (word_2, id),
    KEY query_customer_name_3 (word_3, id),
    KEY query_customer_name_4 (word_4, id)
) ENGINE = InnoDB;
