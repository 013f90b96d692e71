-- What the dispatcher has learned from the events, and the first halves of what it is about to
-- learn. `state` is JSON; the row `version` counts the saves. Can be made anew from the events.
CREATE TABLE learned_time (
  id    VARCHAR(96) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (id)
);
