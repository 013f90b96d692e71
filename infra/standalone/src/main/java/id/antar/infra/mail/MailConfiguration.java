package id.antar.infra.mail;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.zaxxer.hikari.HikariDataSource;
import id.antar.api.account.Fingerprints;
import id.antar.api.mode.ProductionCheck;
import id.antar.command.mail.Mail;
import id.antar.command.mail.SendMail;
import id.antar.infra.personal.ForgottenPersons;
import id.antar.infra.role.OnRole;
import id.antar.infra.role.Role;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.store.ConnectionPools;
import id.antar.infra.timeout.RunningScheduler;
import id.antar.infra.work.Console;
import id.antar.infra.work.Owner;
import id.antar.infra.work.WorkFolder;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Mails, kept by db-scheduler until they are sent, in real time. They have a table and threads of
/// their own: a mail server that does not answer keeps nothing else waiting.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
@OnRole(Role.COMMAND)
public class MailConfiguration {
  private static final String TABLE = "mail_due";
  private static final int THREADS = 2;
  private static final Duration POLLING = Duration.ofMillis(500);
  private static final InstantSource REAL_TIME = Clock.systemUTC();

  @Bean
  ProductionCheck mailCheck(MailProperties settings) {
    return new MailCheck(settings);
  }

  @Bean
  Post post(MailProperties settings, WorkFolder work, Console console) {
    if (!settings.host().isBlank()) {
      return new SmtpPost(settings);
    }
    Path folder = work.folder("mail");
    console.say("Mails are written to " + folder + ", because antar.mail.host is not set.");
    return new FilePost(folder);
  }

  @Bean(initMethod = "removeLeft")
  ForgottenMails forgottenMails(Post post, ForgottenPersons forgotten) {
    return new ForgottenMails(post, forgotten);
  }

  @Bean
  OneTimeTask<Mail> mailTask(
      Fingerprints fingerprints,
      MailProperties settings,
      Post post,
      ForgottenMails forgotten,
      MeterRegistry meters) {
    var letters = new Letters(fingerprints, settings);
    return new Delivery(letters, post, forgotten, REAL_TIME, meters).task();
  }

  @Bean
  SendMail sendMail(
      DataSource dataSource,
      OneTimeTask<Mail> mailTask,
      @Qualifier("messageMapper") JsonMapper json,
      PlatformTransactionManager transactions) {
    SchedulerClient client =
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource), mailTask)
            .tableName(TABLE)
            .serializer(new MailJson(json))
            .jdbcCustomization(new AutodetectJdbcCustomization(dataSource, true))
            .build();
    return new StoredMails(client, mailTask, new TransactionTemplate(transactions), REAL_TIME);
  }

  @Bean(defaultCandidate = false)
  HikariDataSource mailDataSource(DatabaseAddress address) {
    return ConnectionPools.small("mails", address, THREADS + 1);
  }

  @Bean
  RunningScheduler mailScheduler(
      @Qualifier("mailDataSource") HikariDataSource dataSource,
      OneTimeTask<Mail> mailTask,
      Owner owner,
      @Qualifier("messageMapper") JsonMapper json) {
    Scheduler scheduler =
        Scheduler.create(dataSource, mailTask)
            .schedulerName(new SchedulerName.Fixed(owner.name()))
            .tableName(TABLE)
            .serializer(new MailJson(json))
            .alwaysPersistTimestampInUTC()
            .pollingInterval(POLLING)
            .threads(THREADS)
            .shutdownMaxWait(Duration.ofSeconds(5))
            .build();
    return new RunningScheduler(scheduler);
  }
}
