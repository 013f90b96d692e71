-- Where couriers were, thinned out: a row for each while, never changed. Times are milliseconds since 1970; `points` is sealed.
CREATE TABLE courier_track (
  courier_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  begins_at  BIGINT      NOT NULL,
  ends_at    BIGINT      NOT NULL,
  points     TEXT        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (courier_id, begins_at),
  KEY courier_track_ends (ends_at)
);
