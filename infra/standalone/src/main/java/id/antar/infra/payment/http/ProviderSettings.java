package id.antar.infra.payment.http;

import id.antar.gateway.payment.webhook.Secret;
import java.net.URI;
import java.time.Duration;

/// How a provider is reached.
///
/// @param name as in metrics and logs
/// @param key sent as the user of basic access authentication, without a password
/// @param timeout of one call; real time
/// @param atOnce calls that may be under way at once; 32 times as many may wait
public record ProviderSettings(String name, URI url, Secret key, Duration timeout, int atOnce) {}
