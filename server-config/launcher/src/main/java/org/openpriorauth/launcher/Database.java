package org.openpriorauth.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.api.output.MigrateResult;
import org.openpriorauth.migrate.Migrate;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL from Maven's binaries, with the three roles and the migrated schema. */
public final class Database implements AutoCloseable {
  private static final String NAME = "openpriorauth";

  private final EmbeddedPostgres server;
  private final int port;

  private Database(EmbeddedPostgres server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Data stays in {@code home} between runs; what a killed run left running is ended first. */
  static Database start(Path home, int port) throws IOException {
    Path data = Directories.secret(home.resolve("postgresql-18"));
    Files.createDirectories(home.resolve("logs"));
    endLeftover(data);
    Ports.require(port, "PostgreSQL", "demo.db.port");
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(data.toFile())
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(home.resolve("postgresql-binaries").toFile())
            .setPort(port)
            .setOutputRedirector(
                ProcessBuilder.Redirect.appendTo(home.resolve("logs/postgresql.log").toFile()))
            .setPGStartupWait(Duration.ofSeconds(60))
            .setServerConfig("listen_addresses", "127.0.0.1")
            // The library's defaults are for tests; data that a kill must not lose needs these.
            .setServerConfig("fsync", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "100")
            .setServerConfig("shared_buffers", "256MB")
            .start();
    return new Database(server, port);
  }

  private static void endLeftover(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
    ProcessHandle.of(pid)
        .filter(p -> p.info().commandLine().orElse("").contains(data.toString()))
        .ifPresent(
            p -> {
              p.descendants().forEach(ProcessHandle::destroy);
              p.destroy();
              try {
                p.onExit().get(10, TimeUnit.SECONDS);
              } catch (java.util.concurrent.TimeoutException
                  | java.util.concurrent.ExecutionException e) {
                p.destroyForcibly();
                p.onExit().join();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /** What a database administrator does once: database, roles, schemas, passwords. */
  void prepare(Secrets secrets) throws SQLException, IOException {
    try (Connection admin = server.getPostgresDatabase().getConnection();
        Statement look = admin.createStatement();
        Statement make = admin.createStatement();
        var found = look.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
      if (!found.next()) {
        make.execute("create database " + NAME);
      }
    }
    String roles;
    try (var in = Migrate.class.getResourceAsStream("/roles.sql")) {
      roles = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    try (Connection admin = server.getDatabase("postgres", NAME).getConnection();
        Statement statement = admin.createStatement()) {
      statement.execute(roles);
      for (String role : new String[] {"owner", "app", "batch"}) {
        statement.execute(
            "alter role openpriorauth_%s password '%s'".formatted(role, secrets.password(role)));
      }
    }
  }

  MigrateResult migrate(Secrets secrets) {
    return Migrate.run(as("openpriorauth_owner", secrets.password("owner")));
  }

  public DataSource as(String role, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url());
    source.setUser(role);
    source.setPassword(password);
    return source;
  }

  /** As a superuser: for tests that look behind row-level security. */
  public DataSource superuser() {
    return server.getDatabase("postgres", NAME);
  }

  public String url() {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, NAME);
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new LaunchFailure("PostgreSQL did not stop.", e);
    }
  }
}
