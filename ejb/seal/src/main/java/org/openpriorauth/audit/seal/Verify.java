package org.openpriorauth.audit.seal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Says whether an export of the audit trail is whole: {@code java -jar audit-seal.jar FILE}. Ends
 * with 0 if it is, 1 if something was changed, removed or inserted, 2 if it cannot be read.
 */
public final class Verify {
  private Verify() {}

  public static void main(String... arguments) {
    System.exit(run(System.out, arguments));
  }

  static int run(PrintStream out, String... arguments) {
    if (arguments.length != 1) {
      out.println("Say which export: java -jar audit-seal.jar FILE");
      return 2;
    }
    try (BufferedReader in =
        Files.newBufferedReader(Path.of(arguments[0]), StandardCharsets.UTF_8)) {
      Export.Report report = Export.verify(in);
      out.printf("chain      %s%n", report.chain());
      out.printf("seals      %d, from number %d%n", report.seals(), report.firstSeal());
      out.printf("events     %d sealed, %d not yet%n", report.events(), report.unsealed());
      if (!report.keptFrom().isEmpty()) {
        out.printf(
            "removed    the events of %d seals, kept long enough, as the chain says itself;%n"
                + "           all events from %s on are here%n",
            report.removed(), report.keptFrom());
      }
      out.printf("before it  %s%n", report.before());
      out.printf("head       %s%n", report.head());
      report.problems().forEach(problem -> out.println("BROKEN     " + problem));
      out.println(
          report.problems().isEmpty()
              ? "Whole. Compare the head with the one that your site noted."
              : "Not whole: it does not say what was written.");
      return report.problems().isEmpty() ? 0 : 1;
    } catch (IOException e) {
      out.println("The file cannot be read: " + e);
      return 2;
    }
  }
}
