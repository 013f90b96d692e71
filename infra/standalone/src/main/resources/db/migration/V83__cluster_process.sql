-- Which processes of an engine are there, when nobody else tells them of each other.

CREATE TABLE cluster_process (
    name    VARCHAR(200) NOT NULL,
    cluster VARCHAR(200) NOT NULL,
    seen_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (name)
) ENGINE = InnoDB;
