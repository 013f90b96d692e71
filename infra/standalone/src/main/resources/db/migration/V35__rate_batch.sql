-- What each gateway admitted, for the others to count as well: some batches a second, kept no longer than the longest window.
CREATE TABLE rate_batch (
  gateway CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  batch   BIGINT NOT NULL,
  sent_at DATETIME(6) NOT NULL,
  counts  MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (gateway, batch),
  KEY rate_batch_sent_at (sent_at)
);
