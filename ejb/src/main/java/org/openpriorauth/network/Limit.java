package org.openpriorauth.network;

import java.util.Locale;

/**
 * What is limited apart from the rest. How many calls a minute each allows is the site's to say, in
 * {@code openpriorauth.limits.*}.
 */
public enum Limit {
  /** Everything that one user asks of the REST doors. */
  CALLS,
  /** One user's searches at one door, each of which may read much. */
  SEARCH,
  /** One user's uploads, which are held in memory while they come in. */
  UPLOAD,
  /** What one address tries at one door that is open without a token. */
  OPEN,
  /** What one address reports for payers. */
  NOTIFICATION,
  /** Everything that one person's browser asks of the screens. */
  SCREENS;

  /** As it stands in settings and answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
