-- Where the processes of an engine reach each other.

CREATE TABLE cluster_node (
    address VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name    VARCHAR(200) NOT NULL,
    cluster VARCHAR(200) NOT NULL,
    ip      VARCHAR(200) NOT NULL,
    coord   BOOLEAN      NOT NULL,
    PRIMARY KEY (address)
) ENGINE = InnoDB;
