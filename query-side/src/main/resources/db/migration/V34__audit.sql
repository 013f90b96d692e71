-- One row per event, to find it by. What it changed and from where it came are in the events alone.

CREATE TABLE query_audit (
    id          VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    recorded_at DATETIME(6)  NOT NULL,
    actor       VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL,
    request_id  VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    event       VARCHAR(96)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    operation   VARCHAR(192) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind        VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    about_id    VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL,
    outcome     VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version     BIGINT       NOT NULL,
    marks       TEXT         CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state       MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id),
    KEY query_audit_recorded (recorded_at, id),
    KEY query_audit_outcome (outcome, recorded_at, id),
    KEY query_audit_actor (actor, recorded_at, id),
    KEY query_audit_about (kind, about_id, recorded_at, id),
    KEY query_audit_event (event, recorded_at, id),
    KEY query_audit_operation (operation, recorded_at, id),
    KEY query_audit_request (request_id)
) ENGINE = InnoDB;
