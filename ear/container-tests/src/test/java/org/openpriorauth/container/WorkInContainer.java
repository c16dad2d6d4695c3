package org.openpriorauth.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.chart.Documents;
import org.openpriorauth.chart.ReadingFailure;
import org.openpriorauth.chart.model.DocumentState;
import org.openpriorauth.container.outside.TestedEar;
import org.openpriorauth.extraction.PageRecord;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.operations.JobTurnService;
import org.openpriorauth.operations.WorkItems;
import org.openpriorauth.operations.WorkQueue;
import org.openpriorauth.operations.model.WorkItem;
import org.openpriorauth.operations.model.WorkItemRepository;

/** Work is woken once it is there, claimed once, and recorded by whoever holds it. */
@ExtendWith(ArquillianExtension.class)
class WorkInContainer {
  private static final String KIND = "probe";

  @Inject Clinics clinics;
  @Inject Charts charts;
  @Inject Transactions transactions;
  @Inject WorkQueue queue;
  @Inject WorkItems items;
  @Inject WorkItemRepository rows;
  @Inject JobTurnService turns;
  @Inject Documents documents;
  @Inject PageRecord record;
  @Resource ManagedExecutorService threads;

  private Caller caller;

  @Deployment
  static EnterpriseArchive ear() {
    return TestedEar.with(WorkInContainer.class.getPackage());
  }

  @BeforeEach
  void someone() {
    caller = Clinics.staff(clinics.first());
  }

  @Test
  void ofSeveralNodesOneStartsAJob() throws Exception {
    Caller machine = Caller.machine("timer", "operations:change");
    List<Future<Boolean>> nodes =
        Stream.generate(() -> threads.submit(() -> turns.take(machine, "retention", "nightly")))
            .limit(4)
            .toList();
    int taken = 0;
    for (Future<Boolean> node : nodes) {
      taken += node.get(30, TimeUnit.SECONDS) ? 1 : 0;
    }
    assertThat(taken).isEqualTo(1);
    assertThat(turns.take(machine, "poll", "nightly")).as("it is hourly").isFalse();
    assertThat(turns.take(machine, "no-such", "nightly")).isFalse();
    // The server's own timer may have taken the turn of these minutes.
    transactions.in(
        caller.clinic(),
        em ->
            em.createNativeQuery("delete from job_turn where job = 'find-alerts'").executeUpdate());
    assertThat(turns.take(machine, "find-alerts", "often")).isTrue();
    assertThat(turns.take(machine, "find-alerts", "often")).as("in the same minutes").isFalse();
  }

  @Test
  void whatIsRolledBackWakesNobodyAndWhatIsCommittedDoes() throws NamingException {
    woken();
    UUID lost = UUID.randomUUID();
    assertThatThrownBy(
            () ->
                transactions.in(
                    caller.clinic(),
                    em -> {
                      queue.add(caller.clinic(), KIND, lost);
                      throw new IllegalStateException("rolls back");
                    }))
        .hasMessage("rolls back");
    assertThat(woken()).isEmpty();
    assertThat(itemsOf(lost)).isEmpty();
    UUID item = add(UUID.randomUUID());
    assertThat(woken()).containsExactly(caller.clinic() + "/" + item + "/" + KIND);
    assertThat(items.claim(caller, item)).isPresent();
  }

