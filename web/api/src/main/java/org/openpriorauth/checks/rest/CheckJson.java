package org.openpriorauth.checks.rest;

import java.time.Instant;
import org.openpriorauth.checks.Result;

/**
 * A check on the wire.
 *
 * @param about clinic or installation
 * @param status pass, warn or fail
 * @param advice what to do; empty where nothing is to be done
 * @param before how it came out in the last nightly run, or null
 */
public record CheckJson(
    String name,
    String title,
    String about,
    String status,
    String found,
    String advice,
    SafeguardJson safeguard,
    Instant at,
    BeforeJson before,
    boolean worse) {
  /** What of the Security Rule the check bears on. */
  public record SafeguardJson(String citation, String title) {}

  public record BeforeJson(String status, Instant at) {}

  static CheckJson of(Result result) {
    return new CheckJson(
        result.topic().word(),
        result.topic().title(),
        result.topic().ofInstallation() ? "installation" : "clinic",
        result.status().word(),
        result.finding().found(),
        result.finding().advice(),
        new SafeguardJson(
            result.topic().safeguard().citation(), result.topic().safeguard().title()),
        result.at(),
        result.before() == null
            ? null
            : new BeforeJson(result.before().status().word(), result.before().at()),
        result.worse());
  }
}
