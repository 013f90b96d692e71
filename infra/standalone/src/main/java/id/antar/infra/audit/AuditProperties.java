package id.antar.infra.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How refusals are taken down without harm to anybody.
///
/// @param window how long the same refusal is gathered, in real time
/// @param queue refusals that may wait to be taken in; those of strangers fill half of it at most
/// @param perSource different refusals of one actor or address that are kept apart in a window
/// @param strangers the same of all who are not known together
/// @param all the same of everybody
@ConfigurationProperties("antar.audit")
public record AuditProperties(
    @DefaultValue("PT1M") Duration window,
    @DefaultValue("10000") int queue,
    @DefaultValue("30") int perSource,
    @DefaultValue("300") int strangers,
    @DefaultValue("3000") int all) {}
