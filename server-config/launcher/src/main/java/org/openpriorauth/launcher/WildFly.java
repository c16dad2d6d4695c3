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
 * WildFly with a configuration of our own name, made offline by the same script that a site runs.
 * The configuration is stamped with a hash of what it was made from and made anew when that
 * changes; data lies elsewhere.
 */
final class WildFly implements ApplicationServer {
  private static final String CONFIGURATION = "standalone-openpriorauth.xml";
  private static final Duration BOOT = Duration.ofMinutes(4);
  private static final Duration CLI = Duration.ofMinutes(3);

  /** What the server's own start script adds; without the script there is no shell to outlive. */
  private static final List<String> OPENINGS =
      List.of(
          "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
          "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
          "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
          "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
          "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
          "--add-opens=java.base/java.io=ALL-UNNAMED",
          "--add-opens=java.base/java.net=ALL-UNNAMED",
          "--add-opens=java.base/java.security=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-opens=java.management/javax.management=ALL-UNNAMED",
          "--add-opens=java.naming/javax.naming=ALL-UNNAMED");

  private final Settings settings;
  private final Map<String, String> environment;
  private final Path installation;
  private final Path base;
  private Child process;

  private WildFly(Settings settings, Map<String, String> environment, Path installation) {
    this.settings = settings;
    this.environment = environment;
    this.installation = installation;
    this.base = settings.home().resolve("wildfly");
  }

  /**
   * Unpacks and configures as far as needed.
   *
   * @param environment of the server's process, looked at anew at each start
   */
  static WildFly prepare(Settings settings, Map<String, String> environment) throws IOException {
    WildFly server = new WildFly(settings, environment, settings.unpackServer());
    server.configure();
    server.deploy();
    return server;
  }

  private void configure() throws IOException {
    Path scripts = settings.root().resolve("server-config/wildfly");
    byte[] script = script(scripts).getBytes(StandardCharsets.UTF_8);
    Path directory = base.resolve("configuration");
    Path stamp = directory.resolve("openpriorauth.stamp");
    String wanted =
        Directories.sha256(script, installation.toString().getBytes(StandardCharsets.UTF_8));
    if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
      return;
    }
    Directories.delete(base);
    Directories.copy(installation.resolve("standalone/configuration"), directory);
    Files.copy(directory.resolve("standalone-full.xml"), configuration());
    Path file = directory.resolve("configure.cli");
    Files.write(file, script);
    List<String> command = jboss("org.jboss.as.cli", List.of());
    command.add("--file=" + file);
    try (Child cli =
        Child.start("configure", settings.logs(), command, Map.of("JBOSS_HOME", home()))) {
      boolean ended = cli.ended(CLI);
      boolean configured = Files.readString(configuration()).contains("jms/Extraction");
      if (!ended || !configured) {
        throw new LaunchFailure("WildFly could not be configured. Its last words:\n" + cli.tail());
      }
    }
    Files.writeString(stamp, wanted);
  }

  private String home() {
    return installation.toString();
  }

  private String script(Path scripts) throws IOException {
    Path module = installation.resolve("modules/org/openpriorauth/postgresql/main/module.xml");
    String driver = Files.readString(scripts.resolve("driver.cli"));
    driver = driver.replace("${openpriorauth.driver}", settings.driver().toString());
    if (Files.exists(module)) {
      driver = driver.replaceAll("(?m)^module add .*$", "");
    }
    return String.join(
        "\n",
        "embed-server --server-config=" + CONFIGURATION + " --std-out=discard",
        driver,
        Files.readString(scripts.resolve("site.cli")),
        Files.readString(scripts.resolve("demo.cli")),
        "stop-embedded-server",
        "");
  }

  private void deploy() throws IOException {
    Path deployments = Files.createDirectories(base.resolve("deployments"));
    if (settings.ear() == null) {
      return;
    }
    Files.copy(
        settings.ear(),
        deployments.resolve("openpriorauth.ear"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(deployments.resolve("openpriorauth.ear.failed"));
    Files.deleteIfExists(deployments.resolve("openpriorauth.ear.undeployed"));
  }

  private List<String> jvm() {
    return new ArrayList<>(
        List.of(
            "-Xms128m",
            "-Xmx640m",
            "-XX:MetaspaceSize=160m",
            "-XX:MaxMetaspaceSize=384m",
            "-XX:+ExitOnOutOfMemoryError",
            // A large array may have to wait for those who compress: that is no want of memory.
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:GCLockerRetryAllocationCount=100",
            "-Djava.net.preferIPv4Stack=true",
            "-Djboss.modules.system.pkgs=org.jboss.byteman",
            "-Djava.awt.headless=true",
            // As the guide advises; Payara's domains have it from the start.
            "-Djdk.tls.rejectClientInitiatedRenegotiation=true",
            "-Djboss.bind.address=127.0.0.1",
            "-Djboss.bind.address.management=127.0.0.1",
            "-Djboss.socket.binding.port-offset=" + settings.portOffset(),
            "-Djboss.http.port=" + (settings.httpPort() - settings.portOffset())));
  }

  @Override
  public void start() {
    List<String> jvm = jvm();
    if (settings.agent() != null) {
      jvm.add(settings.agent());
    }
    List<String> command = jboss("org.jboss.as.standalone", jvm);
    command.add("-c");
    command.add(CONFIGURATION);
    try {
      process = Child.start("wildfly", settings.logs(), command, environment);
    } catch (IOException e) {
      throw new LaunchFailure("WildFly could not be started: " + e.getMessage(), e);
    }
    Readiness ready = new Readiness(whoAnswers() + "/health/ready");
    Path failed = base.resolve("deployments/openpriorauth.ear.failed");
    process.await(
        () -> {
          if (Files.exists(failed)) {
            throw new LaunchFailure(
                "WildFly refused the EAR; see " + process.log() + ".\n" + process.tail());
          }
          return ready.getAsBoolean();
        },
        BOOT);
  }

  /** Without the application it is the server itself, at its management port. */
  private String whoAnswers() {
    return settings.ear() == null
        ? "http://127.0.0.1:" + settings.managementPort()
        : settings.address();
  }

  private List<String> jboss(String main, List<String> jvm) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(OPENINGS);
    command.add("-Djboss.home.dir=" + installation);
    command.add("-Djboss.server.base.dir=" + base);
    command.add("-Djboss.server.log.dir=" + settings.logs().resolve("server"));
    command.add("-jar");
    command.add(installation.resolve("jboss-modules.jar").toString());
    command.add("-mp");
    command.add(installation.resolve("modules").toString());
    command.add(main);
    return command;
  }

  @Override
  public String run(Path script) {
    List<String> command = jboss("org.jboss.as.cli", List.of());
    command.add("--connect");
    command.add("--controller=127.0.0.1:" + settings.managementPort());
    command.add("--file=" + script);
    Map<String, String> nothing = Map.of("JBOSS_HOME", home());
    try (Child cli = Child.start("cli", settings.logs(), command, nothing)) {
      if (!cli.ended(CLI) || cli.code() != 0) {
        throw new LaunchFailure(script + " failed. Its last words:\n" + cli.tail());
      }
      return Files.readString(cli.log());
    } catch (IOException e) {
      throw new LaunchFailure(script + " could not be run: " + e.getMessage(), e);
    }
  }

  @Override
  public Path configuration() {
    return base.resolve("configuration").resolve(CONFIGURATION);
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
