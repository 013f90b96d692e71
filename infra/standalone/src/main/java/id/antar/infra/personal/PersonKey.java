package id.antar.infra.personal;

import javax.crypto.SecretKey;

/// A person's key.
///
/// @param id random; written beside everything it seals, so that what an earlier, dropped key of
///   the same person sealed is known to be forgotten
record PersonKey(long id, SecretKey key) {}
