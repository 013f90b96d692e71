package id.antar.load.town.mishap;

/// What can happen to an order besides being cooked, carried and delivered by the first who was
/// asked.
public enum Happening {
  BUNDLED("carried in bundles"),
  DECLINED("offers declined"),
  BROKEN_DOWN("couriers broken down"),
  SILENT("couriers gone silent"),
  BACK("  back, their trip over"),
  STRANDED("stranded"),
  FETCHED("  fetched where left"),
  REMADE("  made again"),
  REASSIGNED("given to another courier"),
  LATE_TOLD("late, told in time"),
  LATE_UNTOLD("late, never told"),
  CANCELLED_ON_THE_WAY("off, courier on the way");

  private final String title;

  Happening(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
