package org.openpriorauth.notification;

/** Somebody else's system that brings a message to a person. */
public interface Messenger {
  /** Whether one is set up at all. */
  boolean ready();

  /**
   * Hands a mail over. A second try after an answer that got lost sends it twice, which is
   * harmless.
   *
   * @throws NotTaken if it was not taken, or if nobody knows
   */
  void send(Mail mail) throws NotTaken;

  /** Why a mail was not taken, in words without an address. */
  final class NotTaken extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean forGood;

    /**
     * @param forGood whether trying again cannot help
     */
    public NotTaken(String why, boolean forGood) {
      super(why);
      this.forGood = forGood;
    }

    public boolean forGood() {
      return forGood;
    }
  }
}