  @Test
  void aClaimThatIsNotYetCommittedMakesTheSecondGoAwayAtOnce() {
    UUID item = add(UUID.randomUUID());
    Instant now = Instant.now();
    Optional<WorkItem> first =
        transactions.in(
            caller.clinic(),
            em -> {
              Optional<WorkItem> held = rows.claim(caller.clinic(), item, now, now.plusSeconds(60));
              Instant asked = Instant.now();
              assertThat(items.claim(caller, item)).isEmpty();
              assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(5));
              return held;
            });
    assertThat(first).isPresent();
    assertThat(items.claim(caller, item)).isEmpty();
  }

  @Test
  void ofTwoWhoClaimAtOnceExactlyOneGetsIt() throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    for (int i = 0; i < 20; i++) {
      UUID item = add(UUID.randomUUID());
      Future<Optional<WorkItem>> other =
          threads.submit(
              () -> {
                together.await(10, TimeUnit.SECONDS);
                return items.claim(caller, item);
              });
      together.await(10, TimeUnit.SECONDS);
      Optional<WorkItem> own = items.claim(caller, item);
      assertThat(Stream.of(own, other.get(10, TimeUnit.SECONDS)).filter(Optional::isPresent))
          .hasSize(1);
    }
  }

  @Test
  void whoeverLostTheLeaseRecordsNothing() {
    UUID request = clinics.request(caller).id();
    UUID document = charts.documents(caller, request, 1).get(0);
    UUID item = add(document);
    WorkItem lost = items.claim(caller, item).orElseThrow();
    expire(item);
    items.overdue(Caller.machine("test", "work:sweep"), Duration.ofHours(1), 1);
    WorkItem held = items.claim(caller, item).orElseThrow();

    record.unreadable(caller, lost, DocumentState.FAILED, ReadingFailure.DAMAGED.word());
    items.failed(caller, lost, "too_late");
    assertThat(documents.get(caller, document).state()).isEqualTo("queued");
    assertThat(itemsOf(document)).containsExactly("claimed");

    record.unreadable(caller, held, DocumentState.FAILED, ReadingFailure.ENCRYPTED.word());
    assertThat(documents.get(caller, document).problem().code())
        .isEqualTo(ErrorCode.DOCUMENT_ENCRYPTED.code());
    assertThat(itemsOf(document)).containsExactly("given_up");
  }

  @Test
  void workThatTakesItsServersWithItWaitsLongerEachTime() {
    UUID item = add(UUID.randomUUID());
    assertThat(items.claim(caller, item)).isPresent();
    afterACrash(item, 1);
    assertThat(items.claim(caller, item)).as("an ordinary kill costs no time").isPresent();
    afterACrash(item, 6);
    assertThat(items.claim(caller, item)).isEmpty();
  }

  private void afterACrash(UUID item, int attempts) {
    transactions.in(
        caller.clinic(),
        em ->
            em.createNativeQuery("update work_item set attempts = :n where id = :id")
                .setParameter("n", attempts)
                .setParameter("id", item)
                .executeUpdate());
    expire(item);
    items.overdue(Caller.machine("test", "work:sweep"), Duration.ofHours(1), 1);
  }

  private UUID add(UUID subject) {
    transactions.in(
        caller.clinic(),
        em -> {
          queue.add(caller.clinic(), KIND, subject);
          return null;
        });
    return transactions
        .in(
            caller.clinic(),
            em ->
                Transactions.rows(
                    em, UUID.class, "select id from work_item where subject_id = ?1", subject))
        .get(0);
  }

  private List<String> itemsOf(UUID subject) {
    return transactions.in(
        caller.clinic(),
        em ->
            Transactions.rows(
                em, String.class, "select state from work_item where subject_id = ?1", subject));
  }

  private void expire(UUID item) {
    transactions.in(
        caller.clinic(),
        em ->
            em.createNativeQuery(
                    "update work_item set lease_until = now() - interval '1 second'"
                        + " where id = :id")
                .setParameter("id", item)
                .executeUpdate());
  }

  /** Takes every wake-up off the queue; the sweeper may have sent one twice. */
  @SuppressWarnings("BanJNDI") // the names are ours
  private static Set<String> woken() throws NamingException {
    ConnectionFactory factory = InitialContext.doLookup("jms/openpriorauth");
    Queue probe = InitialContext.doLookup("jms/Probe");
    Set<String> all = new TreeSet<>();
    try (JMSContext context = factory.createContext();
        JMSConsumer consumer = context.createConsumer(probe)) {
      for (String text = consumer.receiveBody(String.class, 500);
          text != null;
          text = consumer.receiveBody(String.class, 500)) {
        all.add(text);
      }
    }
    return all;
  }
}
