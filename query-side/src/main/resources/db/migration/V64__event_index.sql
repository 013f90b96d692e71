-- The rows of the audit log are the index of all events: they learn the event's place in the log, when it happened and its
-- chain, are read in the order of the log, and are made anew from the events.

DELETE FROM query_audit;
DELETE FROM processor_token WHERE processor = 'query.audit';
DELETE FROM dead_letter WHERE processing_group = 'query.audit';

ALTER TABLE query_audit
    ADD COLUMN position       BIGINT      NOT NULL AFTER id,
    ADD COLUMN happened_at    DATETIME(6) NOT NULL AFTER recorded_at,
    ADD COLUMN correlation_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER request_id,
    DROP KEY query_audit_recorded,
    DROP KEY query_audit_outcome,
    DROP KEY query_audit_actor,
    DROP KEY query_audit_about,
    DROP KEY query_audit_event,
    DROP KEY query_audit_operation,
    DROP KEY query_audit_request,
    ADD KEY query_audit_position (position),
    ADD KEY query_audit_recorded (recorded_at, position),
    ADD KEY query_audit_happened (happened_at, position),
    ADD KEY query_audit_event (event, position),
    ADD KEY query_audit_kind (kind, position),
    ADD KEY query_audit_about (kind, about_id, position),
    ADD KEY query_audit_actor (actor, position),
    ADD KEY query_audit_outcome (outcome, position),
    ADD KEY query_audit_operation (operation, position),
    ADD KEY query_audit_request (request_id, position),
    ADD KEY query_audit_correlation (correlation_id, position);
