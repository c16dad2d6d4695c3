package org.openpriorauth.door.rest;

import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Pattern;
import org.openpriorauth.kernel.Problem;

/** What a caller saw, said with every change, so that nobody overwrites what nobody saw. */
public final class Versions {
  private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

  private Versions() {}

  public static EntityTag tag(long version) {
    return new EntityTag(Long.toString(version));
  }

  /**
   * @param ifMatch the header, or null
   * @throws Problem INVALID where it is missing or none of ours
   */
  public static long seen(String ifMatch) {
    if (ifMatch == null || !TAG.matcher(ifMatch).matches()) {
      throw Problem.invalid(
          "", "if_match", "Send the ETag that you read as If-Match, for example \"3\".");
    }
    return Long.parseLong(ifMatch.substring(1, ifMatch.length() - 1));
  }
}
