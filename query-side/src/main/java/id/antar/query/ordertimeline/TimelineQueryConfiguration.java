package id.antar.query.ordertimeline;

import id.antar.query.projection.Projector;
import id.antar.query.projection.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class TimelineQueryConfiguration {

  private static final String TABLE = "query_order_timeline";

  @Bean
  Projector<TimelineRow> timelineProjector(Tables tables) {
    return tables.projector(new TimelineFold(), TABLE, TimelineQueries.columns());
  }

  @Bean
  TimelineProjection timelineProjection(Projector<TimelineRow> timelineProjector) {
    return new TimelineProjection(timelineProjector);
  }

  @Bean
  TimelineQueries timelineQueries(Tables tables) {
    return new TimelineQueries(tables.table(TABLE, TimelineRow.class, TimelineQueries.columns()));
  }

  @Bean
  OrderSources orderSources(Tables tables) {
    return new OrderSources(tables.table(TABLE, TimelineRow.class, TimelineQueries.columns()));
  }
}
