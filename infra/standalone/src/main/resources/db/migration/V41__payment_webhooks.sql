-- What payment providers have delivered. `due_at` is also the lease of whoever interprets it.
CREATE TABLE webhook_delivery (
  id             BIGINT NOT NULL AUTO_INCREMENT,
  provider       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  delivery_id    VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reference      VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL,
  told           VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  received_at    DATETIME(6) NOT NULL,
  state          VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  due_at         DATETIME(6) NOT NULL,
  attempts       INT NOT NULL,
  ticket         VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  reason         VARCHAR(255) CHARACTER SET utf8mb4 NULL,
  PRIMARY KEY (id),
  UNIQUE KEY webhook_delivery_once (provider, delivery_id),
  KEY webhook_delivery_due (state, due_at),
  KEY webhook_delivery_ticket (ticket)
);

-- The books of the sandbox. `due_status` is what a charge becomes by itself at `due_at`.
CREATE TABLE sandbox_charge (
  charge_id      VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  transaction_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount_minor   BIGINT NOT NULL,
  currency       CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  token          VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  status         VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  due_status     VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL,
  due_at         DATETIME(6) NULL,
  asked          INT NOT NULL,
  opened_at      DATETIME(6) NOT NULL,
  PRIMARY KEY (charge_id)
);

CREATE TABLE sandbox_refund (
  refund_id      VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  charge_id      VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount_minor   BIGINT NOT NULL,
  PRIMARY KEY (refund_id),
  KEY sandbox_refund_charge (charge_id)
);
