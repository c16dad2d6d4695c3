package org.openpriorauth.checks;

import java.util.List;

/**
 * What a check found.
 *
 * @param found in plain words, without patient data or secrets
 * @param advice what to do; empty where nothing is to be done
 */
public record Finding(Status status, String found, String advice) {
  private static final int NAMED = 5;

  static final Finding SILENT =
      fail(
          "It did not answer in time, so we do not know.",
          "Look at it by hand; the server's log may say more (OPA-1802).");

  static final Finding BROKEN =
      fail(
          "The check itself failed, so we do not know.",
          "The server's log says why, in a line with OPA-1802.");

  public static Finding pass(String found) {
    return new Finding(Status.PASS, found, "");
  }

  public static Finding warn(String found, String advice) {
    return new Finding(Status.WARN, found, advice);
  }

  public static Finding fail(String found, String advice) {
    return new Finding(Status.FAIL, found, advice);
  }

  /** The first few, and how many more there are; a name may have a comma of its own. */
  static String some(List<String> names) {
    String first = String.join("; ", names.subList(0, Math.min(NAMED, names.size())));
    return names.size() <= NAMED ? first : first + " and " + (names.size() - NAMED) + " more";
  }
}
