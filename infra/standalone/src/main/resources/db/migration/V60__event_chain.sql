-- What the events were when they were chained: each hash covers one event, whole, and the hash before it.
CREATE TABLE event_chain (
  global_index BIGINT NOT NULL,
  hash         BINARY(32) NOT NULL,
  PRIMARY KEY (global_index)
);

-- The chain's end. Who goes on with the chain holds this row.
CREATE TABLE event_chain_end (
  id           TINYINT NOT NULL,
  global_index BIGINT NOT NULL,
  hash         BINARY(32) NOT NULL,
  events       BIGINT NOT NULL,
  PRIMARY KEY (id)
);

INSERT INTO event_chain_end VALUES (1, 0, REPEAT(CHAR(0), 32), 0);

CREATE TABLE log_checkpoint (
  number       BIGINT NOT NULL,
  global_index BIGINT NOT NULL,
  events       BIGINT NOT NULL,
  hash         CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  made_at      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  key_id       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  signature    VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (number)
);
