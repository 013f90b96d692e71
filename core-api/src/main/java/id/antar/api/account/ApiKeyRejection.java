package id.antar.api.account;

import id.antar.api.message.Rejection;

/// Why a command about an API key is refused.
public sealed interface ApiKeyRejection extends Rejection {

  record UnknownApiKey(ApiKeyId keyId) implements ApiKeyRejection, NotFound {}

  record ApiKeyAlreadyIssued(ApiKeyId keyId) implements ApiKeyRejection {}

  record NotForApiKeys(Permission permission) implements ApiKeyRejection, Invalid {
    @Override
    public String field() {
      return "permissions";
    }
  }

  @Override
  default String detail() {
    return switch (this) {
      case UnknownApiKey(var keyId) -> "There is no api-key " + keyId + ".";
      case ApiKeyAlreadyIssued(var keyId) -> "The key " + keyId + " is issued already, otherwise.";
      case NotForApiKeys(var permission) ->
          "No key has " + permission + ": a person has to do that.";
    };
  }
}
