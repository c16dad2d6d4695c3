package org.openpriorauth.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The payer: its own process with its ledger on disk, so that nothing of ours helps it. */
final class PayerSimulator implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  private final Child process;

  private PayerSimulator(Child process) {
    this.process = process;
  }

  static PayerSimulator start(Settings settings) throws IOException {
    Child process =
        Child.start(
            "payer-simulator",
            settings.logs(),
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-jar",
                settings.simulator().toString(),
                "--port",
                String.valueOf(settings.simulatorPort()),
                // A real payer takes days.
                "--decide-after-seconds",
                "3",
                "--ledger",
                settings.home().resolve("payer-ledger").toString()),
            Map.of());
    PayerSimulator simulator = new PayerSimulator(process);
    try {
      process.await(
          new Readiness("http://127.0.0.1:" + settings.simulatorPort() + "/health"), START);
      return simulator;
    } catch (LaunchFailure e) {
      simulator.close();
      throw e;
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
