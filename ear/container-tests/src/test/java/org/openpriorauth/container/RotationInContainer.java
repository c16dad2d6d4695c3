package org.openpriorauth.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.container.Transactions.rows;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.chart.DocumentService;
import org.openpriorauth.chart.UploadMetadata;
import org.openpriorauth.chart.UploadService;
import org.openpriorauth.chart.UploadView;
import org.openpriorauth.chart.Uploads;
import org.openpriorauth.container.SealedRows.Kept;
import org.openpriorauth.container.outside.TestedEar;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.keys.SealedValues;
import org.openpriorauth.keys.model.SealedColumn;
import org.openpriorauth.keys.model.SealedRow;
import org.openpriorauth.operations.JobConsole;
import org.openpriorauth.patient.PatientIdentity;
import org.openpriorauth.patient.PatientService;

/** A change of key while people work. */
@Tag("security")
@Tag("hipaa")
@ExtendWith(ArquillianExtension.class)
class RotationInContainer {
  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final Caller OPERATOR =
      Caller.machine("test", "operations:change", "operations:read");

  private static final String TABLES =
      "select cast(tablename as text) from pg_tables where schemaname = 'openpriorauth'"
          + " and has_table_privilege(format('%I.%I', schemaname, tablename), 'select')";

  @Inject Clinics clinics;
  @Inject SealedRows rows;
  @Inject Transactions transactions;
  @Inject JobConsole console;
  @Inject SealedValues values;
  @Inject PatientService patients;
  @Inject UploadService uploads;
  @Inject DocumentService documents;

  @Resource ManagedExecutorService threads;

  private Caller here;
  private Caller there;

  @Deployment
  static EnterpriseArchive ear() {
    return TestedEar.with(RotationInContainer.class.getPackage());
  }

  @BeforeEach
  void callers() {
    here = Clinics.staff(clinics.first());
    there = Clinics.staff(clinics.second());
  }

  @Test
  void whileTheKeyChangesEverythingCanBeReadAndNothingIsLost() throws Exception {
    List<Kept> ours = rows.everywhere(here);
    List<Kept> theirs = rows.everywhere(there);
    assertThat(ours).extracting(Kept::column).contains(SealedColumn.values());
    String before = current();
    AtomicBoolean over = new AtomicBoolean();
    Future<Integer> readings =
        threads.submit(
            () ->
                until(
                    over,
                    () -> {
                      assertAllSay(here, ours);
                      assertAllSay(there, theirs);
                    }));
    Future<Integer> writings = threads.submit(() -> until(over, () -> work(ours.get(0))));
    try {
      run("rotate-keys-now");
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    } finally {
      over.set(true);
    }
    assertThat(readings.get()).isGreaterThan(10);
    assertThat(writings.get()).isGreaterThan(10);
    assertThat(current()).isNotEqualTo(before);
    assertThat(keysInUse()).containsExactly(current());
    assertAllSay(here, ours);
    assertAllSay(there, theirs);
    assertThat(retired()).contains(before).doesNotContain(current());
  }

  @Test
  void aSecondRotationFindsNothingToDo() {
    List<Kept> kept = rows.everywhere(here);
    run("rotate-keys-now");
    List<String> bytes = bytes(kept);
    String key = current();
    JobConsole.Execution again = run("rotate-keys");
    assertThat(again.counts().keySet()).noneMatch(step -> step.startsWith("seal-anew"));
    assertThat(bytes(kept)).isEqualTo(bytes);
    assertThat(current()).isEqualTo(key);
  }

  @Test
  void whatSomebodyIsChangingIsLeftToThem() {
    Kept kept = rows.everywhere(here).get(0);
    byte[] old = transactions.in(here.clinic(), em -> sealed(em, kept));
    run("rotate-keys-now");
    assertThat(values.keysInUse(machine(here))).containsExactly(current());
    // A node that slept through the change comes late with the old key.
    transactions.in(here.clinic(), em -> write(em, kept, old));
    SealedRow before = new SealedRow(new UUID(kept.row().getMostSignificantBits(), 0), 0);
    transactions.in(
        here.clinic(),
        em -> {
          write(em, kept, rows.sealed(kept, "changed"));
          reseal(kept, before);
          return null;
        });
    assertThat(transactions.<String>in(here.clinic(), em -> rows.open(em, kept)))
        .isEqualTo("changed");
    transactions.in(here.clinic(), em -> write(em, kept, old));
    assertThat(values.keysInUse(machine(here))).hasSize(2);
    reseal(kept, before);
    assertThat(values.keysInUse(machine(here))).containsExactly(current());
    assertAllSay(here, List.of(kept));
  }

  @Test
  void aBrokenValueHoldsUpNoRotation() {
    List<Kept> kept = rows.everywhere(here);
    transactions.in(here.clinic(), em -> write(em, kept.get(0), new byte[] {9}));
    run("rotate-keys-now");
    assertThat(keysInUse()).containsExactly(current());
    assertAllSay(here, kept.subList(1, kept.size()));
  }

