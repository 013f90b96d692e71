package id.antar.infra.key;

import java.util.Locale;

/// A key that all processes of an engine have to share.
///
/// @see EngineKeys
public enum KeyName {
  MASTER("master key", "ANTAR_MASTER_KEY", "master.key"),
  ACCOUNT("account key", "ANTAR_ACCOUNT_KEY", "account.key");

  private final String words;
  private final String variable;
  private final String file;

  KeyName(String words, String variable, String file) {
    this.words = words;
    this.variable = variable;
    this.file = file;
  }

  String words() {
    return words;
  }

  public String variable() {
    return variable;
  }

  public String file() {
    return file;
  }

  String inDatabase() {
    return name().toLowerCase(Locale.ROOT);
  }
}
