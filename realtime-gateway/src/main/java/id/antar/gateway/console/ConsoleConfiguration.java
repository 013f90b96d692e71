package id.antar.gateway.console;

import id.antar.api.mode.Mode;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.resource.EncodedResourceResolver;

/// The operators' console: a page, and files whose names change with what is in them.
@Configuration(proxyBeanMethods = false)
public class ConsoleConfiguration {

  private static final Duration FOR_EVER = Duration.ofDays(365);

  @Bean
  RouterFunction<ServerResponse> consolePage(@Value("${antar.mode:development}") Mode mode) {
    return ConsolePage.routes(mode);
  }

  @Bean
  WebFluxConfigurer consoleFiles() {
    return new WebFluxConfigurer() {
      @Override
      public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry
            .addResourceHandler(ConsolePage.FILES + "**")
            .addResourceLocations("classpath:/console/assets/")
            .setCacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable())
            .resourceChain(true)
            .addResolver(new EncodedResourceResolver());
      }
    };
  }
}
