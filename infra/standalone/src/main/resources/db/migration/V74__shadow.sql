-- How the dispatch policy in the shadow compares so far: sums over rounds, by name.

CREATE TABLE shadow_score (
    shadow_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sums      TEXT        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (shadow_id)
) ENGINE = InnoDB;
