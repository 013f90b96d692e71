package id.antar.infra.startup;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import id.antar.gateway.edge.trace.Trail;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

class LogPatternTest {
  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

  @AfterEach
  void forget() {
    MDC.clear();
  }

  private static String correlation() {
    var settings = new YamlPropertiesFactoryBean();
    settings.setResources(new ClassPathResource("application.yaml"));
    return Objects.requireNonNull(settings.getObject()).getProperty("logging.pattern.correlation");
  }

  private String line() {
    var layout = new PatternLayout();
    layout.setContext(context);
    layout.setPattern(correlation() + "%m");
    layout.start();
    return layout.doLayout(
        new LoggingEvent("test", context.getLogger("test"), Level.INFO, "hello", null, null));
  }

  @Test
  void aLineSaysWhatItIsAboutIfItIsAboutARequest() {
    assertThat(line()).isEqualTo("hello");
    new Trail("r1", null).logged(() -> assertThat(line()).isEqualTo("[r1] hello"));
    new Trail("r1", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
        .logged(() -> assertThat(line()).isEqualTo("[r1 0af7651916cd43dd8448eb211c80319c] hello"));
  }
}
