package id.antar.query.asof;

import id.antar.query.assignment.CourierTrips;
import id.antar.query.history.EventArchive;
import id.antar.query.ordertimeline.OrderSources;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Projector;
import java.util.concurrent.ThreadPoolExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class AsOfConfiguration {

  @Bean
  AsOf asOf(
      ObjectProvider<Projector<?>> projectors,
      OrderSources orders,
      CourierTrips couriers,
      EventArchive archive,
      @Qualifier("historyReaders") ThreadPoolExecutor historyReaders) {
    return new AsOf(
        () -> projectors.stream().<Fold<?>>map(Projector::fold).toList(),
        new Sources(orders, couriers),
        archive,
        historyReaders);
  }

  @Bean
  AsOfQueries asOfQueries(AsOf asOf) {
    return new AsOfQueries(asOf);
  }
}
