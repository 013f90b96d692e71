-- One key per person, wrapped by the master key. Deleting a row is forgetting the person.
CREATE TABLE person_key (
  person_id   VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  wrapped_key VARBINARY(128) NOT NULL,
  PRIMARY KEY (person_id)
);
