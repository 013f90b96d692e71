-- By which keys this database was written: of each a fingerprint that tells nothing of the key. A
-- process with another one would read nothing of it, and write what nobody reads. The first one of
-- a name has the number 1; what replaces it has a higher one.
CREATE TABLE engine_key (
    name        VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number      INT         NOT NULL,
    fingerprint CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    known_since DATETIME(6) NOT NULL,
    PRIMARY KEY (name, number),
    UNIQUE KEY engine_key_fingerprint (name, fingerprint)
) ENGINE = InnoDB;

-- The time that the processes of a cluster have together: it was `engine_time` at `real_time`, which
-- is of the database's clock, and has passed at `speed` since. Where `real_time` is missing, it
-- stands still. `lived_at` says when a process last lived by it.
CREATE TABLE engine_clock (
    id          TINYINT     NOT NULL,
    engine_time DATETIME(6) NOT NULL,
    real_time   DATETIME(6) NULL,
    speed       DOUBLE      NOT NULL,
    lived_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB;

INSERT INTO engine_clock (id, engine_time, real_time, speed, lived_at)
VALUES (1, '1970-01-01', '1970-01-01', 1, '1970-01-01');
