package id.antar.query.openmoney;

import id.antar.api.payment.OpenMoney;

/// @param open whether it still waits
record OpenMoneyRow(OpenMoney item, boolean open) {

  OpenMoneyRow closed() {
    return new OpenMoneyRow(item, false);
  }
}
