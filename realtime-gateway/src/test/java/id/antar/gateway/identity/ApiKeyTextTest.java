package id.antar.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTextTest {

  @Test
  void aKeyIsReadAsItWasShown() {
    ApiKeyText key = ApiKeyText.random();
    ApiKeyText read = ApiKeyText.parse(key.reveal()).orElseThrow();

    assertThat(read.id()).isEqualTo(key.id());
    assertThat(read.matches(key.hash())).isTrue();
    assertThat(read.matches(ApiKeyText.random().hash())).isFalse();
    assertThat(key.hash()).hasSize(64);
    assertThat(key.toString()).doesNotContain(key.reveal().substring(23));
  }

  @Test
  void oneWrongCharacterAnywhereIsSeenWithoutLooking() {
    String key = ApiKeyText.random().reveal();
    for (int i = 6; i < key.length(); i++) {
      char wrong = key.charAt(i) == '7' ? '8' : '7';
      assertThat(ApiKeyText.parse(key.substring(0, i) + wrong + key.substring(i + 1))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "antar", "antar__", "antar_0123456789abcdef_", "Bearer x", "antar_\n_"})
  void whatIsNoKeyIsNone(String text) {
    assertThat(ApiKeyText.parse(text)).isEmpty();
  }
}
