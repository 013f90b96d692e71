package id.antar.infra.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisURI;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RedisPropertiesTest {

  private static RedisCredentials credentials(RedisURI address) {
    return Objects.requireNonNull(address.getCredentialsProvider().resolveCredentials().block());
  }

  @Test
  void anAddressHasAHostAPortAndAPassword() {
    RedisURI address = new RedisProperties("redis://:secret@redis.example:6380", "").address();

    assertThat(address.getHost()).isEqualTo("redis.example");
    assertThat(address.getPort()).isEqualTo(6380);
    assertThat(address.isSsl()).isFalse();
    assertThat(credentials(address).getPassword()).containsExactly('s', 'e', 'c', 'r', 'e', 't');
    assertThat(new RedisProperties("rediss://redis.example:6380", "").address().isSsl()).isTrue();
  }

  @Test
  void aPasswordMayStandByItself() {
    RedisURI address = new RedisProperties("rediss://antar@redis.example:6380", "pw").address();

    assertThat(credentials(address).getPassword()).containsExactly('p', 'w');
    assertThat(credentials(address).getUsername()).isEqualTo("antar");
    assertThat(address.isSsl()).isTrue();
    assertThat(address.isVerifyPeer()).isTrue();
  }

  @Test
  void whatIsNoAddressIsRefusedWithoutBeingRepeated() {
    for (String wrong :
        new String[] {"host:6379", "http://:secret@host:6379", "redis://:secret@"}) {
      assertThatThrownBy(() -> new RedisProperties(wrong, "").address())
          .hasMessageContaining("antar.redis.url")
          .hasMessageNotContaining("secret")
          .hasNoCause();
    }
  }

  @Test
  void nothingSecretIsPrinted() {
    assertThat(new RedisProperties("redis://:secret@host:6379", "hidden"))
        .asString()
        .doesNotContain("secret", "hidden");
  }
}
