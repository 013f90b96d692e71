-- Which dispatcher plans a zone, and until when. Each time that another one takes it over the term
-- goes up; events that were decided in an earlier term are not stored.

CREATE TABLE dispatch_lease (
    zone       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    owner      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    PRIMARY KEY (zone)
) ENGINE = InnoDB;

CREATE TABLE dispatch_term (
    zone VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    term BIGINT      NOT NULL,
    PRIMARY KEY (zone)
) ENGINE = InnoDB;
