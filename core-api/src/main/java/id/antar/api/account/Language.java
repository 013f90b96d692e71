package id.antar.api.account;

/// What somebody is written to in.
public enum Language {
  EN,
  ID
}
