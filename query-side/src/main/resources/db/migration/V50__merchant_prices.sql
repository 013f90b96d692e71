-- A merchant's tax rate and days are in its view, which is made anew from the events; `days` says in which zone its days begin. Vouchers have rows of their own.

ALTER TABLE query_merchant ADD COLUMN days TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL;

DELETE FROM query_merchant;
DELETE FROM processor_token WHERE processor = 'query.merchant';

CREATE TABLE query_voucher (
    id          VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    merchant_id VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    code        VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version     BIGINT       NOT NULL,
    marks       TEXT         CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state       MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id),
    KEY query_voucher_merchant (merchant_id, code)
) ENGINE = InnoDB;
