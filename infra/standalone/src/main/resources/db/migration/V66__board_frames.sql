-- The whole board at some places of the log, packed; what is personal in it is sealed. Can be emptied at any time.
CREATE TABLE board_frame (
  revision    INT         NOT NULL,
  position    BIGINT      NOT NULL,
  recorded_at VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  content     MEDIUMBLOB  NOT NULL,
  PRIMARY KEY (revision, position)
);
