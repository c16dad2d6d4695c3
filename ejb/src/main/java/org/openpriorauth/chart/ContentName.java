package org.openpriorauth.chart;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpriorauth.kernel.ClinicId;

/**
 * A content's name, {@code clinic/xx/id}, where xx is the end of the id: the same in all stores, so
 * that common tools can compare them. A time-ordered id ends in chance, so folders fill evenly.
 * Made of ids alone, it can name nothing outside its store.
 */
public record ContentName(ClinicId clinic, String folder, UUID id) {
  private static final Pattern INSIDE =
      Pattern.compile("([0-9a-f]{2})/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{10}\\1)");

  public static ContentName of(ClinicId clinic, UUID id) {
    String text = id.toString();
    return new ContentName(clinic, text.substring(text.length() - 2), id);
  }

  /**
   * @param inside what follows the clinic and a slash
   * @return nothing for what is not of our naming
   */
  public static Optional<UUID> id(String inside) {
    Matcher named = INSIDE.matcher(inside);
    return named.matches() ? Optional.of(UUID.fromString(named.group(2))) : Optional.empty();
  }

  /** The part below the clinic, by which contents are ordered. */
  public String inside() {
    return folder + "/" + id;
  }

  @Override
  public String toString() {
    return clinic + "/" + inside();
  }
}
