-- Alerts, one row for each kind and subject, as they stand or stood last.

CREATE TABLE query_alert (
    id       VARCHAR(64)  CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL,
    standing VARCHAR(16)  CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL,
    kind     VARCHAR(24)  CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL,
    subject  VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    at       DATETIME(6)  NOT NULL,
    version  BIGINT       NOT NULL,
    marks    TEXT         CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL,
    state    MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id),
    KEY query_alert_at (standing, at, id),
    KEY query_alert_kind (standing, kind, at, id),
    KEY query_alert_subject (subject, standing)
) ENGINE = InnoDB;
