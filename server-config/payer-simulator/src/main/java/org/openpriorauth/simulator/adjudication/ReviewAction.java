package org.openpriorauth.simulator.adjudication;

/** What a payer decides about an item: X12 element 306, carried in HCR01. */
public enum ReviewAction {
  APPROVED("A1", "Certified in total"),
  PARTLY_APPROVED("A2", "Certified - partial"),
  DENIED("A3", "Not Certified"),
  PENDED("A4", "Pended"),
  MODIFIED("A6", "Modified"),
  CANCELLED("C", "Cancelled"),
  CONTACT_PAYER("CT", "Contact Payer"),
  NOT_REQUIRED("NA", "No Action Required");

  private final String code;
  private final String display;

  ReviewAction(String code, String display) {
    this.code = code;
    this.display = display;
  }

  public String code() {
    return code;
  }

  public String display() {
    return display;
  }

  /** Whether an authorization number goes with it. */
  public boolean authorizes() {
    return this == APPROVED || this == PARTLY_APPROVED || this == MODIFIED;
  }

  /** Whether the provider still waits for an answer. */
  public boolean open() {
    return this == PENDED || this == CONTACT_PAYER;
  }

  /**
   * Finds an action by its code.
   *
   * @throws IllegalArgumentException when no action has it
   */
  public static ReviewAction of(String code) {
    for (ReviewAction action : values()) {
      if (action.code.equals(code)) {
        return action;
      }
    }
    throw new IllegalArgumentException("There is no review action \"" + code + "\".");
  }
}
