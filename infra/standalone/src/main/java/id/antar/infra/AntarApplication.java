package id.antar.infra;

import id.antar.dispatch.backtest.Backtest;
import id.antar.infra.account.AccountConfiguration;
import id.antar.infra.alert.AlertConfiguration;
import id.antar.infra.apikey.ApiKeyUseConfiguration;
import id.antar.infra.audit.AuditConfiguration;
import id.antar.infra.board.BoardConfiguration;
import id.antar.infra.catalogue.CatalogueConfiguration;
import id.antar.infra.chain.ChainBench;
import id.antar.infra.chain.ChainConfiguration;
import id.antar.infra.cli.AccountsTool;
import id.antar.infra.cli.BackupTool;
import id.antar.infra.cli.ForgetCheck;
import id.antar.infra.cli.HistoryTool;
import id.antar.infra.cli.KeysTool;
import id.antar.infra.cli.LabTool;
import id.antar.infra.cli.OpsTool;
import id.antar.infra.cli.ProcessorsTool;
import id.antar.infra.cli.ShadowTool;
import id.antar.infra.cluster.ClusterConfiguration;
import id.antar.infra.cluster.WireConfiguration;
import id.antar.infra.facts.FactsConfiguration;
import id.antar.infra.health.HealthConfiguration;
import id.antar.infra.history.HistoryConfiguration;
import id.antar.infra.idempotency.IdempotencyConfiguration;
import id.antar.infra.lab.LabConfiguration;
import id.antar.infra.learned.LearnedConfiguration;
import id.antar.infra.lease.LeaseConfiguration;
import id.antar.infra.limit.LimitConfiguration;
import id.antar.infra.local.LocalCluster;
import id.antar.infra.mail.MailConfiguration;
import id.antar.infra.messages.MessagesConfiguration;
import id.antar.infra.messages.ProcessorsConfiguration;
import id.antar.infra.meters.MetersConfiguration;
import id.antar.infra.mode.ModeConfiguration;
import id.antar.infra.ops.OpsConfiguration;
import id.antar.infra.payment.PaymentConfiguration;
import id.antar.infra.personal.PersonalConfiguration;
import id.antar.infra.position.PositionConfiguration;
import id.antar.infra.search.SearchConfiguration;
import id.antar.infra.searchload.SearchLoad;
import id.antar.infra.shadow.ShadowConfiguration;
import id.antar.infra.startup.EngineConfiguration;
import id.antar.infra.startup.EngineStart;
import id.antar.infra.startup.RolesSelector;
import id.antar.infra.startup.StopConfiguration;
import id.antar.infra.store.StoreConfiguration;
import id.antar.infra.timeout.TimeoutConfiguration;
import id.antar.infra.trace.TraceConfiguration;
import java.util.Arrays;
import java.util.Set;
import org.axonframework.springboot.autoconfig.AxonDbSchedulerAutoConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/// The engine: everything that runs, in one process, by the roles it has.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = AxonDbSchedulerAutoConfiguration.class)
@Import({
  ModeConfiguration.class,
  EngineConfiguration.class,
  AccountConfiguration.class,
  MailConfiguration.class,
  StoreConfiguration.class,
  PersonalConfiguration.class,
  MessagesConfiguration.class,
  WireConfiguration.class,
  ClusterConfiguration.class,
  ProcessorsConfiguration.class,
  TimeoutConfiguration.class,
  PaymentConfiguration.class,
  IdempotencyConfiguration.class,
  LimitConfiguration.class,
  ApiKeyUseConfiguration.class,
  PositionConfiguration.class,
  LeaseConfiguration.class,
  LearnedConfiguration.class,
  FactsConfiguration.class,
  AuditConfiguration.class,
  HistoryConfiguration.class,
  CatalogueConfiguration.class,
  BoardConfiguration.class,
  AlertConfiguration.class,
  SearchConfiguration.class,
  ChainConfiguration.class,
  OpsConfiguration.class,
  LabConfiguration.class,
  ShadowConfiguration.class,
  HealthConfiguration.class,
  MetersConfiguration.class,
  TraceConfiguration.class,
  StopConfiguration.class,
  RolesSelector.class
})
public class AntarApplication {
  /// `cluster` starts one as several processes; `rebuild`, `replay`, `processors`, `dead-letters`,
  /// `decisions`, `history`, `board`, `analytics`, `promises`, `lab`, `shadow`, `verify-log`,
  /// `accounts` and the rotation of master keys are asked of an engine; `backup`, `restore` and
  /// `disaster-drill` work on its database; `backtest`, `bench-log`, `search-load`, `forget-check`
  /// and the rotation of token keys need none; anything else starts one.
  public static void main(String... arguments) {
    String command = arguments.length == 0 ? "" : arguments[0];
    if (command.equals("keys") && Arrays.asList(arguments).contains("rotate-tokens")) {
      System.exit(KeysTool.run(arguments));
    }
    if (Set.of("rebuild", "replay", "decisions", "keys", "verify-log").contains(command)) {
      System.exit(OpsTool.run(arguments));
    }
    if (command.equals("cluster")) {
      System.exit(LocalCluster.run(Arrays.copyOfRange(arguments, 1, arguments.length)));
    }
    if (command.equals("lab")) {
      System.exit(LabTool.run(Arrays.copyOfRange(arguments, 1, arguments.length)));
    }
    if (command.equals("shadow")) {
      System.exit(ShadowTool.run(Arrays.copyOfRange(arguments, 1, arguments.length)));
    }
    if (Set.of("history", "board", "analytics", "promises").contains(command)) {
      System.exit(HistoryTool.run(arguments));
    }
    if (Set.of("processors", "dead-letters").contains(command)) {
      System.exit(ProcessorsTool.run(arguments));
    }
    if (command.equals("accounts")) {
      System.exit(AccountsTool.run(arguments));
    }
    if (command.equals("forget-check")) {
      System.exit(ForgetCheck.run(Arrays.copyOfRange(arguments, 1, arguments.length)));
    }
    if (Set.of("backup", "restore", "disaster-drill").contains(command)) {
      System.exit(BackupTool.run(arguments));
    }
    if (command.equals("search-load")) {
      String[] options = Arrays.copyOfRange(arguments, 1, arguments.length);
      System.exit(SearchLoad.run(System.out, System.err, options));
    }
    if (command.equals("backtest")) {
      String[] options = Arrays.copyOfRange(arguments, 1, arguments.length);
      System.exit(Backtest.run(System.out, System.err, System::nanoTime, options));
    }
    if (command.equals("bench-log")) {
      System.exit(ChainBench.run(arguments));
    }
    if (!EngineStart.onTerminal(arguments)) {
      System.exit(1);
    }
  }
}
