package id.antar.query.customer;

import id.antar.api.customer.CustomerView;
import id.antar.api.customer.CustomerView.GetCustomer;
import id.antar.query.projection.Column;
import id.antar.query.projection.Table;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

final class CustomerQueries {

  private final Table<CustomerView> customers;

  CustomerQueries(Table<CustomerView> customers) {
    this.customers = customers;
  }

  @QueryHandler
  CompletableFuture<@Nullable CustomerView> get(GetCustomer query) {
    return customers.find(query.customerId().value()).thenApply(found -> found.orElse(null));
  }

  static List<Column<CustomerView>> columns() {
    return List.of(Column.at("registered_at", CustomerView::registeredAt));
  }
}
