package org.openpriorauth.launcher;

import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Everything that runs, started in order and stopped in the opposite one. */
public final class RunningSystem implements AutoCloseable {
  private static final long NEEDED_BYTES = 1_500_000_000L;

  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final Settings settings;
  private Secrets secrets;
  private Database database;
  private Mailbox mailbox;
  private ApplicationServer server;
  private Map<String, String> environment;
  private boolean stopped;

  private RunningSystem(Settings settings) {
    this.settings = settings;
  }

  /** Starts all of it, or stops what had started and says in one sentence why. */
  public static RunningSystem start(Settings settings, Console console) {
    RunningSystem system = new RunningSystem(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop"));
    try {
      system.startAll(console);
      return system;
    } catch (RuntimeException e) {
      system.close();
      throw e;
    }
  }

  private void startAll(Console console) {
    console.step("Looking around", this::check);
    secrets = console.step("Keys and passwords of this system", () -> Secrets.of(settings.home()));
    database =
        console.step(
            "PostgreSQL", () -> keep(Database.start(settings.home(), settings.databasePort())));
    console.step(
        "Roles and schema",
        () -> {
          database.prepare(secrets);
          return database.migrate(secrets);
        });
    console.step(
        "Two clinics with people and payers", () -> new DemoClinic(database, secrets).create());
    console.step("Payer simulator", () -> keep(PayerSimulator.start(settings)));
    mailbox =
        console.step("Mail server", () -> keep(Mailbox.start(settings.home().resolve("mail"))));
    environment = secrets.environment(database.url(), settings.address());
    environment.putAll(mailbox.environment());
    environment.put(
        "OPENPRIORAUTH_CODES_DIRECTORY",
        console.step("A sample of codes", () -> CodeSamples.directory(settings.home())).toString());
    environment.putAll(settings.environment());
    server =
        console.step(
            settings.payara() ? "Payara, unpacked" : "WildFly, unpacked and configured",
            () ->
                keep(
                    settings.payara()
                        ? Payara.prepare(settings, environment)
                        : WildFly.prepare(settings, environment)));
    console.step(
        settings.ear() == null ? "A server without the application" : "OpenPriorAuth",
        () -> {
          server.start();
          return server;
        });
  }

  private Void check() throws Exception {
    Files.createDirectories(settings.home());
    Directories.requireRoom(settings.home(), NEEDED_BYTES);
    keep(HomeLock.take(settings.home()));
    Child.endLeftover("wildfly", settings.logs());
    Child.endLeftover("payara", settings.logs());
    Child.endLeftover("payer-simulator", settings.logs());
    Ports.require(settings.httpPort(), "the application", "demo.port");
    Ports.require(settings.simulatorPort(), "the payer simulator", "demo.simulator.port");
    Ports.require(settings.managementPort(), "the server's management", "demo.port.offset");
    Ports.require(settings.securePort(), "the server's HTTPS", "demo.port.offset");
    return null;
  }

  private synchronized <T extends AutoCloseable> T keep(T started) throws Exception {
    if (stopped) {
      // Ctrl-C came while this one was starting.
      started.close();
      throw new LaunchFailure("Stopped while starting.");
    }
    running.push(started);
    return started;
  }

  /** Stops the server and starts it with other settings, as a site does that changes its own. */
  public void restart(Map<String, String> changed) {
    server.close();
    environment.putAll(changed);
    server.start();
  }

  public Settings settings() {
    return settings;
  }

  public Secrets secrets() {
    return secrets;
  }

  public Database database() {
    return database;
  }

  public Mailbox mailbox() {
    return mailbox;
  }

  public ApplicationServer server() {
    return server;
  }

  @Override
  public synchronized void close() {
    stopped = true;
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        System.err.println("While stopping: " + e.getMessage());
      }
    }
  }
}
