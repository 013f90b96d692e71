package id.antar.gateway.ops;

import id.antar.api.ops.JobFiles;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.engine.Engine;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;

@Configuration(proxyBeanMethods = false)
public class OpsConfiguration {

  @Bean
  OpsController opsController(Engine engine) {
    return new OpsController(engine);
  }

  @Bean
  LogController logController(Engine engine) {
    return new LogController(engine);
  }

  @Bean
  JobController jobController(Engine engine, JobFiles files, Scheduler engineScheduler) {
    return new JobController(engine, files, engineScheduler);
  }

  @Bean
  DeadLetterController deadLetterController(Engine engine, EngineClock clock) {
    return new DeadLetterController(engine, clock);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  RateWatch rateWatch(MeterRegistry meters) {
    return new RateWatch(meters);
  }

  @Bean
  RateController rateController(RateWatch watch) {
    return new RateController(watch);
  }
}
