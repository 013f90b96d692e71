-- Long work, of all processes: who works on it and when it was last heard of by the server's clock, what it tells of
-- itself, and the file that it has left, in pieces.
CREATE TABLE job (
  number        BIGINT NOT NULL AUTO_INCREMENT,
  job_id        VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  owner         VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  running       BOOLEAN NOT NULL,
  heard_of_at   DATETIME(6) NOT NULL,
  unwanted      BOOLEAN NOT NULL DEFAULT FALSE,
  view          LONGTEXT CHARACTER SET utf8mb4 NOT NULL,
  result_length BIGINT NULL,
  personal      BOOLEAN NOT NULL DEFAULT FALSE,
  PRIMARY KEY (number),
  UNIQUE KEY job_by_id (job_id),
  KEY job_running (running, heard_of_at)
);

CREATE TABLE job_result (
  job_id  VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  piece   BIGINT NOT NULL,
  content MEDIUMBLOB NOT NULL,
  PRIMARY KEY (job_id, piece)
);

-- A process asks the one that works on an event processor's only segment to let go of it.
CREATE TABLE segment_wish (
  processor VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  wished_by VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  wished_at DATETIME(6) NOT NULL,
  PRIMARY KEY (processor)
);
