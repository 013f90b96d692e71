-- A refund's id is its payment's own: two payments may use the same one.
ALTER TABLE sandbox_refund
  DROP PRIMARY KEY,
  DROP KEY sandbox_refund_charge,
  ADD PRIMARY KEY (charge_id, refund_id);

-- Deliveries are forgotten by when they came, and counted by where they stand.
ALTER TABLE webhook_delivery
  ADD KEY webhook_delivery_received (received_at),
  ADD KEY webhook_delivery_state (state, received_at);
