package org.openpriorauth.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All that the system keeps, looked through as a thief would who carried it off. */
final class Dump {
  /** What the payer knows is the payer's. */
  private static final String PAYER = "payer-ledger";

  private final Sieve sieve;
  private final Map<String, Set<String>> found = new TreeMap<>();
  private long bytes;
  private int tables;
  private int files;

  private Dump(Sieve sieve) {
    this.sieve = sieve;
  }

  /** Looks everywhere for the values. */
  static Dump of(Set<String> values) throws SQLException {
    Dump dump = new Dump(new Sieve(values));
    dump.database();
    dump.walk(Stack.system().settings().home());
    dump.temporary();
    ProcessHandle.allProcesses()
        .forEach(process -> dump.look("a command line", process.info().commandLine().orElse("")));
    return dump;
  }

  /** Where which values are, and in which form. */
  Map<String, Set<String>> found() {
    return found;
  }

  int tables() {
    return tables;
  }

  int files() {
    return files;
  }

  long bytes() {
    return bytes;
  }

  private void database() throws SQLException {
    try (Connection all = Stack.system().database().superuser().getConnection();
        Statement statement = all.createStatement()) {
      // What is only in memory yet is written to the files, which are looked through as well.
      statement.execute("checkpoint");
      List<String> names = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "select format('%I.%I', n.nspname, c.relname) from pg_class c"
                  + " join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'm')"
                  + " and n.nspname not in ('pg_catalog', 'information_schema')"
                  + " and n.nspname not like 'pg\\_toast%' union all"
                  + " values ('pg_catalog.pg_largeobject'), ('pg_catalog.pg_statistic')")) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
      for (String name : names) {
        table(statement, name);
      }
    }
  }

  /** Each value as what it is: bytes as they are, everything else as its text. */
  private void table(Statement statement, String name) throws SQLException {
    tables++;
    try (ResultSet rows = statement.executeQuery("select * from " + name)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int i = 1; i <= columns; i++) {
          String column = name + "." + rows.getMetaData().getColumnName(i);
          if (rows.getMetaData().getColumnTypeName(i).equals("bytea")) {
            byte[] value = rows.getBytes(i);
            look(column, value == null ? new byte[0] : value);
          } else {
            String value = rows.getString(i);
            look(column, value == null ? "" : value);
          }
        }
      }
    }
  }

  private void walk(Path directory) {
    try {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
              return path.endsWith(PAYER) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile()) {
                file(directory, file, attributes.size());
              }
              return FileVisitResult.CONTINUE;
            }

            /** Somebody ended with it meanwhile. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void file(Path directory, Path file, long size) {
    look(directory.relativize(file) + ", its name", file.getFileName().toString());
    try {
      add(directory.relativize(file).toString(), sieve.find(file));
      files++;
      bytes += size;
    } catch (UncheckedIOException e) {
      if (Files.exists(file)) {
        throw e;
      }
    }
  }

  /** What programs of ours leave where everybody does. */
  private void temporary() {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try (var all = Files.list(temporary)) {
      all.filter(path -> path.getFileName().toString().matches("(?i).*(openpriorauth|undertow).*"))
          .filter(Files::isReadable)
          .forEach(this::walk);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void look(String where, String text) {
    look(where, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private void look(String where, byte[] value) {
    bytes += value.length;
    add(where, sieve.find(value));
  }

  private void add(String where, Set<String> values) {
    if (!values.isEmpty()) {
      found.computeIfAbsent(where, w -> new java.util.TreeSet<>()).addAll(values);
    }
  }
}
