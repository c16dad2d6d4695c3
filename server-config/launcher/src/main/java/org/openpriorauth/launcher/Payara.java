package org.openpriorauth.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Payara Server with a domain of our own, configured by the same script that a site runs. The
 * domain is stamped with a hash of what it was made from, the EAR included, and made anew when that
 * changes.
 */
final class Payara implements ApplicationServer {
  private static final String DOMAIN = "openpriorauth";

  /** A large array may have to wait for those who compress: that is no want of memory. */
  private static final String PATIENCE =
      "<jvm-options>-XX:+IgnoreUnrecognizedVMOptions</jvm-options>"
          + "<jvm-options>-XX:+UnlockDiagnosticVMOptions</jvm-options>"
          + "<jvm-options>-XX:GCLockerRetryAllocationCount=100</jvm-options>";

  private static final Duration BOOT = Duration.ofMinutes(5);
  private static final Duration COMMAND = Duration.ofMinutes(5);

  private final Settings settings;
  private final Map<String, String> environment;
  private final Path installation;
  private final Path domains;
  private Child process;

  private Payara(Settings settings, Map<String, String> environment, Path installation) {
    this.settings = settings;
    this.environment = environment;
    this.installation = installation;
    this.domains = settings.home().resolve("payara");
  }

  static Payara prepare(Settings settings, Map<String, String> environment) throws IOException {
    Payara server = new Payara(settings, environment, settings.unpackServer());
    server.createDomain();
    return server;
  }

  private Path scripts() {
    return settings.root().resolve("server-config/payara");
  }

  private Path domain() {
    return domains.resolve(DOMAIN);
  }

  private Path stamp() {
    return domain().resolve("openpriorauth.stamp");
  }

  private String wanted() {
    return Directories.sha256(
        Directories.read(scripts().resolve("site.asadmin")),
        Directories.read(scripts().resolve("demo.asadmin")),
        Directories.read(settings.ear()),
        settings.address().getBytes(StandardCharsets.UTF_8),
        installation.toString().getBytes(StandardCharsets.UTF_8));
  }

  private boolean configured() throws IOException {
    return Files.exists(stamp()) && Files.readString(stamp()).equals(wanted());
  }

  private void createDomain() throws IOException {
    if (configured()) {
      return;
    }
    Directories.delete(domains);
    Files.createDirectories(domains);
    asadmin(
        "create-domain",
        "--nopassword",
        "--savelogin=false",
        "--portbase",
        String.valueOf(settings.payaraPorts()),
        "--domaindir",
        domains.toString(),
        DOMAIN);
    String text = Files.readString(configuration());
    // A new domain listens on every address; a demo has no business there.
    Files.writeString(
        configuration(),
        text.replace("\"0.0.0.0\"", "\"127.0.0.1\"")
            .replaceAll(
                "<network-listener (?![^>]*address=)", "<network-listener address=\"127.0.0.1\" ")
            .replace(
                "<jvm-options>-Xmx512m</jvm-options>",
                "<jvm-options>-Xmx640m</jvm-options>" + PATIENCE));
    Files.copy(
        settings.driver(),
        domain().resolve("lib").resolve(settings.driver().getFileName()),
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void start() {
    try {
      process = Child.start("payara", settings.logs(), command(), environment);
      if (!configured()) {
        configureAndDeploy();
      }
      process.await(new Readiness(settings.address() + "/health/ready"), BOOT);
      // Its web applications start one after the other: the REST door answers before the screens
      // do.
      process.await(new Readiness(settings.address() + "/app/sign-in.xhtml"), BOOT);
    } catch (IOException e) {
      throw new LaunchFailure("Payara could not be started: " + e.getMessage(), e);
    }
  }

  private void configureAndDeploy() throws IOException {
    process.await(
        new Readiness("http://127.0.0.1:" + settings.managementPort() + "/__asadmin/version"),
        BOOT);
    for (String script : List.of("site.asadmin", "demo.asadmin")) {
      run(scripts().resolve(script));
    }
    asadmin("--port", port(), "deploy", "--name", DOMAIN, settings.ear().toString());
    Files.writeString(stamp(), wanted());
  }

  private String port() {
    return String.valueOf(settings.managementPort());
  }

  @Override
  public String run(Path script) {
    try {
      return asadmin("--port", port(), "multimode", "--file", script.toString());
    } catch (IOException e) {
      throw new LaunchFailure(script + " could not be run: " + e.getMessage(), e);
    }
  }

  @Override
  public Path configuration() {
    return domain().resolve("config/domain.xml");
  }

  /** The server's own start command, asked for and run directly: no process between it and us. */
  private List<String> command() throws IOException {
    String output = asadmin("start-domain", "--dry-run", "--domaindir", domains.toString(), DOMAIN);
    List<String> command = new ArrayList<>();
    for (String line : output.lines().toList()) {
      boolean first = command.isEmpty() && line.endsWith("java");
      if (first || !command.isEmpty() && !line.isBlank() && !line.startsWith("Command ")) {
        command.add(line);
      }
    }
    if (settings.agent() != null) {
      command.add(1, settings.agent());
    }
    return command;
  }

  private String asadmin(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-jar");
    command.add(installation.resolve("glassfish/lib/client/appserver-cli.jar").toString());
    command.add("--interactive=false");
    command.addAll(List.of(arguments));
    try (Child asadmin = Child.start("asadmin", settings.logs(), command, Map.of())) {
      if (!asadmin.ended(COMMAND)) {
        throw new LaunchFailure("asadmin did not end:\n" + asadmin.tail());
      }
      String output = Files.readString(asadmin.log());
      if (output.contains("failed.") && !output.contains("already exists")) {
        throw new LaunchFailure("Payara could not be configured. Its words:\n" + asadmin.tail());
      }
      return output;
    }
  }

  @Override
  public void kill() {
    process.kill();
  }

  @Override
  public Path log() {
    return process.log();
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    if (process != null) {
      process.close();
    }
  }
}
