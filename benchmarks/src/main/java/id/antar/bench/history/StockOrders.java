package id.antar.bench.history;

import id.antar.api.assignment.AssignmentEvent.ArrivedAtDropoff;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtPickup;
import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderEvent.OrderConfirmed;
import id.antar.api.order.OrderEvent.OrderDelivered;
import id.antar.api.order.OrderEvent.OrderPickedUp;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.api.order.OrderEvent.OrderSubmitted;
import id.antar.api.order.OrderEvent.PreparationStarted;
import id.antar.api.order.OrderEvent.ReadyTimeChanged;
import id.antar.api.order.OrderId;
import java.sql.Timestamp;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The order projection as one writes it by Axon's guide: a handler for each event, one statement
/// in each, on a table with the same indexes as the engine's.
public final class StockOrders {

  static final String TABLE =
      """
      CREATE TABLE stock_order (
        id VARCHAR(64) CHARACTER SET ascii NOT NULL PRIMARY KEY,
        customer_id VARCHAR(64) CHARACTER SET ascii NOT NULL,
        merchant_id VARCHAR(64) CHARACTER SET ascii NOT NULL,
        courier_id VARCHAR(64) CHARACTER SET ascii,
        assignment_id VARCHAR(64) CHARACTER SET ascii,
        status VARCHAR(16) CHARACTER SET ascii NOT NULL,
        placed_at DATETIME(6) NOT NULL,
        confirmed_at DATETIME(6), ready_estimate DATETIME(6), ready_at DATETIME(6),
        at_pickup DATETIME(6), picked_up_at DATETIME(6), at_door DATETIME(6),
        delivered_at DATETIME(6), ended_at DATETIME(6),
        pickup_eta DATETIME(6), dropoff_eta DATETIME(6), end_reason VARCHAR(255),
        placement MEDIUMTEXT NOT NULL,
        KEY (placed_at, id), KEY (customer_id, placed_at, id),
        KEY (merchant_id, status, placed_at, id), KEY (merchant_id, placed_at, id),
        KEY (courier_id, placed_at, id), KEY (status, placed_at, id))\
      """;

  private final JdbcTemplate database;
  private final JsonMapper json;

  StockOrders(JdbcTemplate database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  @EventHandler
  public void on(OrderPlaced e) {
    write(
        """
        INSERT INTO stock_order (id, customer_id, merchant_id, status, placed_at, placement)
        VALUES (?, ?, ?, 'PLACED', ?, ?)\
        """,
        e.orderId().value(),
        e.customerId().value(),
        e.merchantId().value(),
        at(e.occurredAt()),
        json.writeValueAsString(e));
  }

  @EventHandler
  public void on(OrderSubmitted e) {
    write("UPDATE stock_order SET status = 'SUBMITTED' WHERE id = ?", e.orderId().value());
  }

  @EventHandler
  public void on(OrderConfirmed e) {
    write(
        """
        UPDATE stock_order SET status = 'CONFIRMED', confirmed_at = ?, ready_estimate = ?
        WHERE id = ?\
        """,
        at(e.occurredAt()),
        at(e.readyAt()),
        e.orderId().value());
  }

  @EventHandler
  public void on(PreparationStarted e) {
    write("UPDATE stock_order SET status = 'PREPARING' WHERE id = ?", e.orderId().value());
  }

  @EventHandler
  public void on(ReadyTimeChanged e) {
    set("ready_estimate", e.readyAt(), e.orderId());
  }

  @EventHandler
  public void on(OrderReady e) {
    write(
        "UPDATE stock_order SET status = 'READY', ready_at = ? WHERE id = ?",
        at(e.occurredAt()),
        e.orderId().value());
  }

  @EventHandler
  public void on(AssignmentOffered e) {
    write(
        "UPDATE stock_order SET pickup_eta = ?, dropoff_eta = ? WHERE id = ?",
        at(e.stops().getFirst().eta()),
        at(e.stops().getLast().eta()),
        e.stops().getFirst().orderId().value());
  }

  @EventHandler
  public void on(CourierAssigned e) {
    write(
        "UPDATE stock_order SET courier_id = ?, assignment_id = ? WHERE id = ?",
        e.courierId().value(),
        e.assignmentId().value(),
        e.orderId().value());
  }

  @EventHandler
  public void on(ArrivedAtPickup e) {
    set("at_pickup", e.occurredAt(), e.orderId());
  }

  @EventHandler
  public void on(OrderPickedUp e) {
    write(
        "UPDATE stock_order SET status = 'PICKED_UP', picked_up_at = ? WHERE id = ?",
        at(e.occurredAt()),
        e.orderId().value());
  }

  @EventHandler
  public void on(ArrivedAtDropoff e) {
    set("at_door", e.occurredAt(), e.orderId());
  }

  @EventHandler
  public void on(OrderDelivered e) {
    write(
        "UPDATE stock_order SET status = 'DELIVERED', delivered_at = ?, ended_at = ? WHERE id = ?",
        at(e.occurredAt()),
        at(e.occurredAt()),
        e.orderId().value());
  }

  @EventHandler
  public void on(OrderCancelled e) {
    write(
        "UPDATE stock_order SET status = 'CANCELLED', ended_at = ?, end_reason = ? WHERE id = ?",
        at(e.occurredAt()),
        e.reason(),
        e.orderId().value());
  }

  private void set(String column, Instant at, OrderId id) {
    write("UPDATE stock_order SET " + column + " = ? WHERE id = ?", at(at), id.value());
  }

  private void write(String sql, Object... values) {
    int rows = database.update(sql, values);
    if (rows != 1) {
      throw new IllegalStateException(rows + " rows instead of one: " + sql);
    }
  }

  private static Timestamp at(Instant instant) {
    return Timestamp.from(instant);
  }
}
