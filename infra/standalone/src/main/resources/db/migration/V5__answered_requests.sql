-- What requests with an Idempotency-Key were answered with. `status` is null while one is worked on.
CREATE TABLE answered_request (
  actor       VARCHAR(160) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  request_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  fingerprint VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ticket      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  lease_until DATETIME(6) NOT NULL,
  claimed_at  DATETIME(6) NOT NULL,
  status      SMALLINT NULL,
  headers     TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  body        MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  PRIMARY KEY (actor, request_key),
  KEY answered_request_claimed_at (claimed_at)
);
