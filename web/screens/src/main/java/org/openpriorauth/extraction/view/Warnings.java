package org.openpriorauth.extraction.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.openpriorauth.extraction.Composition;

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
              + " still be there: look at the pages yourself.",
          "handwriting",
          "Some of it is written by hand. Nothing is taken from there: look at those pages yourself.",
          "unclear_box",
          "A box on a form is neither plainly ticked nor plainly empty. It counts for nothing: look"
              + " at the page yourself.");

  private Warnings() {}

  /**
   * What a person should know of the document.
   *
   * @param made what it is made of
   * @param pages how many came
   */
  static List<String> of(List<String> flags, Composition made, int pages) {
    List<String> all = new ArrayList<>(of(flags));
    if (made.announced() != null) {
      all.add(
          "The cover sheet says %d pages, itself included; %d came. %s"
              .formatted(
                  made.announced(),
                  pages,
                  made.announced() > pages
                      ? "Ask the sender for the rest."
                      : "Look whether all of them belong to it."));
    }
    made.foreign()
        .forEach(
            f ->
                all.add(
                    "Page %d is in %s. Nothing is taken from its sentences: have somebody read it who knows the language."
                        .formatted(f.page(), language(f.language()))));
    return all;
  }

  private static String language(String code) {
    return Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
  }

  /**
   * @param flags the reader's and the rules' words; those that need nobody's attention have no
   *     sentence
   */
  static List<String> of(List<String> flags) {
    return flags.stream().map(SENTENCES::get).filter(Objects::nonNull).toList();
  }
}
