package id.antar.infra.payment;
import org.springframework.context.annotation.Configuration;
@Configuration(proxyBeanMethods = false)
public class PaymentConfiguration {}
