package id.antar.query.ordertimeline;

import id.antar.api.order.OrderId;
import id.antar.api.order.OrderQuery.OrderTimeline.Entry;

record TimelineRow(OrderId orderId, String source, long sequence, Entry entry) {}
