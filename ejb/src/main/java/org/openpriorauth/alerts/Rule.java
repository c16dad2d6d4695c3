package org.openpriorauth.alerts;

import java.util.Arrays;
import java.util.Locale;

/** What makes the audit trail suspicious, and what to do about it. */
public enum Rule {
  MASS_READS(
      "Many patients read",
      "%s had to do with the records of %,d patients in a short time.",
      "Ask what it was for. A report or a move of records explains it; curiosity or theft may look"
          + " the same. If nobody can explain it, end the person's sessions or the key, and follow"
          + " the security officer's document."),
  REFUSALS(
      "Many refusals",
      "%s was refused %,d times.",
      "Look at what was tried. A person in the wrong role needs another role or a word; a program"
          + " with an old key or password needs a new one; an address that nobody knows should be"
          + " shut out."),
  ODD_HOURS(
      "Patient data read at odd hours",
      "%s read patient data %,d times outside the usual hours.",
      "Ask the person whether it was them. If it was not, end their sessions and have them set a"
          + " new password."),
  EMERGENCY(
      "Emergency access opened",
      "%s opened patient data in an emergency.",
      "Read the reason and look at what was read while it was open. Say in the verdict whether it"
          + " was in order."),
  SESSION_STOLEN(
      "A sign-in was copied",
      "A token of %s that was used up came back.",
      "A token that was used up came back, so that somebody else had it, and the session was ended."
          + " Have the person's computer or program looked at and a new password set.");

  private final String title;
  private final String what;
  private final String advice;

  Rule(String title, String what, String advice) {
    this.title = title;
    this.what = what;
    this.advice = advice;
  }

  /** As it is stored and told to programs, e.g. {@code mass_reads}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Rule of(String word) {
    return Arrays.stream(values()).filter(r -> r.word().equals(word)).findFirst().orElseThrow();
  }

  public String title() {
    return title;
  }

  /**
   * What happened, in plain words.
   *
   * @param who a name, or an address
   */
  String said(String who, long times) {
    return what.formatted(who, times);
  }

  /** What to do, in plain words. */
  public String advice() {
    return advice;
  }
}
