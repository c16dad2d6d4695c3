package org.openpriorauth.simulator.desk;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How a simulator is started.
 *
 * @param port port on 127.0.0.1; 0 for any free one
 * @param ledger directory of the ledger, made when it is not there
 * @param token bearer token that the FHIR door asks for; empty when it is open
 * @param notifyAfter from a decision to its notification
 * @param decideAfter from a pended answer to its decision
 * @param allowReset whether {@code POST /control/reset} may empty the ledger
 */
public record Settings(
    int port,
    Path ledger,
    String token,
    Duration notifyAfter,
    Duration decideAfter,
    boolean allowReset) {
  private static final String USAGE =
      "usage: java -jar payer-simulator.jar --port N --ledger DIR [--token TOKEN]"
          + " [--notify-after-seconds N] [--decide-after-seconds N] [--allow-reset]";

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with one sentence for the operator
   */
  public static Settings of(String... arguments) {
    int port = 8090;
    Path ledger = null;
    String token = "";
    Duration notifyAfter = Duration.ZERO;
    Duration decideAfter = Duration.ofSeconds(30);
    boolean allowReset = false;
    for (int i = 0; i < arguments.length; i++) {
      String name = arguments[i];
      if (name.equals("--allow-reset")) {
        allowReset = true;
        continue;
      }
      String value = i + 1 < arguments.length ? arguments[++i] : null;
      if (value == null) {
        throw new IllegalArgumentException(name + " needs a value. " + USAGE);
      }
      switch (name) {
        case "--port" -> port = port(value);
        case "--ledger" -> ledger = Path.of(value);
        case "--token" -> token = value;
        case "--notify-after-seconds" -> notifyAfter = seconds(name, value);
        case "--decide-after-seconds" -> decideAfter = seconds(name, value);
        default -> throw new IllegalArgumentException("Unknown option " + name + ". " + USAGE);
      }
    }
    if (ledger == null) {
      throw new IllegalArgumentException("--ledger is needed. " + USAGE);
    }
    return new Settings(port, ledger, token, notifyAfter, decideAfter, allowReset);
  }

  private static int port(String text) {
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65535) {
      throw new IllegalArgumentException("--port must be 0 to 65535.");
    }
    return Integer.parseInt(text);
  }

  /** Seconds may have decimals: tests do not want to wait for whole ones. */
  private static Duration seconds(String name, String text) {
    if (!text.matches("[0-9]{1,7}([.][0-9]{1,3})?")) {
      throw new IllegalArgumentException(name + " must be a number of seconds.");
    }
    return Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValue());
  }
}
