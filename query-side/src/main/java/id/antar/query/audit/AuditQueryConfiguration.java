package id.antar.query.audit;

import id.antar.query.history.EventArchive;
import id.antar.query.history.EventIndex;
import id.antar.query.projection.Projector;
import id.antar.query.projection.Tables;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class AuditQueryConfiguration {

  private static final String TABLE = "query_audit";
  private static final int READERS = 2;
  private static final int QUESTIONS_QUEUED = 100;

  @Bean
  Projector<AuditRow> auditProjector(Tables tables) {
    return tables.projector(new AuditFold(), TABLE, AuditQueries.columns());
  }

  @Bean
  AuditProjection auditProjection(Projector<AuditRow> auditProjector) {
    return new AuditProjection(auditProjector);
  }

  @Bean
  EventIndex eventIndex(Tables tables) {
    return new AuditIndex(tables.table(TABLE, AuditRow.class, AuditQueries.columns()));
  }

  /// Few, so that who reads the audit log does not take the event store from others.
  @Bean(destroyMethod = "shutdown", defaultCandidate = false)
  ThreadPoolExecutor auditReaders() {
    var questions = new LinkedBlockingQueue<Runnable>(QUESTIONS_QUEUED);
    return new ThreadPoolExecutor(READERS, READERS, 0, TimeUnit.SECONDS, questions);
  }

  @Bean
  AuditQueries auditQueries(
      Tables tables,
      EventArchive archive,
      ObjectProvider<Projector<?>> projectors,
      @Qualifier("auditReaders") ThreadPoolExecutor auditReaders) {
    return new AuditQueries(
        tables.table(TABLE, AuditRow.class, AuditQueries.columns()),
        archive,
        BeforeAndAfter.of(() -> projectors.stream().toList()),
        auditReaders);
  }
}
