-- A payment has parts, an order several methods, a courier cash in hand: these views are made anew
-- from the events.

DELETE FROM query_payment;
DELETE FROM query_order;
DELETE FROM query_courier;
DELETE FROM processor_token WHERE processor IN ('query.payment', 'query.order', 'query.courier');
