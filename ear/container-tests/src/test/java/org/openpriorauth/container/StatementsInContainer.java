package org.openpriorauth.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.calibration.AccuracyService;
import org.openpriorauth.calibration.model.ReadValueRepository;
import org.openpriorauth.calibration.model.ReadValueRepository.Value;
import org.openpriorauth.chart.Documents;
import org.openpriorauth.container.outside.TestedEar;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.patient.PatientService;
import org.openpriorauth.priorauth.PriorAuthService;
import org.openpriorauth.priorauth.model.PriorAuthRepository;

/** What a list costs: so many statements, however long it is. */
@ExtendWith(ArquillianExtension.class)
class StatementsInContainer {
  private static final int FEW = 5;
  private static final int MANY = 50;
  private static final int TRIES = 20;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

  @Inject Clinics clinics;
  @Inject Charts charts;
  @Inject Transactions transactions;
  @Inject PriorAuthService requests;
  @Inject PatientService patients;
  @Inject Documents documents;
  @Inject ReadValueRepository values;
  @Inject AccuracyService accuracy;

  @PersistenceUnit(unitName = "openpriorauth")
  EntityManagerFactory factory;

  private Statistics statistics;
  private Caller caller;

  @Deployment
  static EnterpriseArchive ear() {
    return TestedEar.with(StatementsInContainer.class.getPackage());
  }

  @BeforeEach
  void count() {
    caller = Clinics.staff(clinics.first());
    statistics = factory.unwrap(SessionFactory.class).getStatistics();
    statistics.setStatisticsEnabled(true);
  }

  @AfterEach
  void countNoMore() {
    statistics.setStatisticsEnabled(false);
  }

  @Test
  void theQueueCostsTheSameForFiveRequestsAndForFifty() {
    transactions.in(
        caller.clinic(),
        em -> IntStream.range(0, MANY).mapToObj(i -> clinics.request(caller)).toList());
    for (int size : new int[] {FEW, MANY}) {
      List<PriorAuthRepository.Row> page = requests.list(caller, null, null, size).rows();
      List<UUID> people = page.stream().map(PriorAuthRepository.Row::patientId).distinct().toList();
      Set<UUID> payers =
          page.stream().map(PriorAuthRepository.Row::payerId).collect(Collectors.toSet());
      assertThat(people).hasSize(size);
      // The clinic for the database and the audit line come with each; payers' names need no line.
      assertThat(statements(() -> requests.list(caller, null, null, size)))
          .as("the page, %s rows", size)
          .isEqualTo(3);
      assertThat(statements(() -> patients.identities(caller, people)))
          .as("names, %s rows", size)
          .isEqualTo(3);
      assertThat(statements(() -> requests.payerNames(caller, payers)))
          .as("payers, %s rows", size)
          .isEqualTo(2);
    }
  }

  @Test
  void theDocumentsOfARequestCostTheSameForFiveAndForFifty() {
    for (int size : new int[] {FEW, MANY}) {
      UUID request = clinics.request(caller).id();
      charts.documents(caller, request, size);
      assertThat(documents.ofRequest(caller, request)).hasSize(size);
      assertThat(statements(() -> documents.ofRequest(caller, request)))
          .as("the clinic, the request, the audit line, %s documents", size)
          .isEqualTo(4);
    }
  }

  @Test
  void theFiguresOfTheReadingCostTheSameForFiveValuesAndForFifty() {
    Caller reader = Clinics.caller(caller.clinic(), UUID.randomUUID().toString(), "clinic:read");
    for (int size : new int[] {FEW, MANY}) {
      UUID document = UUID.randomUUID();
      transactions.in(
          caller.clinic(),
          em -> {
            values.replace(caller.clinic(), document, values(size), Instant.EPOCH);
            return null;
          });
      LocalDate day = LocalDate.ofInstant(Instant.EPOCH, ZoneOffset.UTC);
      AccuracyService.Accuracy found = accuracy.get(reader, day.minusDays(1), day);
      assertThat(found.fields()).hasSizeGreaterThanOrEqualTo(size);
      assertThat(statements(() -> accuracy.get(reader, day.minusDays(1), day)))
          .as("the clinic for the database, the clinic, the counts of %s fields", size)
          .isEqualTo(3);
    }
  }

  private static List<Value> values(int many) {
    return IntStream.range(0, many)
        .mapToObj(
            i ->
                new Value(
                    UUID.randomUUID(),
                    "kind." + i,
                    "text",
                    i % 2 == 0 ? null : 0.9,
                    i % 2 == 1,
                    false))
        .toList();
  }

  /** The least of a second's tries: whatever else the server does meanwhile counts too. */
  private long statements(Runnable use) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      statistics.clear();
      use.run();
      least = Math.min(least, statistics.getPrepareStatementCount());
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    }
    return least;
  }
}
