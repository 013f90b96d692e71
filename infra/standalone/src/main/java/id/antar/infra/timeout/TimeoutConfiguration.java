package id.antar.infra.timeout;
import org.springframework.context.annotation.Configuration;
@Configuration(proxyBeanMethods = false)
public class TimeoutConfiguration {}
