package id.antar.gateway.identity.key;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The public keys by which anybody can verify our tokens.
@RestController
final class PublicKeysController {

  private static final Duration KEPT = Duration.ofMinutes(5);

  private final KeyRing ring;

  PublicKeysController(KeyRing ring) {
    this.ring = ring;
  }

  @GetMapping("/.well-known/jwks.json")
  ResponseEntity<Map<String, Object>> keys() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
        .body(ring.open().toJSONObject(true));
  }
}
