-- Accounts, found by their e-mail's key while it is theirs. What can be read of anybody is sealed in the state.

CREATE TABLE query_account (
    id        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    email_key CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NULL,
    opened_at DATETIME(6) NOT NULL,
    version   BIGINT      NOT NULL,
    marks     TEXT        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state     MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id),
    KEY query_account_email (email_key)
) ENGINE = InnoDB;
