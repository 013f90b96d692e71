-- When each API key was last used, to the minute. Not an event: nothing follows from it.
CREATE TABLE api_key_use (
  key_id  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  used_at DATETIME(6) NOT NULL,
  PRIMARY KEY (key_id)
);