  @Test
  void anUploadUnderWayGoesOnUnderTheNextKey() throws IOException {
    byte[] note = "A note that comes before and after the change.".getBytes(StandardCharsets.UTF_8);
    UploadMetadata said = new UploadMetadata("filename bm90ZS50eHQ=");
    UUID request = clinics.request(here).id();
    UUID upload = uploads.begin(here, new Uploads.Wanted(request, note.length, said)).id();
    uploads.append(here, upload, 0, -1, new ByteArrayInputStream(note, 0, 10));
    String before = current();
    run("rotate-keys-now");
    assertThat(current()).isNotEqualTo(before);
    assertThat(values.keysInUse(machine(here))).containsExactly(current());
    UploadView ended =
        uploads.append(here, upload, 10, -1, new ByteArrayInputStream(note, 10, note.length - 10));
    assertThat(documents.content(here, ended.document())).isEqualTo(note);
    assertThat(ended.metadata()).isEqualTo(said);
  }

  @Test
  void noTableSaysWhoAPatientIs() {
    String name = "Zz" + UUID.randomUUID().toString().replaceAll("[^a-f]", "q");
    PatientIdentity model = Clinics.newPatient(name + "-mrn");
    patients.create(
        here,
        new PatientIdentity(
            name,
            name,
            name,
            model.birthDate(),
            model.sex(),
            name + "-mrn",
            null,
            name + "-phone",
            model.address()));
    run("rotate-keys-now");
    String hex = HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8));
    List<String> tables = transactions.in(here.clinic(), em -> rows(em, String.class, TABLES));
    assertThat(tables).contains("patient", "key_ring", "audit_event");
    for (String table : tables) {
      String sql =
          "select count(*) from %s t where lower(cast(t as text)) like lower(?1)".formatted(table);
      for (String secret : List.of(name, hex)) {
        assertThat(
                transactions.<List<Long>>in(
                    here.clinic(), em -> rows(em, Long.class, sql, "%" + secret + "%")))
            .as(table)
            .containsExactly(0L);
      }
    }
  }

  private static int until(AtomicBoolean over, Runnable turn) {
    int turns = 0;
    while (!over.get()) {
      turn.run();
      turns++;
    }
    return turns;
  }

  /** A patient more, and the row that the rotation wants, over and over. */
  private void work(Kept fought) {
    UUID made = clinics.patient(there);
    assertThat(patients.get(there, made).identity().givenName()).isEqualTo("Inge");
    transactions.in(here.clinic(), em -> write(em, fought, rows.sealed(fought, fought.says())));
  }

  private void reseal(Kept kept, SealedRow after) {
    Optional<SealedRow> last = values.nextStretch(machine(here), kept.column(), after);
    last.ifPresent(row -> values.sealAnew(machine(here), kept.column(), after, row));
  }

  private JobConsole.Execution run(String job) {
    JobConsole.Execution execution = console.start(OPERATOR, job, Map.of());
    Instant deadline = Instant.now().plus(DEADLINE);
    while (Set.of("STARTING", "STARTED").contains(execution.status())) {
      assertThat(Instant.now()).as(job).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      execution = console.execution(OPERATOR, execution.id());
    }
    assertThat(execution.status()).isEqualTo("COMPLETED");
    return execution;
  }

  private void assertAllSay(Caller caller, List<Kept> kept) {
    List<String> said =
        transactions.in(
            caller.clinic(), em -> kept.stream().map(value -> rows.open(em, value)).toList());
    assertThat(said).isEqualTo(kept.stream().map(Kept::says).toList());
  }

  private static int write(EntityManager em, Kept kept, byte[] sealed) {
    String update = "update %s set %s = ?1 where %s";
    return em.createNativeQuery(
            update.formatted(kept.column().table(), kept.column().column(), kept.where()))
        .setParameter(1, sealed)
        .executeUpdate();
  }

  private static byte[] sealed(EntityManager em, Kept kept) {
    return rows(em, byte[].class, kept.select()).get(0);
  }

  private List<String> bytes(List<Kept> kept) {
    return transactions.in(
        here.clinic(),
        em -> kept.stream().map(k -> HexFormat.of().formatHex(sealed(em, k))).toList());
  }

  private Set<String> keysInUse() {
    List<String> all = new ArrayList<>(values.keysInUse(OPERATOR));
    all.addAll(values.keysInUse(machine(here)));
    all.addAll(values.keysInUse(machine(there)));
    return Set.copyOf(all);
  }

  private static Caller machine(Caller caller) {
    return Caller.system(caller.clinic(), "test", "operations:change");
  }

  private String current() {
    return keys(
            "select id from key_ring where kind = 'data' and current_from <= now()"
                + " order by current_from desc limit 1")
        .stream()
        .findFirst()
        .orElse("none");
  }

  private List<String> retired() {
    return keys("select id from key_ring where retired_at is not null");
  }

  private List<String> keys(String sql) {
    return transactions.in(here.clinic(), em -> rows(em, String.class, sql));
  }
}
