-- How far each event processor is, and who works on it.
CREATE TABLE processor_token (
  processor  VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  segment    INTEGER NOT NULL,
  token      MEDIUMBLOB NULL,
  token_type VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  claimed_at VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  owner      VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (processor, segment)
);

-- Events that a processor could not handle, and those of the same sequence that wait behind them.
CREATE TABLE dead_letter (
  dead_letter_id     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  processing_group   VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sequence_id        VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sequence_index     BIGINT NOT NULL,
  message_type       VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_id           VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recorded_at        VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  payload_type       VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  payload_revision   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  payload            MEDIUMBLOB NOT NULL,
  meta_data          MEDIUMBLOB NULL,
  aggregate_type     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  aggregate_id       VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL,
  sequence_number    BIGINT NULL,
  token_type         VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  token              MEDIUMBLOB NULL,
  enqueued_at        VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  last_touched       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  processing_started VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  cause_type         VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  cause_message      VARCHAR(1023) CHARACTER SET utf8mb4 NULL,
  diagnostics        MEDIUMBLOB NULL,
  PRIMARY KEY (dead_letter_id),
  UNIQUE KEY dead_letter_sequence (processing_group, sequence_id, sequence_index)
);
