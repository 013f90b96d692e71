-- Everything that was ever offered to a courier, the latest first.
ALTER TABLE query_assignment ADD KEY query_assignment_offered (courier_id, offered_at, id);
