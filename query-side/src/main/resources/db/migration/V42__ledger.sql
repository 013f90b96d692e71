-- One row per line of the ledger. The second index holds all that a balance is summed from, the third all of a trial balance.

CREATE TABLE query_ledger (
    id        VARCHAR(256) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account   VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind      VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    holder    VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    purpose   VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    currency  CHAR(3)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount    BIGINT       NOT NULL,
    entry     VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    booked_at DATETIME(6)  NOT NULL,
    version   BIGINT       NOT NULL,
    marks     TEXT         CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state     MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id),
    KEY query_ledger_account (account, booked_at, entry, purpose),
    KEY query_ledger_balance (account, currency, booked_at, purpose, amount),
    KEY query_ledger_kind (kind, currency, booked_at, holder, purpose, amount)
) ENGINE = InnoDB;
