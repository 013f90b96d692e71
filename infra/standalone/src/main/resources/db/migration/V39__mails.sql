-- Mails that wait to be sent, as db-scheduler keeps them. Times are real, in UTC; who is written to is sealed.
CREATE TABLE mail_due (
  task_name            VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  task_instance        VARCHAR(220) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  task_data            MEDIUMBLOB NULL,
  execution_time       DATETIME(6) NOT NULL,
  picked               BOOLEAN NOT NULL,
  picked_by            VARCHAR(50) CHARACTER SET utf8mb4 NULL,
  last_success         DATETIME(6) NULL,
  last_failure         DATETIME(6) NULL,
  consecutive_failures INT NULL,
  last_heartbeat       DATETIME(6) NULL,
  version              BIGINT NOT NULL,
  priority             SMALLINT NULL,
  PRIMARY KEY (task_name, task_instance),
  KEY mail_due_time (execution_time),
  KEY mail_due_heartbeat (last_heartbeat)
);
