package id.antar.gateway.assignment;

import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.request.PhoneClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class AssignmentConfiguration {

  @Bean
  AssignmentController assignmentController(Engine engine, PhoneClock times) {
    return new AssignmentController(engine, new AssignmentReader(engine), times);
  }

  @Bean
  LostCourierController lostCourierController(Engine engine, PhoneClock times) {
    return new LostCourierController(engine, times);
  }
}
