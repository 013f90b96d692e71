package id.antar.query.assignment;

import id.antar.api.assignment.AssignmentView;
import id.antar.query.projection.Projector;
import id.antar.query.projection.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class AssignmentQueryConfiguration {

  private static final String TABLE = "query_assignment";

  @Bean
  Projector<AssignmentView> assignmentProjector(Tables tables) {
    return tables.projector(new AssignmentFold(), TABLE, AssignmentQueries.columns());
  }

  @Bean
  AssignmentProjection assignmentProjection(Projector<AssignmentView> assignmentProjector) {
    return new AssignmentProjection(assignmentProjector);
  }

  @Bean
  AssignmentQueries assignmentQueries(Tables tables) {
    return new AssignmentQueries(
        tables.table(TABLE, AssignmentView.class, AssignmentQueries.columns()));
  }

  @Bean
  CourierTrips courierTrips(Tables tables) {
    return new CourierTrips(tables.table(TABLE, AssignmentView.class, AssignmentQueries.columns()));
  }
}
