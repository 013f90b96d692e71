package id.antar.standin;

/// One provider's interface. The name of a call is what faults are known by.
interface Provider {

  String nameOf(Call call);

  default Reply answer(Call call) {
    return answer(call, () -> {});
  }

  /// @param meanwhile what passes between taking it on and doing it
  Reply answer(Call call, Runnable meanwhile);

  /// What it says when its server fails.
  Reply failure(int status);
}
