-- `master` is the thumbprint of the master key that wraps the person's key, empty where it is not known.
-- Who is forgotten keeps a row without a key: none will ever be made again under that id.
ALTER TABLE person_key
  MODIFY COLUMN wrapped_key VARBINARY(128) NULL,
  ADD COLUMN master CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  ADD COLUMN forgotten_at DATETIME(6) NULL,
  ADD KEY person_key_master (master, person_id);
