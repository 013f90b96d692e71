-- From here on `body` is sealed with the key of the account that asked. What was kept in the clear goes: a
-- request that is repeated just now still has one effect, and its status and headers are repeated.
UPDATE answered_request SET body = NULL WHERE body IS NOT NULL;
