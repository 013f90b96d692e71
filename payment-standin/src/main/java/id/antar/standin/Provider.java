package id.antar.standin;

/// One provider's interface. The name of a call is what faults are known by.
interface Provider {

  String nameOf(Call call);

  Reply answer(Call call);

  /// What it says when its server fails.
  Reply failure(int status);
}
