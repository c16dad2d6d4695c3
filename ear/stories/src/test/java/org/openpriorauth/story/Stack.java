package org.openpriorauth.story;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openpriorauth.launcher.Console;
import org.openpriorauth.launcher.RunningSystem;
import org.openpriorauth.launcher.Settings;

/** One running system for all stories of a run: started with the first, stopped after the last. */
public final class Stack implements BeforeAllCallback {
  /**
   * Its listener turns an address with a NUL away with an empty 400, before the product sees it.
   */
  static final boolean PAYARA =
      System.getProperty("openpriorauth.server.zip", "").contains("payara");

  /** Stories cannot wait as long as a clinic can. */
  private static final Map<String, String> IMPATIENT =
      Map.ofEntries(
          entry("OPENPRIORAUTH_WORK_FIRST_PAUSE_SECONDS", "1"),
          entry("OPENPRIORAUTH_WORK_LEASE_SECONDS", "10"),
          entry("OPENPRIORAUTH_WORK_ATTEMPTS", "4"),
          entry("OPENPRIORAUTH_PAYER_ANSWER_SECONDS", "5"),
          entry("OPENPRIORAUTH_LANGUAGE_ANSWER_SECONDS", "5"),
          entry("OPENPRIORAUTH_PAYER_POLL_AFTER_MINUTES", "0"),
          // Stories walk faster than people; those about limits bring addresses and users of their
          // own.
          entry("OPENPRIORAUTH_LIMITS_CALLS", "60000"),
          entry("OPENPRIORAUTH_LIMITS_UPLOAD", "600"),
          entry("OPENPRIORAUTH_LIMITS_OPEN", "300"),
          entry("OPENPRIORAUTH_LIMITS_NOTIFICATION", "6000"),
          entry("OPENPRIORAUTH_LIMITS_SCREENS", "60000"),
          entry("OPENPRIORAUTH_PROXIES", "127.0.0.1/32"),
          entry("OPENPRIORAUTH_CORS_ORIGINS", "https://portal.hospital.example"),
          entry("OPENPRIORAUTH_REGISTRATION", "open"),
          // What a site's backup script touches; it is there while a story says so.
          entry("OPENPRIORAUTH_BACKUP_STAMP", backupStamp().toString()),
          // A story starts the job that it is about; no other may come in between.
          entry("OPENPRIORAUTH_ALERTS_PATIENTS", "30"),
          entry("OPENPRIORAUTH_JOBS_FIND_ALERTS", "never"),
          entry("OPENPRIORAUTH_JOBS_POLL", "never"),
          entry("OPENPRIORAUTH_JOBS_REFIT", "never"),
          entry("OPENPRIORAUTH_JOBS_RETENTION", "never"),
          entry("OPENPRIORAUTH_JOBS_RUN_CHECKS", "never"),
          entry("OPENPRIORAUTH_JOBS_SEAL_AUDIT", "never"),
          entry("OPENPRIORAUTH_JOBS_VERIFY_AUDIT", "never"));

  private static RunningSystem system;
  private static Clamd clamd;

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(Stack.class, key -> new Started(), Started.class);
  }

  static RunningSystem system() {
    return system;
  }

  /** The file whose age is the last backup's. */
  static Path backupStamp() {
    return Path.of(System.getProperty("stories.home")).resolve("backup.stamp");
  }

  /** What looks through every upload of the stories. */
  static Clamd clamd() {
    return clamd;
  }

  /** Pulls the server's plug and puts it back. */
  static void killAndRestart() {
    ServerCoverage.fetch(system.settings().home());
    system.server().kill();
    system.server().start();
  }

  /** Stops the server, and starts it where these settings are others. */
  static void restart(Map<String, String> changed) {
    ServerCoverage.fetch(system.settings().home());
    system.restart(changed);
  }

  /** JUnit closes it when the last story has ended. */
  private static final class Started implements AutoCloseable {
    @SuppressWarnings("StaticAssignmentInConstructor") // JUnit holds one for all stories
    Started() {
      Path home = Path.of(System.getProperty("stories.home"));
      Path ear = Path.of(System.getProperty("openpriorauth.ear"));
      try {
        Map<String, String> site = new HashMap<>(IMPATIENT);
        site.putAll(Hospital.settings());
        site.putAll(OwnListener.settings());
        clamd = Clamd.start();
        site.put("OPENPRIORAUTH_CLAMD", "127.0.0.1:" + clamd.port());
        site.put("OPENPRIORAUTH_CLAMD_ANSWER_SECONDS", "5");
        system =
            RunningSystem.start(
                Settings.apart(home, ear, ServerCoverage.agent(), site), new Console(System.out));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      ServerCoverage.fetch(system.settings().home());
      Hospital.stop();
      system.close();
      clamd.close();
    }
  }
}
