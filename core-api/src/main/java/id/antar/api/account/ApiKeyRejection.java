package id.antar.api.account;

import id.antar.api.message.Rejection;

/// Why a command about an API key is refused.
public sealed interface ApiKeyRejection extends Rejection {

  record UnknownApiKey(ApiKeyId keyId) implements ApiKeyRejection {
    @Override
    public String detail() {
      return "There is no api-key " + keyId + ".";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  record ApiKeyAlreadyIssued(ApiKeyId keyId) implements ApiKeyRejection {
    @Override
    public String detail() {
      return "The key " + keyId + " is issued already, otherwise.";
    }
  }

  record NotForApiKeys(Permission permission) implements ApiKeyRejection {
    @Override
    public String detail() {
      return "No key has " + permission + ": a person has to do that.";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String field() {
      return "permissions";
    }
  }
}
