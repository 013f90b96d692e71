package id.antar.query.analytics;

import id.antar.query.projection.Projector;
import id.antar.query.projection.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class AnalyticsQueryConfiguration {

  public static final String ORDERS = "query_order_fact";
  private static final String OFFERS = "query_offer_fact";
  private static final String DUTIES = "query_duty_fact";

  @Bean
  Projector<OrderFact> orderFactProjector(Tables tables) {
    return tables.projector(new OrderFactFold(), ORDERS, OrderFact.columns());
  }

  @Bean
  OrderFactProjection orderFactProjection(Projector<OrderFact> orderFactProjector) {
    return new OrderFactProjection(orderFactProjector);
  }

  @Bean
  Projector<OfferFact> offerFactProjector(Tables tables) {
    return tables.projector(new OfferFactFold(), OFFERS, OfferFact.columns());
  }

  @Bean
  OfferFactProjection offerFactProjection(Projector<OfferFact> offerFactProjector) {
    return new OfferFactProjection(offerFactProjector);
  }

  @Bean
  Projector<DutyFact> dutyFactProjector(Tables tables) {
    return tables.projector(new DutyFactFold(), DUTIES, DutyFact.columns());
  }

  @Bean
  DutyFactProjection dutyFactProjection(Projector<DutyFact> dutyFactProjector) {
    return new DutyFactProjection(dutyFactProjector);
  }

  @Bean
  AnalyticsQueries analyticsQueries(Tables tables) {
    return new AnalyticsQueries(
        tables,
        tables.table(DUTIES, DutyFact.class, DutyFact.columns()),
        tables.table(OFFERS, OfferFact.class, OfferFact.columns()));
  }
}
