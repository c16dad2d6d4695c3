package org.openpriorauth.criteria;

import java.util.List;

/**
 * Who looked for the passages of a criterion in words. Whoever it was: it decided nothing.
 *
 * @param model the language model that suggested some, or null
 * @param prompt the words that it was asked with, and their version, or null
 * @param stances of each passage: {@code for} or {@code against} by the model, {@code words} where
 *     only its words were found; empty without a model
 * @param note what a person should know of it, or null
 */
public record Search(String model, String prompt, List<String> stances, String note) {
  static final String WORDS = "words";

  /** Of who has no language model. */
  static final Search BY_WORDS = byWords("Found by their words.");

  static Search byWords(String note) {
    return new Search(null, null, List.of(), note);
  }
}
