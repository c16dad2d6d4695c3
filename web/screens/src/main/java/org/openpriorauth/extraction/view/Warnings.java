package org.openpriorauth.extraction.view;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a person should know of a document before relying on what was read in it. */
final class Warnings {
  private static final Map<String, String> SENTENCES =
      Map.of(
          "incomplete",
          "The file lacks its end: pages may be missing or blank. Get it again from where it came"
              + " from.",
          "dynamic_form",
          "The file is a form that fills itself by a program, which does not run here: what it holds"
              + " may not be on these pages. Print it to a new PDF and upload that.",
          "cut_short",
          "There is more in it than could be looked through in time. What is not listed here may"
              + " still be there: look at the pages yourself.");

  private Warnings() {}

  /**
   * @param flags the reader's and the rules' words; those that need nobody's attention have no
   *     sentence
   */
  static List<String> of(List<String> flags) {
    return flags.stream().map(SENTENCES::get).filter(Objects::nonNull).toList();
  }
}
