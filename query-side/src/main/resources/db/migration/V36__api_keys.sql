CREATE TABLE query_api_key (
    id      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    owner   VARCHAR(160) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    version BIGINT       NOT NULL,
    marks   TEXT         CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state   MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id),
    KEY query_api_key_owner (owner, id)
) ENGINE = InnoDB;
