-- Every fact, in the order in which it was recorded. Payload and metadata are JSON text.
CREATE TABLE domain_event (
  global_index     BIGINT NOT NULL AUTO_INCREMENT,
  aggregate_id     VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sequence_number  BIGINT NOT NULL,
  aggregate_type   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  event_id         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  meta_data        MEDIUMBLOB NULL,
  payload          MEDIUMBLOB NOT NULL,
  payload_revision VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  payload_type     VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recorded_at      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (global_index),
  UNIQUE KEY domain_event_aggregate (aggregate_id, sequence_number),
  UNIQUE KEY domain_event_id (event_id),
  KEY domain_event_recorded_at (recorded_at)
);

CREATE TABLE snapshot_event (
  aggregate_id     VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sequence_number  BIGINT NOT NULL,
  aggregate_type   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_id         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  meta_data        MEDIUMBLOB NULL,
  payload          MEDIUMBLOB NOT NULL,
  payload_revision VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  payload_type     VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recorded_at      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (aggregate_id, sequence_number),
  UNIQUE KEY snapshot_event_id (event_id)
);
