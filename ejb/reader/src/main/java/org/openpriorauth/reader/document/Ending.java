package org.openpriorauth.reader.document;

/** Whether a file arrived whole. Readers repair what they can and do not tell. */
public final class Ending {
  /** Senders append notes and padding behind the end mark. */
  private static final int WITHIN = 8192;

  private Ending() {}

  /**
   * Whether the last part of a file holds the mark of its end.
   *
   * @param mark one character a byte
   */
  public static boolean holds(byte[] content, String mark) {
    int first = Math.max(0, content.length - WITHIN);
    for (int at = content.length - mark.length(); at >= first; at--) {
      int same = 0;
      while (same < mark.length() && (content[at + same] & 0xff) == mark.charAt(same)) {
        same++;
      }
      if (same == mark.length()) {
        return true;
      }
    }
    return false;
  }
}
